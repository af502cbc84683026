import type { Article, KnowledgeAnswer } from '../../schemas/article.ts'
import { type Locale, locales, textIn } from '../../schemas/text.ts'
import { normalise } from '../language/normalise.ts'
import { zones } from './confidence.ts'
import { buildIndex, type Entry } from './index.ts'
import { createMatcher } from './matcher.ts'

/** Answers questions from the shop's articles, and knows when it does not know. */
export interface Knowledge {
  /** @param options.now milliseconds since the epoch, for validity dates · `tags`: only articles with one of these. */
  ask(question: string, options: AskOptions): KnowledgeAnswer
}

export interface AskOptions {
  locale: Locale
  tags?: string[]
  now: number
}

const mostOffered = 3

/** Builds the index over questions and similar questions, one for each language. */
export function createKnowledge(articles: readonly Article[]): Knowledge {
  const indexes = Object.fromEntries(locales.map((locale) => [locale, indexFor(articles, locale)])) as Record<
    Locale,
    ReturnType<typeof indexFor>
  >
  return {
    ask(question, { locale, tags, now }) {
      const { listed, match } = indexes[locale]
      const { matches, confidence: chance } = match(normalise(question), (number) => {
        const article = listed[number] as Article
        return isValid(article, now) && (!tags?.length || article.tags.some((tag) => tags.includes(tag)))
      })
      const [first] = matches
      if (!first) return { kind: 'nothing' }
      const confidence = round(chance)
      const article = listed[first.article] as Article
      if (confidence >= zones.answer)
        return { kind: 'answer', article: article.id, question: article.question, answer: article.answer, confidence }
      if (confidence < zones.offer) return { kind: 'nothing' }
      const candidates = matches.slice(0, mostOffered).map((each) => ({
        article: (listed[each.article] as Article).id,
        question: (listed[each.article] as Article).question,
        confidence: round(confidence * (each.closeness / first.closeness)),
      }))
      return { kind: 'not-sure', candidates }
    },
  }
}

function indexFor(articles: readonly Article[], locale: Locale) {
  const listed = articles.filter((article) => article.locale === undefined || article.locale === locale)
  return { listed, match: createMatcher(buildIndex(listed.map((article) => entryOf(article, locale)))) }
}

function entryOf(article: Article, locale: Locale): Entry {
  return { questions: [article.question, ...article.similar].map(normalise), answer: normalise(textIn(article.answer, locale)) }
}

function isValid(article: Article, now: number): boolean {
  return (!article.validFrom || Date.parse(article.validFrom) <= now) && (!article.validTo || Date.parse(article.validTo) >= now)
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000
}
