/** Time and chance, given in so that tests decide them. */
export interface Pace {
  now(): number
  /** Resolves after so many milliseconds, or at once when woken or stopped. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** 0 ≤ x < 1 */
  random(): number
}

export const browserPace: Pace = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      if (signal?.aborted) done()
      else signal?.addEventListener('abort', done)
    }),
  random: Math.random,
}

/** Milliseconds before try number `tries` (from 1): 1, 2, 4 … 30 s, half of it chance, so that a whole shop does not return at once. */
export function backOff(tries: number, random: number): number {
  const most = Math.min(30_000, 500 * 2 ** Math.min(tries, 10))
  return most / 2 + (most / 2) * random
}
