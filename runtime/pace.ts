import type { Alarm } from './clock.ts'

/** Runs again and again with a pause between, until the returned function is called. */
export function every(alarm: Alarm, milliseconds: number, run: () => Promise<void>): () => void {
  let stop = () => {}
  let isOver = false
  const next = () => {
    if (isOver) return
    stop = alarm(milliseconds, () => void run().finally(next))
  }
  next()
  return () => {
    isOver = true
    stop()
  }
}
