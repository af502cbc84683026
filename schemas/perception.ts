import { z } from 'zod'

export const entityRole = z.enum(['from', 'to', 'not'])

/** How a visitor feels over the last messages; each figure 0–1. */
export const moodState = z
  .object({
    anger: z.number(),
    anxiety: z.number(),
    urgency: z.number(),
    negative: z.number(),
    /** Of the last three messages, oldest first: was it negative? */
    recent: z.array(z.boolean()).max(3),
  })
  .strict()
export type MoodState = z.infer<typeof moodState>

/** What `language/` reads in one visitor message, once per turn. Recorded with the turn, so replay needs no recogniser. */
export const perception = z.object({
  /** Normalised text: full width folded, case lowered, repeats cut. */
  text: z.string(),
  language: z.enum(['zh', 'en', 'mixed', 'none']),
  /** Best first; confidence 0–1. Only the intents in play. */
  intents: z.array(z.object({ id: z.string(), confidence: z.number() })),
  entities: z.array(
    z.object({
      type: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]),
      text: z.string(),
      start: z.int(),
      end: z.int(),
      /** What the words around it make of it: `from` M `to` L; `not` black. */
      role: entityRole.optional(),
      /** Id at the shop, of a product that was shown. */
      id: z.string().optional(),
    }),
  ),
  mood: z.object({ polarity: z.enum(['positive', 'neutral', 'negative']), anger: z.number(), anxiety: z.number(), urgency: z.number() }),
  /** The whole question where only a part was said: 「那白色的呢」 after 「这款有黑色吗」. */
  meant: z.string().optional(),
  /** Words that change something said before: 「不对」, "actually". */
  corrects: z.boolean().optional(),
  /** Nothing but the wish to leave what is open: 「算了不查了」, "never mind". */
  cancels: z.boolean().optional(),
  /** The question in the form in which repeats are found; absent for what asks nothing. */
  question: z.string().optional(),
  /** The earlier question that this one repeats: its place in what was remembered, and how alike, 0–1. */
  repeats: z.object({ index: z.int(), similarity: z.number() }).optional(),
  /** 0–1: how much it complains without saying so. */
  complaint: z.number().optional(),
  /** The mood over the last messages, this one included. */
  feeling: moodState.optional(),
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
  'product',
  'symptom',
  'reason',
  'photo',
  'voice',
] as const
export const entityType = z.enum(entityTypes).meta({ id: 'EntityType', field: 'entity-type' })
export type EntityType = z.infer<typeof entityType>

/** Kinds that say who somebody is or where: never read back in full. */
export const personalTypes: ReadonlySet<string> = new Set<EntityType>([
  ...(['phone', 'email', 'person_name', 'address', 'tax_no', 'photo', 'voice'] as const),
])
