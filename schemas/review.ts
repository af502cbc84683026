import { z } from 'zod'
import { locale, plainText } from './text.ts'

/**
 * Why a real message lies in the inbox: the recogniser was not sure of the intent; no article answered; a visitor
 * confirmed the article that answered (a proposed similar question); a visitor said the answer did not help.
 */
export const reviewKind = z.enum(['unsure', 'unanswered', 'confirmed', 'unhelpful'])
export type ReviewKind = z.infer<typeof reviewKind>

export const reviewDecision = z
  .discriminatedUnion('kind', [
    /** The message becomes an utterance of this intent and counts in the next training. */
    z.object({ kind: z.literal('label'), intent: z.string() }).strict(),
    /** The message becomes a similar question of this article and counts at once. */
    z.object({ kind: z.literal('similar'), article: z.string() }).strict(),
    /** How the message was meant; counts in the next training of moods. */
    z
      .object({
        kind: z.literal('mood'),
        polarity: z.enum(['positive', 'neutral', 'negative']),
        anger: z.boolean().default(false),
        urgency: z.boolean().default(false),
      })
      .strict(),
    z.object({ kind: z.literal('dismiss') }).strict(),
    /** Takes a decision back, with what it added. */
    z.object({ kind: z.literal('reopen') }).strict(),
  ])
  .meta({ id: 'ReviewDecision' })
export type ReviewDecision = z.infer<typeof reviewDecision>

/** What visitors said, masked, once for each wording: repeats are counted. */
export const review = z
  .object({
    id: z.string(),
    kind: reviewKind,
    text: plainText,
    locale,
    count: z.int().min(1),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
    /** Where it was said last. */
    conversationId: z.string(),
    seq: z.int(),
    /** Intents that it may be, best first. */
    intents: z.array(z.object({ id: z.string(), confidence: z.number() })).max(5),
    /** The article that answered, or came nearest. */
    article: z.string().optional(),
    status: z.enum(['open', 'done', 'dismissed']),
    decision: reviewDecision.optional(),
    decidedBy: z.string().optional(),
    decidedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof review>
