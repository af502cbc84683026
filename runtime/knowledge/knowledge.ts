import type { Article, KnowledgeAnswer } from '../../schemas/article.ts'
import type { Locale } from '../../schemas/text.ts'
import { nearest } from '../language/nearest.ts'
import { normalise } from '../language/normalise.ts'

/** Answers questions from the shop's articles, and knows when it does not know. */
export interface Knowledge {
  /** @param options.now milliseconds since the epoch, for validity dates · `tags`: only articles with one of these. */
  ask(question: string, options: { locale: Locale; tags?: string[]; now: number }): KnowledgeAnswer
}

/** From this closeness and lead on it answers; above the lower one it offers candidates. */
const sure = 0.55
const clearLead = 0.05
const possible = 0.38

/** Builds the index over questions and similar questions, one for each language. */
export function createKnowledge(articles: readonly Article[]): Knowledge {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const indexFor = (locale: Locale) =>
    nearest(
      articles
        .filter((article) => article.locale === undefined || article.locale === locale)
        .flatMap((article) => [article.question, ...article.similar].map((text) => ({ label: article.id, text: normalise(text) }))),
    )
  const indexes = { 'zh-CN': indexFor('zh-CN'), en: indexFor('en') }
  return {
    ask(question, { locale, tags, now }) {
      const found = indexes[locale]
        .search(normalise(question), 12)
        .map((match) => ({ article: byId.get(match.label) as Article, score: match.score }))
        .filter(({ article }) => isValid(article, now) && (!tags?.length || article.tags.some((tag) => tags.includes(tag))))
      const [first, second] = found
      if (!first || first.score < possible) return { kind: 'nothing' }
      if (first.score >= sure && first.score - (second?.score ?? 0) >= clearLead) {
        const { article, score } = first
        return { kind: 'answer', article: article.id, question: article.question, answer: article.answer, confidence: round(score) }
      }
      const candidates = found.filter(({ score }) => score >= possible).slice(0, 3)
      return { kind: 'not-sure', candidates: candidates.map(({ article, score }) => ({ article: article.id, question: article.question, confidence: round(score) })) }
    },
  }
}

function isValid(article: Article, now: number): boolean {
  return (!article.validFrom || Date.parse(article.validFrom) <= now) && (!article.validTo || Date.parse(article.validTo) >= now)
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000
}
