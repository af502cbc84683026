import type { Article } from '../../schemas/article.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { normalise } from '../language/normalise.ts'

/** What is indexed of an article, in one language. */
export interface Entry {
  questions: string[]
  answer: string
}

/** Characters of an answer that count. */
export const mostAnswer = 4_000

/** True when the article's questions are asked in this language. */
export function speaks(article: Article, locale: Locale): boolean {
  return article.locale === undefined || article.locale === locale
}

/** What is indexed of an article, as written. */
export function writtenOf(article: Article, locale: Locale): Entry {
  return { questions: [article.question, ...article.similar], answer: textIn(article.answer, locale).slice(0, mostAnswer) }
}

/** The same, normalised, with the shop's synonyms in their one form. */
export function entryOf(written: Entry, canon: (text: string) => string): Entry {
  return { questions: written.questions.map((each) => canon(normalise(each))), answer: canon(normalise(written.answer)) }
}

/** True when both would be indexed and answered alike. */
export function sameArticle(one: Article, other: Article): boolean {
  if (one === other) return true
  return (
    one.question === other.question &&
    one.locale === other.locale &&
    one.validFrom === other.validFrom &&
    one.validTo === other.validTo &&
    sameList(one.similar, other.similar) &&
    sameList(one.tags, other.tags) &&
    sameList(one.products ?? [], other.products ?? []) &&
    (one.answer === other.answer || JSON.stringify(one.answer) === JSON.stringify(other.answer))
  )
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index])
}
