import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Violation } from './auditor.ts'

/** Seeds `from`, `from + step`, … for one thread. */
export interface Share {
  from: number
  count: number
  step: number
}

export interface Tally {
  schedules: number
  steps: number
  kills: number
  found: { seed: number; violations: Violation[] }[]
}

/** Runs schedules on all cores. Which thread runs a seed makes no difference to it. */
export async function runSchedules(from: number, count: number, progress: (total: Tally) => void = () => {}): Promise<Tally> {
  const threads = Math.max(1, Math.min(count, availableParallelism()))
  const total: Tally = { schedules: 0, steps: 0, kills: 0, found: [] }
  const shares = Array.from({ length: threads }, (_each, index): Share => {
    const share = Math.floor(count / threads) + (index < count % threads ? 1 : 0)
    return { from: from + index, count: share, step: threads }
  })
  await Promise.all(
    shares.map((share) =>
      runShare(share, (tally) => {
        total.schedules += tally.schedules
        total.steps += tally.steps
        total.kills += tally.kills
        total.found.push(...tally.found)
        progress(total)
      }),
    ),
  )
  return total
}

function runShare(share: Share, add: (tally: Tally) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), { workerData: share })
    worker.on('message', add)
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))))
  })
}
