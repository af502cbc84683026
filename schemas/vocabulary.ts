import { z } from 'zod'
import { id } from './name.ts'
import { plainText } from './text.ts'

/** Words that mean the same to this shop; the first one stands for all. */
export const synonymGroup = z
  .object({ id, words: z.array(plainText.min(1).max(60)).min(2).max(50) })
  .strict()
  .meta({ id: 'SynonymGroup' })
export type SynonymGroup = z.infer<typeof synonymGroup>

/** A word that only this shop uses: the segmenter keeps it whole. */
export const shopWord = z
  .object({ id, word: plainText.min(2).max(60), kind: z.enum(['brand', 'product', 'slang']) })
  .strict()
  .meta({ id: 'ShopWord' })
export type ShopWord = z.infer<typeof shopWord>
