/** What personal data is called; the order is the order in which kinds claim a stretch of text. */
export type PersonalType = 'email' | 'id_card' | 'bank_card' | 'phone' | 'plate' | 'social' | 'address' | 'name'

/** A stretch of text that is personal; `start` and `end` count UTF-16 units, `end` is the first unit after it. */
export interface PersonalSpan {
  start: number
  end: number
  type: PersonalType
}
