import type { Article } from '../../schemas/article.ts'
import { normalise } from '../language/normalise.ts'
import type { Index } from './index.ts'
import { createMatcher, type Match } from './matcher.ts'
import { rarityOf } from './segment.ts'

/** Articles and the index that was built of them, in the same order. */
export interface Stock {
  articles: readonly Article[]
  index: Index
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
  /** How much a feature tells, by its hash. */
  rarity(hash: number): number
}

export interface ShelfParts {
  base: Stock
  added?: Stock | undefined
  /** Ids of base articles that were changed or removed. */
  gone?: ReadonlySet<string> | undefined
  canon: (text: string) => string
}

export function createShelf({ base, added, gone, canon }: ShelfParts): Shelf {
  const match = createMatcher(base.index, added?.index)
  const sourceOf = (article: number, isAdded: boolean) => (isAdded ? added : base)?.articles[article] as Article
  const form = (question: string) => canon(normalise(question))
  return {
    form,
    rarity: (hash) => rarityOf(base.index.words, hash),
    find(question, allowed) {
      const may = (article: number, isAdded: boolean) => {
        const source = sourceOf(article, isAdded)
        return (isAdded || !gone?.has(source.id)) && (!allowed || allowed(source))
      }
      const { matches, confidence } = match(form(question), allowed || gone?.size ? may : undefined)
      return { hits: matches.map((each) => ({ ...each, source: sourceOf(each.article, each.added) })), confidence }
    },
  }
}
