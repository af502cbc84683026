import type { Article, KnowledgeAnswer } from '../../schemas/article.ts'
import { type AskOptions, createDesk, type Desk, forEachLocale } from './desk.ts'
import { entryOf, speaks, writtenOf } from './entries.ts'
import { type Explanation, explain } from './explain.ts'
import { buildIndex } from './index.ts'
import { createShelf } from './shelf.ts'
import { createCanon, type SynonymGroups } from './synonyms.ts'

/** Answers questions from the shop's articles, and knows when it does not know. */
export interface Knowledge {
  /** One answer, up to three candidates, or nothing. Of memory alone when the same was asked before. */
  ask(question: string, options: AskOptions): KnowledgeAnswer
  /** Why this article, why not the next. */
  explain(question: string, options: AskOptions): Explanation
  /** Ids of all articles that may answer, best first, and the chance that the first is right: for measuring. */
  rank(question: string, options: AskOptions): { articles: string[]; confidence: number }
}

/** Builds the whole index at once. @param synonyms groups of words that mean the same to this shop */
export function createKnowledge(articles: readonly Article[], { synonyms = [] }: { synonyms?: SynonymGroups } = {}): Knowledge {
  const canon = createCanon(synonyms)
  const shelves = forEachLocale((locale) => {
    const listed = articles.filter((article) => speaks(article, locale))
    const index = buildIndex(listed.map((article) => entryOf(writtenOf(article, locale), canon)))
    return createShelf({ base: { articles: listed, index }, canon })
  })
  const desk = createDesk(shelves, articles, 0)
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
