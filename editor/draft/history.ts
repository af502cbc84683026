import type { Flow } from '../../schemas/flow.ts'
import { applyOperations, type Operation } from '../../schemas/operation.ts'
import { invertOperations } from '../../schemas/operation-invert.ts'

/** One's own gestures, newest last: what takes each back, and what was taken back. */
export interface History {
  readonly done: readonly (readonly Operation[])[]
  readonly undone: readonly (readonly Operation[])[]
}

export const emptyHistory: History = { done: [], undone: [] }

/** Enough for a day's work; older gestures stay in the server's log. */
const longest = 300

/** Remembers a gesture about to be made on `before`; nothing can be redone after it. */
export function remember(history: History, before: Flow, operations: readonly Operation[]): History {
  const inverse = invertOperations(before, operations)
  return inverse.length === 0 ? history : { done: [...history.done, inverse].slice(-longest), undone: [] }
}

/** The operations that take back the newest gesture that still changes anything; null when there is none. */
export function stepBack(history: History, now: Flow): { operations: readonly Operation[]; history: History } | null {
  const step = newestThatChanges(history.done, now)
  if (!step) return null
  const undone = [...history.undone, invertOperations(now, step.operations)]
  return { operations: step.operations, history: { done: step.rest, undone } }
}

/** The operations that bring back what was undone last; null when there is nothing. */
export function stepForward(history: History, now: Flow): { operations: readonly Operation[]; history: History } | null {
  const step = newestThatChanges(history.undone, now)
  if (!step) return null
  const done = [...history.done, invertOperations(now, step.operations)]
  return { operations: step.operations, history: { done, undone: step.rest } }
}

/** A step whose cards someone else has removed meanwhile would do nothing: it is skipped. */
function newestThatChanges(steps: readonly (readonly Operation[])[], now: Flow) {
  for (let index = steps.length - 1; index >= 0; index--) {
    const operations = steps[index]
    if (operations && applyOperations(now, operations) !== now) return { operations, rest: steps.slice(0, index) }
  }
  return null
}
