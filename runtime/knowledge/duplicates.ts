import type { Entry } from './entries.ts'
import { createQueries } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch } from './search.ts'
import { buildSegment } from './segment.ts'
import type { Cutter } from './words.ts'

/** Two articles, by their place in the list, and how alike their questions are, 0–1. */
export interface AlikeArticles {
  first: number
  second: number
  similarity: number
}

/** How close each must come to the other, on average, to be shown. */
const alike = 0.6
/** Questions of an article that are asked of the others. */
const mostAsked = 4
const mostPairs = 200

/**
 * Pairs of articles that answer the same question, most alike first: each is asked the other's questions. A question that
 * both have word for word makes them alike by itself.
 * @param entries normalised, with synonyms in their one form
 */
export function alikeArticles(entries: readonly Entry[], cut: Cutter): AlikeArticles[] {
  const reader = createReader({ cut })
  const questions = entries.map((entry) => entry.questions)
  const segment = buildSegment(questions, reader.read)
  const search = createSearch(segment)
  const makeQuery = createQueries()
  /** How close article `asked`'s questions come to another, by both places. */
  const closeness = entries.map(() => new Map<number, number>())
  entries.forEach((entry, asked) => {
    for (const text of entry.questions.slice(0, mostAsked)) {
      for (const found of search.find(makeQuery(reader.read(text), segment))) {
        if (found.article === asked) continue
        const value = found.same ? 1 : found.closeness
        const known = closeness[asked]
        if (value > (known?.get(found.article) ?? alike / 2)) known?.set(found.article, value)
      }
    }
  })
  const pairs: AlikeArticles[] = []
  closeness.forEach((others, first) => {
    for (const [second, there] of others) {
      const back = closeness[second]?.get(first) ?? 0
      if (second < first && back > 0) continue
      const similarity = Math.max(there, back) === 1 ? 1 : (there + back) / 2
      if (similarity >= alike) pairs.push({ first: Math.min(first, second), second: Math.max(first, second), similarity })
    }
  })
  return pairs.sort((a, b) => b.similarity - a.similarity).slice(0, mostPairs)
}
