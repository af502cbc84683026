import type { Article } from '../../../schemas/article.ts'
import type { Intent } from '../../../schemas/intent.ts'
import type { Product } from '../../../schemas/shop.ts'
import type { LocalizedText } from '../../../schemas/text.ts'
import type { SynonymGroup } from '../../../schemas/vocabulary.ts'

const han = /\p{Script=Han}/u

/** An article of a file over the one that is there: what the file says counts, similar questions and tags come together. */
export function mergeArticle(before: Article, { id: _id, question, similar, answer, tags, ...more }: Article): Article {
  return {
    ...before,
    ...more,
    similar: union(before.similar, [question, ...similar]).filter((each) => each !== before.question),
    answer: mergeText(before.answer, answer),
    tags: union(before.tags, tags),
  }
}

/** The name that is there stays: a file may call an intent by its id. */
export function mergeIntent(before: Intent, { utterances, keywords }: Intent): Intent {
  return { ...before, utterances: union(before.utterances, utterances), keywords: union(before.keywords, keywords) }
}

export function mergeProduct(before: Product, { id: _id, name, tags, attributes, ...more }: Product): Product {
  return {
    ...before,
    ...more,
    name: { ...before.name, ...name },
    tags: union(before.tags, tags),
    attributes: { ...before.attributes, ...attributes },
  }
}

export function mergeGroup(before: SynonymGroup, { words }: SynonymGroup): SynonymGroup {
  return { ...before, words: union(before.words, words) }
}

/** A text in one language leaves the other language alone. */
function mergeText(before: LocalizedText, text: LocalizedText): LocalizedText {
  if (text === '' || typeof before === 'string') return text || before
  if (typeof text !== 'string') return { ...before, ...text }
  return { ...before, [han.test(text) ? 'zh-CN' : 'en']: text }
}

function union(before: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...before, ...more])]
}
