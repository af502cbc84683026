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
  /** What learning says for it, and by how much more than for any other article; absent where nothing could be learned. */
  favour?: { score: number; lead: number }
}

/**
 * Fitted on questions written for this product, as if 55 % of messages had no answer: by closeness alone on bench/knowledge
 * and the starter intents; with favour on 60 libraries a language made of some starter intents, asked what belongs to all.
 */
const byCloseness = { offset: -1.71, closeness: 7.69, lead: 4.49, crowding: -1.29, missing: -2.96 }
const withFavour = { offset: -2.92, closeness: 5.72, missing: -1.82, score: 1.32, lead: 1.73 }

/** The chance, 0–1, that the best article is the right one. */
export function confidenceOf({ closeness, lead, crowding, missing, favour }: Signals): number {
  if (favour) {
    const { offset, ...of } = withFavour
    const ahead = Math.max(-1, Math.min(1, favour.lead))
    return sigmoid(offset + of.closeness * closeness + of.missing * missing + of.score * favour.score + of.lead * ahead)
  }
  const { offset, ...of } = byCloseness
  return sigmoid(offset + of.closeness * closeness + of.lead * lead + of.crowding * crowding + of.missing * missing)
}

/** Fitted on bench/knowledge and the demo's articles, as if 55 % of messages had no answer. */
const byLikeness = { offset: -0.2, likeness: 1.6, lead: 1.1 }

/** The confidence once it is known how much, 0–1, the question wants what the best article's do, and by how much more than any other's. */
export function withLikeness(confidence: number, likeness: number, lead: number): number {
  if (likeness === 0) return confidence
  return sigmoid(oddsOf(confidence) + byLikeness.offset + byLikeness.likeness * likeness + byLikeness.lead * lead)
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
