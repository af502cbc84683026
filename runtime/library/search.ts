import type { Article } from '../../schemas/article.ts'
import type { Product } from '../../schemas/shop.ts'
import { type Locale, locales, textIn } from '../../schemas/text.ts'

/** Articles or products looked at before others have their turn. */
const part = 400

/** True when every one of the words is somewhere in one of the texts. */
export function createFilter(search: string): (texts: Iterable<string>) => boolean {
  const wanted = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return () => true
  return (texts) => {
    let missing = wanted
    for (const text of texts) {
      const low = text.toLowerCase()
      missing = missing.filter((word) => !low.includes(word))
      if (missing.length === 0) return true
    }
    return false
  }
}

/** Those of a long list that are wanted, in their order; others have their turn in between. */
export async function filterGently<Item>(
  items: Iterable<Item>,
  isWanted: (item: Item) => boolean,
  pause: () => Promise<void>,
): Promise<Item[]> {
  const found: Item[] = []
  let looked = 0
  for (const item of items) {
    if (isWanted(item)) found.push(item)
    if (++looked % part === 0) await pause()
  }
  return found
}

/** Where the words of an operator's search may stand in an article. */
export function* textsOfArticle({ id, question, similar, answer, tags }: Article): Generator<string> {
  yield question
  yield* textsIn(answer)
  yield* similar
  yield* tags
  yield id
}

export function* textsOfProduct({ id, name, variant, tags, attributes }: Product): Generator<string> {
  yield* textsIn(name)
  yield id
  if (variant !== undefined) yield variant
  yield* tags
  for (const [key, value] of Object.entries(attributes)) yield `${key} ${value}`
}

function textsIn(text: Parameters<typeof textIn>[0]): string[] {
  return typeof text === 'string' ? [text] : locales.map((locale: Locale) => textIn(text, locale))
}
