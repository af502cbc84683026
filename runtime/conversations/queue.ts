import type { Clock } from '../clock.ts'
import { type AppError, errors } from '../errors.ts'

export interface Queue {
  /**
   * Runs work when all earlier work of the same key is over; works of different keys run side by side.
   * @throws AppError `unavailable` (503, retry after a second) when too much waits; the work was then not begun.
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Takes no more and resolves when all that was taken is over. */
  drain(): Promise<void>
  /** Works under way and waiting, for the metrics. */
  counts(): { running: number; waiting: number }
}

export interface QueueLimits {
  /** Works under way at once. */
  parallel: number
  /** Works that may wait behind one key. */
  perKey: number
  /** Works that may wait in all. */
  waiting: number
  /** Milliseconds that a work may wait for its place once nothing of its own key is before it. */
  delay: number
}

export const usualLimits: QueueLimits = { parallel: 1_000, perKey: 50, waiting: 5_000, delay: 200 }

interface Work {
  key: string
  begin: () => Promise<void>
  refuse: (error: AppError) => void
  readySince: number
}

/** Admission is by delay: what would wait too long is refused at once instead of making everyone late. */
export function createQueue(clock: Clock, limits: QueueLimits = usualLimits): Queue {
  /** Works that wait behind another of their key; a key stands here as long as one of its works is under way. */
  const busy = new Map<string, Work[]>()
  const ready: Work[] = []
  let running = 0
  let waiting = 0
  let closed = false
  const idle: (() => void)[] = []

  function admit(work: Work): void {
    work.readySince = clock.elapsed()
    if (running < limits.parallel) start(work)
    else ready.push(work)
  }

  function start(work: Work): void {
    waiting--
    running++
    void work.begin().finally(() => finish(work.key))
  }

  function finish(key: string): void {
    running--
    release(key)
    next()
    if (running === 0 && waiting === 0) for (const resolve of idle.splice(0)) resolve()
  }

  /** Lets the next work of a key stand for a place. */
  function release(key: string): void {
    const following = busy.get(key)?.shift()
    if (following) admit(following)
    else busy.delete(key)
  }

  function next(): void {
    while (running < limits.parallel) {
      const work = ready.shift()
      if (!work) return
      if (clock.elapsed() - work.readySince <= limits.delay) {
        start(work)
        continue
      }
      waiting--
      work.refuse(overloaded())
      release(work.key)
    }
  }

  return {
    run<T>(key: string, task: () => Promise<T>): Promise<T> {
      const behind = busy.get(key)
      if (closed) return Promise.reject(errors.unavailable('The server is shutting down.'))
      if (waiting >= limits.waiting || (behind && behind.length >= limits.perKey)) return Promise.reject(overloaded())
      return new Promise<T>((resolve, reject) => {
        const begin = async () => {
          try {
            resolve(await task())
          } catch (thrown) {
            reject(thrown)
          }
        }
        const work: Work = { key, begin, refuse: reject, readySince: 0 }
        waiting++
        if (behind) {
          behind.push(work)
        } else {
          busy.set(key, [])
          admit(work)
        }
      })
    },
    drain() {
      closed = true
      if (running === 0 && waiting === 0) return Promise.resolve()
      return new Promise((resolve) => idle.push(resolve))
    },
    counts: () => ({ running, waiting }),
  }
}

function overloaded(): AppError {
  return errors.unavailable('Too many messages are being answered right now.')
}
