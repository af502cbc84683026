/** How sure an answer must be to be given, and to be offered among others. */
export const zones = { answer: 0.7, offer: 0.3 } as const

/** What a search tells of its best article. */
export interface Signals {
  /** Closeness of its questions, 0–1. */
  closeness: number
  /** By how much that is more than the next article's. */
  lead: number
  /** How close questions of this library come to articles that do not answer them, 0–1. */
  crowding: number
  /** Weight, 0–1, of the most telling part of the question that the article has nowhere. */
  missing: number
}

/** Fitted on the questions of bench/knowledge and the starter intents, both written for this product, as if 55 % of messages had no answer. */
const curve = { offset: -1.71, closeness: 7.69, lead: 4.49, crowding: -1.29, missing: -2.96 }

/** The confidence of a search whose best article and lead were weighed anew by other means; what else it tells stays. */
export function shifted(
  confidence: number,
  before: Pick<Signals, 'closeness' | 'lead'>,
  after: Pick<Signals, 'closeness' | 'lead'>,
): number {
  const odds = Math.log(confidence / (1 - confidence))
  const sum = odds + curve.closeness * (after.closeness - before.closeness) + curve.lead * (after.lead - before.lead)
  return 1 / (1 + Math.exp(-sum))
}

/** The chance, 0–1, that the best article is the right one. */
export function confidenceOf({ closeness, lead, crowding, missing }: Signals): number {
  const sum = curve.offset + curve.closeness * closeness + curve.lead * lead + curve.crowding * crowding + curve.missing * missing
  return 1 / (1 + Math.exp(-sum))
}
