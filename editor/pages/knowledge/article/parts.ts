import type { Article } from '../../../../schemas/article.ts'

/** What of an article is edited as one: similar questions are added and taken line by line, never as a whole. */
export type Part = 'question' | 'answer' | 'details'

const fields = {
  question: ['question'],
  answer: ['answer'],
  details: ['validFrom', 'validTo', 'locale', 'tags', 'products'],
} as const satisfies Record<Part, readonly (keyof Article)[]>

/** The article as it stands on the server, with the parts that were edited here: what others changed meanwhile stays. */
export function withParts(stored: Article, draft: Article, parts: Iterable<Part>): Article {
  const merged = { ...stored }
  for (const part of parts)
    for (const field of fields[part]) {
      delete merged[field as 'locale']
      if (draft[field] !== undefined) Object.assign(merged, { [field]: draft[field] })
    }
  return merged
}
