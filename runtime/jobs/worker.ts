import type { Alarm, Clock } from '../clock.ts'
import type { Probe } from '../conversations/probe.ts'
import { ensureError } from '../errors.ts'
import type { Job, JobStore } from '../store/store.ts'

/** Does one job. May be called more than once for the same one: its effect must carry `job.key`. Throws to be tried again. */
export type JobHandler = (job: Job) => Promise<void>

export interface JobWorker {
  /** Begins with what is due. */
  start(): void
  /** A job due then (milliseconds since the epoch) was committed. */
  wake(due: number): void
  /** Claims and does one batch. @returns how many jobs it claimed */
  round(): Promise<number>
  /** Takes no more and waits for those under way. */
  stop(): Promise<void>
}

export interface WorkerOptions {
  jobs: JobStore
  handlers: Readonly<Record<string, JobHandler>>
  clock: Clock
  alarm: Alarm
  /** 0 ≤ x < 1, spreads retries. */
  random(): number
  report?(job: Job, error: ReturnType<typeof ensureError>): void
  probe?: Probe
  /** Jobs at once, and the pause after a full batch: together the rate at which an overdue heap is drained. */
  batch?: number
  pause?: number
}

/** A claimed job whose worker died is due again after this. */
const lease = 30_000
/** Shortest sleep after work: a thousand turns a second that leave a job each cost twenty looks. */
const shortestSleep = 50
/** Longest sleep: another process may have left a job that nobody told us of. */
const longestSleep = 5_000
const slowestRetry = 10 * 60_000

export function createWorker(options: WorkerOptions): JobWorker {
  const { jobs, handlers, clock, alarm, batch = 50, pause = 100 } = options
  /** Infinite while at work. */
  let sleepsUntil = Number.POSITIVE_INFINITY
  /** Earliest due that was told since the last look. */
  let told = Number.POSITIVE_INFINITY
  let cancel = () => {}
  let under: Promise<unknown> = Promise.resolve()
  let stopped = true

  async function round(): Promise<number> {
    const now = clock.now()
    const claimed = await jobs.claim(now, now + lease, batch)
    await Promise.all(claimed.map(perform))
    return claimed.length
  }

  async function perform(job: Job): Promise<void> {
    try {
      const handler = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined
      if (!handler) throw new Error(`nobody does jobs of kind "${job.kind}"`)
      await handler(job)
      await options.probe?.('relay.sent')
      await jobs.done(job.id)
    } catch (thrown) {
      const error = ensureError(thrown)
      options.report?.(job, error)
      // when even that cannot be stored, the lease runs out and the job comes back by itself
      await jobs.retry(job.id, clock.now() + delayAfter(job.attempts), error.message).catch(() => {})
    }
  }

  function delayAfter(attempts: number): number {
    const delay = Math.min(slowestRetry, 1_000 * 2 ** attempts)
    return Math.round(delay * (0.5 + options.random() / 2))
  }

  function sleep(milliseconds: number): void {
    cancel()
    if (stopped) return
    sleepsUntil = clock.now() + milliseconds
    cancel = alarm(milliseconds, () => {
      sleepsUntil = Number.POSITIVE_INFINITY
      under = work()
    })
  }

  async function work(): Promise<void> {
    try {
      told = Number.POSITIVE_INFINITY
      const done = await round()
      const next = done === batch ? clock.now() + pause : ((await jobs.nextDue()) ?? Number.POSITIVE_INFINITY)
      const due = Math.min(next, done === batch ? next : told)
      sleep(Math.min(longestSleep, Math.max(shortestSleep, due - clock.now())))
    } catch {
      // the database does not answer; visitors are told by their own requests
      sleep(1_000)
    }
  }

  return {
    start() {
      stopped = false
      sleep(0)
    },
    wake(due) {
      told = Math.min(told, due)
      const rest = Math.max(shortestSleep, due - clock.now())
      if (sleepsUntil !== Number.POSITIVE_INFINITY && clock.now() + rest < sleepsUntil) sleep(rest)
    },
    round,
    async stop() {
      stopped = true
      cancel()
      await under
    },
  }
}
