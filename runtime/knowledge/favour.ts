import { trainLinear } from '../language/intents/linear.ts'
import type { Query } from './query.ts'
import type { Segment } from './segment.ts'
import { numberOf } from './table.ts'

/** What each feature speaks for, learned from which questions belong to which article: `weights[feature * articles + article]`. */
export interface Favour {
  articles: number
  weights: Float32Array
}

/** Fewer questions an article teach nothing that closeness does not know. */
const leastQuestions = 3
const mostWeights = 4_000_000
const training = { cost: 1, epochs: 8, seed: 1 }

/** Learns from the index's questions; undefined when they are too few an article or the articles too many. */
export function learnFavour(segment: Segment): Favour | undefined {
  const articles = segment.sumLengths.length
  const questions = segment.articleOfQuestion.length
  if (articles < 2 || questions < articles * leastQuestions || articles * segment.table.size > mostWeights) return undefined
  const rows = {
    starts: Int32Array.from(segment.questionStarts),
    indices: Int32Array.from(segment.questionFeatures),
    values: segment.questionWeights,
  }
  return { articles, weights: trainLinear(rows, Int32Array.from(segment.articleOfQuestion), articles, segment.table.size, training) }
}

/** Adds up what a question's features speak for, by article; the array is reused. */
export function createFavourScorer({ articles, weights }: Favour, { table }: Segment): (query: Query) => Float32Array {
  const scores = new Float32Array(articles)
  return (query) => {
    scores.fill(0)
    for (let at = 0; at < query.count; at++) {
      const feature = numberOf(table, query.hashes[at] as number)
      if (feature === -1) continue
      const weight = query.weights[at] as number
      const base = feature * articles
      for (let article = 0; article < articles; article++)
        scores[article] = (scores[article] as number) + weight * (weights[base + article] as number)
    }
    return scores
  }
}
