import { z } from 'zod'
import { id } from './name.ts'
import { locale, localizedText, plainText } from './text.ts'

/** A question the shop can answer. */
export const article = z
  .object({
    id,
    question: plainText.min(1).max(500),
    similar: z.array(plainText.min(1).max(500)).max(2_000).default([]),
    answer: localizedText,
    /** Language of the questions; absent = any. */
    locale: locale.optional(),
    validFrom: z.iso.datetime().optional(),
    validTo: z.iso.datetime().optional(),
    tags: z.array(plainText.max(100)).max(100).default([]),
    /** Ids of products that it is about. */
    products: z.array(z.string().min(1).max(100)).max(100).optional(),
  })
  .strict()
  .meta({ id: 'Article' })
export type Article = z.infer<typeof article>

/** What `knowledge/` says to a question: one answer, up to three candidates, or nothing. */
export const knowledgeAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    article: z.string(),
    question: z.string(),
    answer: localizedText,
    confidence: z.number(),
    /** Ids of products that the article is about. */
    products: z.array(z.string()).optional(),
  }),
  z.object({
    kind: z.literal('not-sure'),
    candidates: z.array(z.object({ article: z.string(), question: z.string(), confidence: z.number() })),
  }),
  z.object({ kind: z.literal('nothing') }),
])
export type KnowledgeAnswer = z.infer<typeof knowledgeAnswer>
