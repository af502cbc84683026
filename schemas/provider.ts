import { z } from 'zod'

/** What a model provider may be asked to do. */
export const providerUse = z.enum(['rephrase', 'judge', 'embed'])
export type ProviderUse = z.infer<typeof providerUse>

/** Paths are put after it, and the key is kept apart: nothing may follow the path, nor a name stand before the host. */
function isBare(address: string): boolean {
  const url = URL.parse(address)
  // `…/v1?` has an empty search, which the parts do not tell
  return url !== null && !/[?#]/.test(address) && url.username === '' && url.password === ''
}

/** What a header can hold: pasted blanks around it are not meant, and none can be inside. */
export const providerKey = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[\x21-\x7e]+$/, { error: 'a key of letters, digits and signs of ASCII only' })

/** The optional model provider, without its key. */
export const providerSettings = z
  .object({
    enabled: z.boolean().default(false),
    /** Base address of an OpenAI-compatible service, up to and including `/v1`. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .refine(isBare, { error: 'an address without search, hash, name and password' }),
    model: z.string().min(1).max(200),
    /** Model that makes embeddings; needed only where these are used. */
    embeddingModel: z.string().max(200).default(''),
    /** Milliseconds that a visitor's turn may wait for it. */
    timeout: z.int().min(100).max(20_000).default(2_000),
    /** Tokens a calendar month (UTC); nothing is asked beyond. */
    monthlyCap: z.int().min(0).max(10_000_000_000).default(1_000_000),
    uses: z.array(providerUse).max(3).default([]),
  })
  .strict()
  .meta({ id: 'ProviderSettings' })
export type ProviderSettings = z.infer<typeof providerSettings>
