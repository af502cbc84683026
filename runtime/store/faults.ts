/** Named places where a test may stop the process or throw. Production passes no function and pays one call. */
export type FaultPoint =
  | 'accept.before'
  | 'accept.mid'
  | 'accept.committed'
  | 'turn.before'
  | 'turn.mid'
  | 'turn.committed'
  | 'group.partial'
  | 'publish.mid'
  | 'relay.claimed'
  | 'relay.marked'
  | 'migrate.mid'

export type Fault = (point: FaultPoint) => void

export const noFault: Fault = () => {}
