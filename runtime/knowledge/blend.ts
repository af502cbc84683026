import type { Article } from '../../schemas/article.ts'
import { shifted } from './confidence.ts'
import type { Hit } from './shelf.ts'

/** How alike a question and an article are in meaning, 0–1; undefined where that is not known. */
export type Likeness = (article: Article) => number | undefined

/** Part of the closeness that meaning decides, where it is known. */
const meaningShare = 0.3
const mostCompared = 10

/** A search with likeness of meaning as one more block of features beside the words; as it was while that is not known of each. */
export function blended<Search extends { hits: Hit[]; confidence: number }>(search: Search, likeness: Likeness): Search {
  const compared = search.hits.slice(0, mostCompared)
  const alike = compared.map(({ source }) => likeness(source))
  if (compared.length === 0 || !alike.every((each) => each !== undefined)) return search
  const hits = compared
    .map((hit, index) => {
      const more = meaningShare * ((alike[index] ?? 0) - hit.closeness)
      return { ...hit, closeness: hit.closeness + more, rank: hit.rank + more }
    })
    .sort((a, b) => Number(b.same) - Number(a.same) || b.rank - a.rank)
  return {
    ...search,
    hits: [...hits, ...search.hits.slice(mostCompared)],
    confidence: shifted(search.confidence, signalsOf(compared), signalsOf(hits)),
  }
}

function signalsOf([first, second]: readonly Hit[]): { closeness: number; lead: number } {
  return { closeness: first?.closeness ?? 0, lead: (first?.closeness ?? 0) - (second?.closeness ?? 0) }
}
