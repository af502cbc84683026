import { type Article, article } from '../../../schemas/article.ts'
import { id as idSchema } from '../../../schemas/name.ts'
import type { LocalizedText } from '../../../schemas/text.ts'
import { normalise } from '../../language/normalise.ts'
import type { Draft } from './draft.ts'
import type { Finder } from './finder.ts'
import { type Entry, textOf } from './table.ts'
import { commas, idOf, lineBreaks, listOf, localeOf, momentOf } from './values.ts'

const fields = {
  id: 'id',
  question: 'question',
  similar: 'similar',
  answer: 'answer',
  tags: 'tags',
  products: 'products',
}

/** Articles of a file. Rows with the same question are one article: their similar questions come together. */
export function articlesOf(entries: readonly Entry[], finder: Finder): Draft<Article>[] {
  const drafts = new Map<string, Draft<Article>>()
  let current: Draft<Article> | undefined
  for (const entry of entries) {
    // below a question, rows that hold similar questions alone belong to it
    if (current && isContinued(entry)) {
      addSimilar(current.item, listOf(textOf(entry, 'similar'), lineBreaks))
      continue
    }
    const draft = draftOf(entry, finder)
    current = draft
    if (!draft) continue
    const before = drafts.get(draft.item.id)
    if (!before) drafts.set(draft.item.id, draft)
    else if (sameAnswer(before.item, draft.item)) {
      addSimilar(before.item, draft.item.similar)
      current = before
    } else finder.add(entry, draft.hasId ? 'id' : 'question', 'twice-different', before.line)
  }
  for (const { item, entry } of drafts.values()) finder.check(article, item, entry, fields)
  return [...drafts.values()]
}

function isContinued(entry: Entry): boolean {
  return textOf(entry, 'question') === '' && textOf(entry, 'answer') === '' && textOf(entry, 'similar') !== ''
}

function addSimilar(item: Article, more: readonly string[]): void {
  item.similar = [...new Set([...item.similar, ...more])].filter((each) => each !== item.question)
}

/** An answer that is left out in a later row is the one given before. */
function sameAnswer(one: Article, other: Article): boolean {
  return other.answer === '' || JSON.stringify(one.answer) === JSON.stringify(other.answer)
}

function draftOf(entry: Entry, finder: Finder): Draft<Article> | undefined {
  const question = textOf(entry, 'question')
  if (question === '') {
    finder.add(entry, 'question', 'cell-missing', finder.nameOf('question'))
    return undefined
  }
  const own = textOf(entry, 'id')
  if (own !== '' && !idSchema.safeParse(own).success) finder.add(entry, 'id', 'id-wrong', own)
  const answer = answerOf(entry)
  if (answer === '' && textOf(entry, 'similar') === '') finder.add(entry, 'answer', 'cell-missing', finder.nameOf('answer'))
  const said = textOf(entry, 'locale')
  const locale = said === '' ? null : localeOf(said)
  if (said !== '' && !locale) finder.add(entry, 'locale', 'locale-wrong', said)
  const validFrom = moment(entry, 'validFrom', 'from', finder)
  const validTo = moment(entry, 'validTo', 'to', finder)
  if (validFrom && validTo && validTo < validFrom) finder.add(entry, 'validTo', 'dates-crossed')
  const products = listOf(textOf(entry, 'products'), commas)
  const item: Article = {
    id: own || idOf('q', `${locale ?? ''} ${question}`),
    question,
    similar: listOf(textOf(entry, 'similar'), lineBreaks).filter((each) => normalise(each) !== normalise(question)),
    answer,
    ...(locale ? { locale } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    tags: listOf(textOf(entry, 'tags'), commas),
    ...(products.length > 0 ? { products } : {}),
  }
  return { line: entry.line, entry, hasId: own !== '', item }
}

function answerOf(entry: Entry): LocalizedText {
  const [answer, english] = [textOf(entry, 'answer'), textOf(entry, 'answerEn')]
  if (english === '') return answer
  return answer === '' ? { en: english } : { 'zh-CN': answer, en: english }
}

function moment(entry: Entry, field: string, side: 'from' | 'to', finder: Finder): string | null {
  const text = textOf(entry, field)
  if (text === '') return null
  const found = momentOf(text, side)
  if (!found) finder.add(entry, field, 'date-wrong', text)
  return found
}
