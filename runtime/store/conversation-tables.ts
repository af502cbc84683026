import { sql } from 'drizzle-orm'
import type { Content } from '../../schemas/content.ts'
import type { ConversationState, Owner, Pins, Profile } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'
import type { ReviewDecision, ReviewKind } from '../../schemas/review.ts'
import type { Locale } from '../../schemas/text.ts'
import type { UploadKind, UploadType } from '../../schemas/upload.ts'
import type { Kit } from './kit.ts'

/** What a turn reads and writes. */
export function defineConversationTables({ table, id, counted, text, int, real, bool, json, bytes, index, uniqueIndex, primaryKey }: Kit) {
  const conversations = table(
    'conversations',
    {
      id: id(),
      visitorId: text().notNull(),
      channel: text().notNull(),
      entry: text().notNull(),
      locale: text().$type<Locale>().notNull(),
      flow: text().notNull(),
      pins: json<Pins>().notNull(),
      owner: text().$type<Owner>().notNull(),
      state: json<ConversationState>().notNull(),
      seq: int().notNull(),
      version: int().notNull(),
      profile: json<Profile>().notNull(),
      createdAt: int().notNull(),
      updatedAt: int().notNull(),
      /** When it entered the queue; null when it is not waiting there. */
      queuedAt: int(),
    },
    (row) => [index('conversations_queue').on(row.queuedAt, row.id).where(sql`queued_at is not null`)],
  )

  const messages = table(
    'messages',
    {
      conversationId: text()
        .notNull()
        .references(() => conversations.id, { onDelete: 'cascade' }),
      seq: int().notNull(),
      id: text().notNull(),
      sender: text().$type<Message['from']>().notNull(),
      at: text().notNull(),
      content: json<Content>().notNull(),
      meta: json<NonNullable<Message['meta']>>(),
      clientId: text(),
    },
    (row) => [
      primaryKey({ columns: [row.conversationId, row.seq] }),
      // the second guard against a doubled message; the first is the key of `turns`
      uniqueIndex('messages_client').on(row.conversationId, row.clientId).where(sql`client_id is not null`),
    ],
  )

  /** One row for each inbound event: accepted, then answered. */
  const turns = table(
    'turns',
    {
      conversationId: text()
        .notNull()
        .references(() => conversations.id, { onDelete: 'cascade' }),
      clientId: text().notNull(),
      bodyHash: text().notNull(),
      status: text().$type<'pending' | 'done'>().notNull(),
      inboundSeq: int().notNull(),
      /** The answer is the messages from `firstSeq` to `lastSeq`; none when `lastSeq` is smaller. */
      firstSeq: int(),
      lastSeq: int(),
      acceptedAt: int().notNull(),
      doneAt: int(),
      trace: json<unknown>(),
    },
    (row) => [
      primaryKey({ columns: [row.conversationId, row.clientId] }),
      index('turns_pending').on(row.conversationId, row.inboundSeq).where(sql`status = 'pending'`),
    ],
  )

  const journal = table(
    'journal',
    {
      conversationId: text()
        .notNull()
        .references(() => conversations.id, { onDelete: 'cascade' }),
      key: text().notNull(),
      answer: json<unknown>(),
    },
    (row) => [primaryKey({ columns: [row.conversationId, row.key] })],
  )

  /** Messages as they were typed, where masking changed them: sealed, and gone when their time is over. */
  const originals = table(
    'originals',
    {
      conversationId: text()
        .notNull()
        .references(() => conversations.id, { onDelete: 'cascade' }),
      seq: int().notNull(),
      sealed: text().notNull(),
      until: int().notNull(),
    },
    (row) => [primaryKey({ columns: [row.conversationId, row.seq] }), index('originals_until').on(row.until)],
  )

  /** Photos and voice messages; `whole` once every part is on disk, `seq` once a message names it. */
  const uploads = table(
    'uploads',
    {
      id: id(),
      conversationId: text()
        .notNull()
        .references(() => conversations.id, { onDelete: 'cascade' }),
      kind: text().$type<UploadKind>().notNull(),
      type: text().$type<UploadType>().notNull(),
      size: int().notNull(),
      sha256: text().notNull(),
      whole: bool().notNull(),
      seq: int(),
      createdAt: int().notNull(),
    },
    (row) => [
      index('uploads_conversation').on(row.conversationId),
      index('uploads_created').on(row.createdAt),
      index('uploads_loose').on(row.createdAt).where(sql`seq is null`),
    ],
  )

  /** Their bytes in parts of bounded size: none holds up the writer for long. */
  const uploadParts = table(
    'upload_parts',
    {
      uploadId: text()
        .notNull()
        .references(() => uploads.id, { onDelete: 'cascade' }),
      part: int().notNull(),
      bytes: bytes().notNull(),
    },
    (row) => [primaryKey({ columns: [row.uploadId, row.part] })],
  )

  const measures = table('measures', {
    // only ever appended: an index over conversations would cost each turn a page
    row: counted(),
    conversationId: text().notNull(),
    /** Version that the measured commit gave its conversation. */
    version: int().notNull(),
    name: text().notNull(),
    node: text(),
    value: real(),
    detail: json<Record<string, string | number | boolean>>(),
    at: int().notNull(),
  })

  /** What visitors said that deserves a look, masked; one row for each wording. */
  const reviews = table(
    'reviews',
    {
      row: counted(),
      kind: text().$type<ReviewKind>().notNull(),
      locale: text().$type<Locale>().notNull(),
      /** The same for all spellings of one wording. */
      wording: text().notNull(),
      text: text().notNull(),
      count: int().notNull(),
      firstAt: int().notNull(),
      lastAt: int().notNull(),
      conversationId: text().notNull(),
      seq: int().notNull(),
      intents: json<{ id: string; confidence: number }[]>().notNull(),
      article: text(),
      status: text().$type<'open' | 'done' | 'dismissed'>().notNull(),
      decision: json<ReviewDecision>(),
      /** True when the decision put something into the library that was not there. */
      added: bool().notNull().default(false),
      decidedBy: text(),
      decidedAt: int(),
    },
    (row) => [
      uniqueIndex('reviews_wording').on(row.kind, row.locale, row.wording),
      index('reviews_inbox').on(row.status, row.kind, row.count),
    ],
  )

  /** A visitor's last word on an answer. */
  const ratings = table(
    'ratings',
    {
      conversationId: text()
        .notNull()
        .references(() => conversations.id, { onDelete: 'cascade' }),
      seq: int().notNull(),
      article: text().notNull(),
      helpful: bool().notNull(),
      at: int().notNull(),
    },
    (row) => [primaryKey({ columns: [row.conversationId, row.seq] })],
  )

  return { conversations, messages, turns, journal, originals, uploads, uploadParts, measures, reviews, ratings }
}
