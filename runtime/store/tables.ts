import { sql } from 'drizzle-orm'
import type { Content } from '../../schemas/content.ts'
import type { ConversationState, Owner, Pins, Profile } from '../../schemas/conversation.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Message } from '../../schemas/message.ts'
import type { Operation } from '../../schemas/operation.ts'
import type { Locale } from '../../schemas/text.ts'
import { defineAuthTables } from './auth-tables.ts'
import type { Kit } from './kit.ts'
import type { Entry } from './store.ts'

/** Every table, once for both databases. Column names are the keys in snake_case. Instants are milliseconds. */
export function defineTables(kit: Kit) {
  return {
    ...defineConversationTables(kit),
    ...defineFlowTables(kit),
    ...defineLibraryTables(kit),
    ...defineSystemTables(kit),
    ...defineAuthTables(kit),
  }
}

export type Tables = ReturnType<typeof defineTables>

function defineConversationTables({ table, id, counted, text, int, real, json, index, uniqueIndex, primaryKey }: Kit) {
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
      conversationId: text().notNull().references(() => conversations.id, { onDelete: 'cascade' }),
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
      conversationId: text().notNull().references(() => conversations.id, { onDelete: 'cascade' }),
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
      conversationId: text().notNull().references(() => conversations.id, { onDelete: 'cascade' }),
      key: text().notNull(),
      answer: json<unknown>(),
    },
    (row) => [primaryKey({ columns: [row.conversationId, row.key] })],
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

  return { conversations, messages, turns, journal, measures }
}

function defineFlowTables({ table, id, text, int, bool, json, uniqueIndex, primaryKey }: Kit) {
  const flows = table('flows', {
    id: id(),
    name: json<Flow['name']>().notNull(),
    /** Revision 0, what the log of edits starts from. */
    base: json<Flow>().notNull(),
    /** `base` with all edits applied: written with each edit, never by itself. */
    document: json<Flow>().notNull(),
    revision: int().notNull(),
    liveNumber: int(),
    liveVersionId: text(),
    liveRevision: int(),
    publishedAt: int(),
    archived: bool().notNull(),
    createdBy: text().notNull(),
    createdByName: text().notNull(),
    createdAt: int().notNull(),
    updatedAt: int().notNull(),
  })

  const edits = table(
    'edits',
    {
      flowId: text().notNull().references(() => flows.id, { onDelete: 'cascade' }),
      revision: int().notNull(),
      id: text().notNull(),
      base: int().notNull(),
      operations: json<Operation[]>().notNull(),
      author: text().notNull(),
      authorName: text().notNull(),
      at: text().notNull(),
    },
    (row) => [primaryKey({ columns: [row.flowId, row.revision] }), uniqueIndex('edits_id').on(row.flowId, row.id)],
  )

  /** Rows are never changed or deleted; triggers refuse it. */
  const versions = table(
    'versions',
    {
      id: id(),
      flowId: text().notNull().references(() => flows.id),
      number: int().notNull(),
      bytes: text().notNull(),
      sha256: text().notNull(),
      revision: int().notNull(),
      intents: json<Intent[]>().notNull(),
      publishedBy: text().notNull(),
      at: int().notNull(),
      note: text(),
    },
    (row) => [uniqueIndex('versions_number').on(row.flowId, row.number)],
  )

  const entries = table('entries', {
    id: id(),
    flowId: text().notNull(),
    name: text().notNull(),
    look: json<Entry['look']>().notNull(),
    origins: json<string[]>().notNull(),
  })

  return { flows, edits, versions, entries }
}

function defineLibraryTables({ table, id, text, int, json, uniqueIndex, primaryKey }: Kit) {
  /** Documents in the order an operator gave them. */
  const list = (name: string) => table(name, { id: id(), position: int().notNull(), document: json<unknown>().notNull() })
  const intents = list('intents')
  const articles = list('articles')
  const offers = list('offers')

  /** How much of an offer is given away; apart from the offer, so that editing one never resets it. */
  const budgets = table('budgets', { offerId: id(), claimed: int().notNull() })

  const claims = table(
    'claims',
    {
      offerId: text().notNull(),
      key: text().notNull(),
      visitorId: text().notNull(),
      /** Which of the visitor's claims of this offer it is, from 1: two at once collide here. */
      nth: int().notNull(),
      code: text().notNull(),
      at: int().notNull(),
    },
    (row) => [primaryKey({ columns: [row.offerId, row.key] }), uniqueIndex('claims_visitor').on(row.offerId, row.visitorId, row.nth)],
  )

  return { intents, articles, offers, budgets, claims }
}

function defineSystemTables({ table, id, text, int, json, index, uniqueIndex }: Kit) {
  const jobs = table(
    'jobs',
    {
      id: id(),
      kind: text().notNull(),
      key: text().notNull(),
      /** When it may be claimed; for a claimed job, the end of the lease. */
      due: int().notNull(),
      payload: json<Record<string, unknown>>().notNull(),
      conversationId: text(),
      status: text().$type<'waiting' | 'claimed' | 'done' | 'dead'>().notNull(),
      attempts: int().notNull(),
      error: text(),
    },
    (row) => [
      uniqueIndex('jobs_key').on(row.key),
      index('jobs_due').on(row.due).where(sql`status in ('waiting', 'claimed')`),
      index('jobs_dead').on(row.due).where(sql`status = 'dead'`),
    ],
  )

  const settings = table('settings', { key: text().primaryKey(), value: json<{ value?: unknown }>().notNull() })

  /** A chain of hashes; triggers refuse changes. Details stand apart so that personal data can be erased and the chain stay whole. */
  const audit = table('audit', {
    seq: int().primaryKey(),
    at: int().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    target: text().notNull(),
    detailHash: text().notNull(),
    hash: text().notNull(),
  })
  const auditDetails = table('audit_details', { seq: int().primaryKey(), detail: text().notNull() })

  return { jobs, settings, audit, auditDetails }
}
