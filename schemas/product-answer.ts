import { z } from 'zod'

/** A fact of a product's sheet, word for word: the answer and its source in one. */
export const productFact = z
  .object({ product: z.string(), name: z.string(), key: z.string(), value: z.string() })
  .meta({ id: 'ProductFact' })
export type ProductFact = z.infer<typeof productFact>

/**
 * What the sheets say to a question. Nothing is concluded: the shopper reads what is written.
 * `named`: the question names the product, rather than only meaning it. `asked`: it is about a property that sheets hold.
 */
export type ProductAnswer =
  | { kind: 'fact'; fact: ProductFact; named: boolean }
  /** The sheet has several that it may be. */
  | { kind: 'not-sure'; facts: ProductFact[]; named: boolean; asked: boolean }
  /** Its sheet says nothing to this. */
  | { kind: 'unknown'; product: string; name: string; named: boolean; asked: boolean }
  /** It may be about any of these. */
  | { kind: 'which'; products: { product: string; name: string }[]; asked: boolean }
  | { kind: 'nothing' }
