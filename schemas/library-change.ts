import { z } from 'zod'
import { article } from './article.ts'
import { intent } from './intent.ts'
import { id } from './name.ts'
import { ownProduct } from './shop.ts'
import { plainText } from './text.ts'
import { shopWord, synonymGroup } from './vocabulary.ts'

const lines = z.array(plainText.min(1).max(500)).min(1).max(5_000)

/** Where something goes, counted from 0; past the end and left out both mean last. */
const place = z.int().min(0).max(100_000)

/** One edit of the intent library. Adding what is there and taking what is not change nothing, so edits of two people meet. */
export const intentChange = z
  .discriminatedUnion('do', [
    /** Makes the intent, or renames it; its utterances stay. */
    z.object({ do: z.literal('put'), intent: intent.omit({ utterances: true }) }).strict(),
    z.object({ do: z.literal('add'), intent: id, utterances: lines, places: z.array(place).max(5_000).optional() }).strict(),
    z.object({ do: z.literal('take'), intent: id, utterances: lines }).strict(),
    z.object({ do: z.literal('remove'), intent: id }).strict(),
    /** Puts a removed intent back with all it had; of one that is there, what it lacks. */
    z.object({ do: z.literal('restore'), intent, place: place.optional() }).strict(),
  ])
  .meta({ id: 'IntentChange' })
export type IntentChange = z.infer<typeof intentChange>

/** One edit of the articles. */
export const articleChange = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('put'), article }).strict(),
    z.object({ do: z.literal('add'), article: id, similar: lines, places: z.array(place).max(5_000).optional() }).strict(),
    z.object({ do: z.literal('take'), article: id, similar: lines }).strict(),
    z.object({ do: z.literal('remove'), article: id }).strict(),
  ])
  .meta({ id: 'ArticleChange' })
export type ArticleChange = z.infer<typeof articleChange>

export const productChange = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('put'), product: ownProduct }).strict(),
    z.object({ do: z.literal('remove'), product: z.string() }).strict(),
  ])
  .meta({ id: 'ProductChange' })
export type ProductChange = z.infer<typeof productChange>

/** One edit of the words that mean the same, or of the shop's own words. */
export const vocabularyChange = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('put-group'), group: synonymGroup }).strict(),
    z.object({ do: z.literal('remove-group'), group: id }).strict(),
    z.object({ do: z.literal('put-word'), word: shopWord }).strict(),
    z.object({ do: z.literal('remove-word'), word: id }).strict(),
  ])
  .meta({ id: 'VocabularyChange' })
export type VocabularyChange = z.infer<typeof vocabularyChange>
