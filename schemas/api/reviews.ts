import { z } from 'zod'
import { message } from '../message.ts'
import { review, reviewDecision, reviewKind } from '../review.ts'
import { route } from './route.ts'

const readers = ['owner', 'operator', 'agent', 'analyst'] as const
const writers = ['owner', 'operator'] as const

export const listReviews = route({
  method: 'GET',
  path: '/api/reviews',
  access: readers,
  owner: 'shared',
  summary: 'Real messages that deserve a look, most frequent first, at most 100.',
  query: z
    .object({
      kind: reviewKind.optional(),
      status: z.enum(['open', 'done', 'dismissed']).default('open'),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
    })
    .strict(),
  reply: z.object({
    reviews: z.array(review),
    /** Open ones of each kind. */
    open: z.record(reviewKind, z.int()),
    total: z.int(),
  }),
})

export const decideReviews = route({
  method: 'POST',
  path: '/api/reviews/decisions',
  access: writers,
  owner: 'shared',
  summary: 'Decide what messages meant: labelled ones teach the library. All or nothing.',
  body: z.object({ reviews: z.array(z.string().max(64)).min(1).max(500), decision: reviewDecision }).strict(),
  reply: z.object({ version: z.int(), decided: z.int() }),
})

export const listReviewClusters = route({
  method: 'GET',
  path: '/api/reviews/clusters',
  access: readers,
  owner: 'shared',
  summary: 'Open messages of a kind that ask the same, largest group first, each with what it might become.',
  query: z.object({ kind: reviewKind.default('unanswered') }).strict(),
  reply: z.object({
    clusters: z.array(
      z.object({
        /** The wording nearest to all others. */
        text: z.string(),
        /** Messages heard, repeats counted. */
        count: z.int(),
        reviews: z.array(z.object({ id: z.string(), text: z.string(), count: z.int() })),
        /** The article or intent that comes nearest, if any does. */
        article: z.object({ id: z.string(), question: z.string(), confidence: z.number() }).optional(),
        intent: z.object({ id: z.string(), confidence: z.number() }).optional(),
      }),
    ),
  }),
})

export const readConversation = route({
  method: 'GET',
  path: '/api/conversations/{id}',
  access: readers,
  owner: 'shared',
  summary: 'What was said in a conversation, masked, with the visitor’s mood at each message.',
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }).strict(),
  reply: z.object({
    messages: z.array(message),
    moods: z.array(
      z.object({
        seq: z.int(),
        polarity: z.enum(['positive', 'neutral', 'negative']),
        anger: z.number(),
        anxiety: z.number(),
        urgency: z.number(),
      }),
    ),
    /** Seqs of messages whose unmasked original is still kept. */
    originals: z.array(z.int()),
  }),
})

export const readOriginal = route({
  method: 'POST',
  path: '/api/conversations/{id}/messages/{seq}/original',
  access: ['owner', 'agent'],
  owner: 'shared',
  summary: 'What a visitor typed before masking; the reason given is written into the audit trail.',
  body: z.object({ reason: z.string().trim().min(2).max(300) }).strict(),
  reply: z.object({ text: z.string(), until: z.iso.datetime() }),
})

export const readUpload = route({
  method: 'GET',
  path: '/api/conversations/{id}/uploads/{upload}',
  access: ['owner', 'operator', 'agent'],
  owner: 'shared',
  summary: 'A photo or voice message that a visitor sent.',
  reply: 'file',
})
