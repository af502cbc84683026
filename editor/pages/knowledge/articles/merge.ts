import type { Article } from '../../../../schemas/article.ts'
import { type Locale, locales } from '../../../../schemas/text.ts'

type Change = { do: 'put'; article: Article } | { do: 'remove'; article: string }

/**
 * Makes two articles one: the first keeps its question, answer and dates and takes over every wording, tag and product
 * of the second. A language that only the second one answers in comes along.
 */
export function mergeChanges(keep: Article, drop: Article): Change[] {
  const taken = new Set([keep.question, ...keep.similar])
  const similar = [...keep.similar, ...[drop.question, ...drop.similar].filter((each) => !taken.has(each))]
  const products = [...new Set([...(keep.products ?? []), ...(drop.products ?? [])])]
  const answer = typeof keep.answer === 'object' && typeof drop.answer === 'object' ? filled(keep.answer, drop.answer) : keep.answer
  const merged: Article = {
    ...keep,
    similar: [...new Set(similar)].slice(0, 2_000),
    tags: [...new Set([...keep.tags, ...drop.tags])],
    answer,
  }
  // questions of two languages: the one article answers in both
  if (keep.locale !== drop.locale) delete merged.locale
  return [
    { do: 'put', article: products.length > 0 ? { ...merged, products } : merged },
    { do: 'remove', article: drop.id },
  ]
}

type Texts = { [locale in Locale]?: string | undefined }

function filled(first: Texts, second: Texts): Texts {
  const texts = { ...second }
  for (const locale of locales) if (first[locale]?.trim()) texts[locale] = first[locale]
  return texts
}
