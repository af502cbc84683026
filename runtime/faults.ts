/**
 * Named moments at which a process may die, in the order a turn passes them. The harnesses in `e2e/reliability`
 * stop, delay or kill at each of them; the product itself only names them.
 */
export const faultPoints = [
  'accept.before',
  'accept.mid',
  'accept.committed',
  'step.before',
  'step.answered',
  'step.journalled',
  'turn.before',
  'turn.mid',
  'turn.committed',
  'group.partial',
  'publish.mid',
  'relay.claimed',
  'relay.sent',
  'relay.marked',
  'timer.claimed',
  'owner.switch',
  'migrate.mid',
  'shutdown.draining',
] as const
export type FaultPoint = (typeof faultPoints)[number]

/** Told when a moment is reached. Inside a transaction its answer is not awaited. */
export type Probe = (point: FaultPoint) => void | Promise<void>
