import { z } from 'zod'
import { article } from './article.ts'
import { flow } from './flow.ts'
import { intent } from './intent.ts'
import { offer } from './promotion.ts'
import { ownProduct } from './shop.ts'
import { shopWord, synonymGroup } from './vocabulary.ts'

export const bundleFormat = 1

/** What export and import exchange: all that a set of flows needs. Secrets and visitors never leave. */
export const bundle = z
  .object({
    bundle: z.literal(bundleFormat),
    flows: z.array(flow).max(500).default([]),
    intents: z.array(intent).max(2_000).default([]),
    articles: z.array(article).max(50_000).default([]),
    offers: z.array(offer).max(2_000).default([]),
    synonyms: z.array(synonymGroup).max(5_000).optional(),
    words: z.array(shopWord).max(20_000).optional(),
    products: z.array(ownProduct).max(50_000).optional(),
  })
  .strict()
  .meta({ id: 'Bundle' })
export type Bundle = z.infer<typeof bundle>
