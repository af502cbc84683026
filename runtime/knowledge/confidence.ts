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
  /** What learning says for it, and by how much it leads when that counts too; absent where nothing could be learned. */
  favour?: { score: number; lead: number }
  /**
   * How much the question wants what the article's own do, and by how much more than any other's, both at most `weight`: how
   * well, 0–1, wishes are known in this library. Absent where they say nothing.
   */
  likeness?: { score: number; lead: number; weight: number }
}

/**
 * Fitted by scripts/fit-confidence.ts on questions written for this product, to libraries of four trades and others made of
 * starter intents, as if half of all messages had no answer.
 */
const byCloseness = { offset: -2.3, closeness: 7.14, lead: 6.22, missing: -2.09 }
const withFavour = { offset: -2.67, closeness: 3.44, missing: -1.7, score: 3.13, lead: 2.81 }

/** The same, on the libraries of shops alone, as if wishes were known there in full: a drawn one is made of what they were learned from. */
const byLikeness = { offset: -1.48, odds: 0.69, score: 2.54, lead: 0.83 }

/** The chance, 0–1, that the best article is the right one. */
export function confidenceOf(signals: Signals): number {
  const odds = oddsByWords(signals)
  const { likeness } = signals
  if (!likeness) return sigmoid(odds)
  const { score, lead, weight } = likeness
  // the less wishes are known here, the more words alone decide
  const common = (1 - weight) * odds + weight * (byLikeness.offset + byLikeness.odds * odds)
  return sigmoid(common + byLikeness.score * score + byLikeness.lead * lead)
}

/** Log odds by all but likeness. */
export function oddsByWords({ closeness, lead, missing, favour }: Signals): number {
  if (favour) {
    const { offset, ...of } = withFavour
    return offset + of.closeness * closeness + of.missing * missing + of.score * favour.score + of.lead * favour.lead
  }
  const { offset, ...of } = byCloseness
  return offset + of.closeness * closeness + of.lead * lead + of.missing * missing
}

/** The confidence of a search whose best article and lead were weighed anew by other means; what else it tells stays. */
export function shifted(
  confidence: number,
  before: Pick<Signals, 'closeness' | 'lead'>,
  after: Pick<Signals, 'closeness' | 'lead'>,
): number {
  const { closeness, lead } = byCloseness
  return sigmoid(oddsOf(confidence) + closeness * (after.closeness - before.closeness) + lead * (after.lead - before.lead))
}

function oddsOf(chance: number): number {
  return Math.log(chance / (1 - chance))
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}
