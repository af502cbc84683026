import { z } from 'zod'
import { id } from './name.ts'
import { entityRole, moodState } from './perception.ts'
import { locale } from './text.ts'

/** Who writes to the visitor now. One writer at a time; the server enforces it. */
export const owner = z.union([z.enum(['bot', 'queue', 'closed']), z.templateLiteral(['agent:', z.string().min(1)])])
export type Owner = z.infer<typeof owner>

export const slotValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type SlotValue = z.infer<typeof slotValue>

/** A value that survives JSON; what a waiting node may remember of its visit. */
export const memory = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
export type Memory = z.infer<typeof memory>

/** Something said in passing that no question has asked for yet. */
export const mention = z
  .object({
    type: z.string().max(40),
    value: z.union([z.string().max(500), z.number(), z.boolean()]),
    role: entityRole.optional(),
    id: z.string().max(200).optional(),
  })
  .strict()
export type Mention = z.infer<typeof mention>

/** A product that was shown or spoken of, with what tells it from others. */
export const shownProduct = z
  .object({
    id: z.string().max(200),
    /** In the visitor's language. */
    name: z.string().max(200),
    /** Names, variant and attributes, lower case, for "the white one". */
    words: z.string().max(400),
    /** Minor units, for "the cheaper one". */
    price: z.int().optional(),
  })
  .strict()
export type ShownProduct = z.infer<typeof shownProduct>

/** What was said and shown lately. Bounded; every part is absent until there is something, so older states need no migration. */
export const recall = z
  .object({
    mood: moodState.optional(),
    /** Of the last message, 0–1. */
    complaint: z.number().optional(),
    /** How often the visitor has asked the last question by now, from 1. */
    repeated: z.int().optional(),
    /** The visitor's last questions, oldest first. */
    asked: z
      .array(z.object({ text: z.string().max(200), times: z.int() }).strict())
      .max(8)
      .optional(),
    /** The last question in full. */
    last: z.string().max(200).optional(),
    /** Hashes of what was said to the visitor, oldest first. */
    told: z.array(z.int()).max(12).optional(),
    /** The list of products shown last, in its order. */
    shown: z.array(shownProduct).max(8).optional(),
    /** Id of the one that is spoken of. */
    about: z.string().max(200).optional(),
    /** The last message was in another language than the answers, too short to be sure. */
    foreign: z.literal(true).optional(),
    /** The last thing said was whether a person shall help. */
    personOffered: z.literal(true).optional(),
  })
  .strict()
export type Recall = z.infer<typeof recall>

/** One level of the conversation's stack; the last one is where it stands. */
export const frame = z
  .object({
    /** `flow`: the entry's flow; `subflow`: called by the frame below; `interrupt`: a watching node fired over the frame below. */
    kind: z.enum(['flow', 'subflow', 'interrupt']),
    flow: id,
    /** Where it stands: the node that waits, the sub-flow node that called, or the watcher that fired. */
    node: id,
    /** Interruptions: the watching node that fired, so that it does not fire over itself. */
    from: id.optional(),
    waiting: z
      .object({
        /** Changes with each wait, so that a late timer finds out it is late. */
        token: z.string(),
        memory,
      })
      .optional(),
    /** Said while this level was open and not asked for yet. */
    mentions: z.array(mention).max(20).optional(),
    /** Questions answered while this level was open, `flow/node`, oldest first: these can be corrected. */
    answered: z.array(z.string()).max(50).optional(),
  })
  .strict()
export type Frame = z.infer<typeof frame>

/** Everything a conversation's next turn depends on, besides its pinned versions. */
export const conversationState = z
  .object({
    v: z.literal(1),
    frames: z.array(frame).max(50),
    slots: z.record(z.string(), slotValue),
    counters: z
      .object({
        /** Turns taken so far. */
        turns: z.int(),
        /** Visits by node, keyed `flow/node`; selects wordings and makes idempotency keys unique. */
        visits: z.record(z.string(), z.int()),
        /** Messages in a row that nothing understood. */
        notUnderstood: z.int(),
      })
      .strict(),
    recall: recall.optional(),
    /** The language that the visitor turned out to write; absent = that in which the conversation began. */
    locale: locale.optional(),
  })
  .strict()
  .meta({ id: 'ConversationState' })
export type ConversationState = z.infer<typeof conversationState>

export const emptyState = (): ConversationState => ({
  v: 1,
  frames: [],
  slots: {},
  counters: { turns: 0, visits: {}, notUnderstood: 0 },
})

/** What flows may know of a visitor; never a secret, never unmasked personal data. */
export const profile = z
  .object({
    verified: z.boolean().default(false),
    tier: z.string().default('none'),
    orders: z.int().default(0),
    /** Minor units. */
    spent: z.int().default(0),
    tags: z.array(z.string()).default([]),
    /** Customer id at the shop, when the shop vouched for the visitor. */
    customerId: z.string().optional(),
  })
  .meta({ id: 'Profile' })
export type Profile = z.infer<typeof profile>

/** Flow id → version id: what a conversation runs on, fixed when it began. */
export const pins = z.record(id, z.string())
export type Pins = z.infer<typeof pins>

export const conversation = z.object({
  id: z.string(),
  visitorId: z.string(),
  channel: z.string(),
  entry: id,
  locale,
  /** Flow that the entry pointed to when the conversation began. */
  flow: id,
  pins,
  owner,
  state: conversationState,
  /** Seq of the last message. */
  seq: z.int().min(0),
  /** Grows with every change of the row; commits are conditional on it. */
  version: z.int().min(0),
  profile,
})
export type Conversation = z.infer<typeof conversation>
