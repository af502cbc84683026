import { parentPort, workerData } from 'node:worker_threads'
import type { Share, Tally } from './schedules.ts'
import { simulate } from './simulate.ts'
import { createWorld } from './world.ts'

/** A database grows with its schedules; a new one now and then keeps each of them quick. */
const perWorld = 400

const { from, count, step } = workerData as Share
const seeds = Array.from({ length: count }, (_each, index) => from + index * step)
while (seeds.length > 0) {
  const tally: Tally = { schedules: 0, steps: 0, kills: 0, found: [] }
  const world = await createWorld()
  for (const seed of seeds.splice(0, perWorld)) {
    const { violations, steps, kills } = await simulate(world, seed)
    tally.schedules++
    tally.steps += steps
    tally.kills += kills
    if (violations.length > 0) tally.found.push({ seed, violations })
  }
  await world.close()
  parentPort?.postMessage(tally)
}
