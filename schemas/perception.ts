import { z } from 'zod'

/** What `language/` reads in one visitor message, once per turn. Recorded with the turn, so replay needs no recogniser. */
export const perception = z.object({
  /** Normalised text: full width folded, case lowered, repeats cut. */
  text: z.string(),
  language: z.enum(['zh', 'en', 'mixed', 'none']),
  /** Best first; confidence 0–1. Only the intents in play. */
  intents: z.array(z.object({ id: z.string(), confidence: z.number() })),
  entities: z.array(
    z.object({ type: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), text: z.string(), start: z.int(), end: z.int() }),
  ),
  mood: z.object({ polarity: z.enum(['positive', 'neutral', 'negative']), anger: z.number(), anxiety: z.number(), urgency: z.number() }),
})
export type Perception = z.infer<typeof perception>

/** Kinds of value that a slot can hold and `language/` can find. */
export const entityTypes = [
  'text',
  'order_no',
  'tracking_no',
  'phone',
  'email',
  'number',
  'money',
  'date',
  'yes_no',
  'choice',
  'size',
  'colour',
  'date_time',
  'quantity',
  'height_cm',
  'weight_kg',
  'ordinal',
  'rating',
  'person_name',
  'address',
  'tax_no',
  'coupon_code',
] as const
export const entityType = z.enum(entityTypes).meta({ id: 'EntityType', field: 'entity-type' })
export type EntityType = z.infer<typeof entityType>
