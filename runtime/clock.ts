/** The one place that reads time. Everything else is given a clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds that never run backwards, for durations. */
  elapsed(): number
}

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }

/** Calls back once after so many milliseconds, unless what it returned is called before. */
export type Alarm = (milliseconds: number, ring: () => void) => () => void

/** Alarms of the process; they do not keep it alive. */
export const systemAlarm: Alarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
