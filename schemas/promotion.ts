import { z } from 'zod'
import { id } from './name.ts'
import { money } from './shop.ts'
import { localizedText } from './text.ts'

/** An offer an operator may place in a flow: who may have it, what it is worth, how much of it there is. */
export const offer = z
  .object({
    id,
    name: localizedText,
    value: money,
    /** Smallest cart or order it applies to; absent = none. */
    threshold: money.optional(),
    conditionText: localizedText.optional(),
    validFrom: z.iso.datetime().optional(),
    validTo: z.iso.datetime().optional(),
    eligible: z
      .object({ tiers: z.array(z.string()).optional(), tags: z.array(z.string()).optional(), firstOrder: z.boolean().optional() })
      .strict()
      .default({}),
    /** How many may be given, ever, and to one visitor; claims count against them in one conditional update. */
    budget: z.object({ total: z.int().min(0), perVisitor: z.int().min(1).default(1) }).strict(),
  })
  .strict()
  .meta({ id: 'Offer' })
export type Offer = z.infer<typeof offer>

export const coupon = z
  .object({
    offerId: id,
    code: z.string(),
    name: localizedText,
    value: money,
    threshold: money.optional(),
    expiresAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Coupon' })
export type Coupon = z.infer<typeof coupon>
