import type { Article, KnowledgeAnswer } from '../../schemas/article.ts'
import { type AskOptions, createDesk, type Desk, forEachLocale, momentsOf } from './desk.ts'
import { entryOf, speaks, writtenOf } from './entries.ts'
import { type Explanation, explain } from './explain.ts'
import { buildIndex } from './index.ts'
import type { Lexicon } from './lexicon.ts'
import { createSeeker } from './matcher.ts'
import { createShelf } from './shelf.ts'
import { createCanon } from './synonyms.ts'
import { createCutter } from './words.ts'

/** Answers questions from the shop's articles, and knows when it does not know. */
export interface Knowledge {
  /** One answer, up to three candidates, or nothing. Of memory alone when the same was asked before. */
  ask(question: string, options: AskOptions): KnowledgeAnswer
  /** Why this article, why not the next. */
  explain(question: string, options: AskOptions): Explanation
  /** Ids of all articles that may answer, best first, and the chance that the first is right: for measuring. */
  rank(question: string, options: AskOptions): { articles: string[]; confidence: number }
}

/** Builds the whole index at once. @param lexicon words that mean the same to this shop, and words that are its own */
export function createKnowledge(articles: readonly Article[], lexicon: Partial<Lexicon> = {}): Knowledge {
  const canon = createCanon(lexicon.synonyms ?? [])
  const cut = createCutter(lexicon.words ?? [])
  const shelves = forEachLocale((locale) => {
    const listed = articles.filter((article) => speaks(article, locale))
    const entries = listed.map((article) => entryOf(writtenOf(article, locale), canon))
    return createShelf({ base: { articles: listed, seeker: createSeeker(buildIndex(entries, { cut })) }, canon, cut })
  })
  const desk = createDesk(shelves, [momentsOf(articles)], 0)
  return {
    ask: desk.ask,
    explain: (question, options) => explain(desk, question, options),
    rank: (question, options) => rank(desk, question, options),
  }
}

export function rank(desk: Desk, question: string, options: AskOptions): { articles: string[]; confidence: number } {
  const { hits, confidence } = desk.weigh(question, options)
  return { articles: hits.map(({ source }) => source.id), confidence }
}
