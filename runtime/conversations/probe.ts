import type { FaultPoint as StorePoint } from '../store/faults.ts'

/** Moments of a turn outside the store at which a process may die; the store names its own. */
export type TurnPoint =
  | 'step.before'
  | 'step.answered'
  | 'step.journalled'
  | 'relay.sent'
  | 'timer.claimed'
  | 'owner.switch'
  | 'shutdown.draining'

export type FaultPoint = StorePoint | TurnPoint

/** Told when a moment is reached, and waited for: harnesses stop, delay or kill there. Production passes none. */
export type Probe = (point: TurnPoint) => void | Promise<void>

export const noProbe: Probe = () => {}
