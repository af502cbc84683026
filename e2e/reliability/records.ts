/** What stands outside the server and cannot lie for it: the clients' log, the stub shop's log, the readers' logs. */
export interface Records {
  /** One for each message that a client sent, however often. */
  sent: Sent[]
  opened: string[]
  /** Calls that reached the outside, answers that were put into the journal, deliveries of jobs; in order. */
  effects: Effect[]
  /** Published versions, as they were then. */
  published: { id: string; sha256: string }[]
  /** What each live stream showed, resumed as often as it was cut. */
  streams: { conversationId: string; from: number; until?: number; shown: { seq: number; text: string }[] }[]
  /** Offer and how much of it there is. */
  offers: { id: string; total: number }[]
}

export interface Sent {
  conversationId: string
  clientId: string
  text: string
  /** What the server answered, the first time it did. */
  acknowledged?: { seq: number; replies: { seq: number; text: string }[] }
  /** What repeats of it were answered: must be the same. */
  repeats: { seq: number; replies: { seq: number; text: string }[] }[]
  /** Sent after this one had been acknowledged or sent on the same connection: must have a higher seq. */
  after?: string
  /** Another text under the same id was accepted: must not happen. */
  swapped?: boolean
}

export type Effect =
  | { kind: 'called'; label: string }
  | { kind: 'journalled'; label: string }
  /** Looked for in the journal after it was journalled, and not found. */
  | { kind: 'missed'; label: string }
  | { kind: 'delivered'; label: string; key: string }

export const noRecords = (): Records => ({ sent: [], opened: [], effects: [], published: [], streams: [], offers: [] })
