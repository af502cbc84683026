import type { Article } from '../../schemas/article.ts'
import { normalise } from '../language/normalise.ts'
import { createMatcher, type Match, type Seeker } from './matcher.ts'
import { createReader, type Reading } from './reader.ts'
import { rarityOf } from './segment.ts'
import type { Cutter } from './words.ts'

/** Articles and the index that was built of them, in the same order. */
export interface Stock {
  articles: readonly Article[]
  seeker: Seeker
}

export interface Hit extends Match {
  source: Article
}

/** The articles of one language, as they are now: those indexed in full, less those that are gone, and those added since. */
export interface Shelf {
  /** Articles that may answer, best first, and the chance that the best one is right. */
  find(question: string, allowed?: (article: Article) => boolean): { hits: Hit[]; confidence: number }
  /** The question as it is searched for. */
  form(question: string): string
  /** Features of a form, as the index reads them; valid until the next reading or search. */
  read(form: string): Reading
  /** How much a feature tells, by its hash. */
  rarity(hash: number): number
}

export interface ShelfParts {
  base: Stock
  added?: Stock | undefined
  /** True for base articles that were changed or removed since. */
  isGone?: ((id: string) => boolean) | undefined
  canon: (text: string) => string
  cut: Cutter
}

export function createShelf({ base, added, isGone, canon, cut }: ShelfParts): Shelf {
  const reader = createReader({ cut })
  const match = createMatcher(base.seeker, added?.seeker, reader)
  const sourceOf = (article: number, isAdded: boolean) => (isAdded ? added : base)?.articles[article] as Article
  const form = (question: string) => canon(normalise(question))
  const hitOf = ({ article, added: isAdded, closeness, likeness, rank, question, same }: Match): Hit => {
    return { article, added: isAdded, closeness, likeness, rank, question, same, source: sourceOf(article, isAdded) }
  }
  return {
    form,
    read: reader.read,
    rarity: (hash) => rarityOf(base.seeker.index.words, hash),
    find(question, allowed) {
      const may = (article: number, isAdded: boolean) => {
        const source = sourceOf(article, isAdded)
        return (isAdded || !isGone?.(source.id)) && (!allowed || allowed(source))
      }
      const { matches, confidence } = match(form(question), allowed || isGone ? may : undefined)
      return { hits: matches.map(hitOf), confidence }
    },
  }
}
