/** How sure an answer must be to be given, and to be offered among others. */
export const zones = { answer: 0.7, offer: 0.3 } as const

/** What a search tells of its best article. */
export interface Signals {
  /** Closeness of its questions, 0–1. */
  closeness: number
  /** By how much that is more than the next article's. */
  lead: number
  /** Weight, 0–1, of the most telling part of the question that the article has nowhere. */
  missing: number
}

/** Fitted on the questions of bench/knowledge and the starter intents, both written for this product, as if 55 % of messages had no answer. */
const curve = { offset: -1.27, closeness: 8.07, lead: 3.8, missing: -5.01 }

/** The chance, 0–1, that the best article is the right one. */
export function confidenceOf({ closeness, lead, missing }: Signals): number {
  const sum = curve.offset + curve.closeness * closeness + curve.lead * lead + curve.missing * missing
  return 1 / (1 + Math.exp(-sum))
}
