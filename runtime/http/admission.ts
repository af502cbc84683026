import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'

const lagLimit = 200
const sampleEvery = 50
/** One long pause (a garbage collection, a big publish) is no overload: it takes this many late samples in a row. */
const samplesInARow = 3
/** Each is held in memory as a whole while it is read. */
const uploadsAtOnce = 8

/**
 * Turns visitors away early, in milliseconds, rather than late, in seconds. Work in flight is bounded, and
 * while requests wait longer than 200 ms to be read, newcomers are asked to come back; new conversations first.
 */
export interface Admission {
  /** @returns what to call when the work is done. @throws AppError 503 */
  enter(what?: 'message' | 'conversation' | 'upload'): () => void
  inFlight(): number
  close(): void
}

export function createAdmission(clock: Clock, maxInFlight: number): Admission {
  let inFlight = 0
  let uploads = 0
  let late = 0
  let expected = clock.elapsed() + sampleEvery
  const timer = setInterval(() => {
    const now = clock.elapsed()
    const lag = now - expected
    late = lag > lagLimit ? late + 1 : 0
    expected = now + sampleEvery
  }, sampleEvery)
  timer.unref()
  const leave = () => {
    inFlight--
  }
  return {
    enter(what = 'message') {
      const isFull =
        inFlight >= (what === 'conversation' ? maxInFlight / 2 : maxInFlight) || (what === 'upload' && uploads >= uploadsAtOnce)
      if (isFull || late >= samplesInARow) throw errors.unavailable('Too many people are writing at this moment; try again in a second.')
      inFlight++
      if (what !== 'upload') return leave
      uploads++
      return () => {
        uploads--
        leave()
      }
    },
    inFlight: () => inFlight,
    close: () => clearInterval(timer),
  }
}
