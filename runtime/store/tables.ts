import { sql } from 'drizzle-orm'
import type { Flow } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Operation } from '../../schemas/operation.ts'
import { defineAuthTables } from './auth-tables.ts'
import { defineConversationTables } from './conversation-tables.ts'
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
      flowId: text()
        .notNull()
        .references(() => flows.id, { onDelete: 'cascade' }),
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
      flowId: text()
        .notNull()
        .references(() => flows.id),
      number: int().notNull(),
      bytes: text().notNull(),
      sha256: text().notNull(),
      revision: int().notNull(),
      /** The list itself, or the name of a row in `lessons`. */
      intents: json<Intent[] | { lessons: string }>().notNull(),
      publishedBy: text().notNull(),
      at: int().notNull(),
      note: text(),
    },
    (row) => [uniqueIndex('versions_number').on(row.flowId, row.number)],
  )

  /** Libraries of intents by their SHA-256: many versions were taught the same. Rows are never changed or deleted; triggers refuse it. */
  const lessons = table('lessons', { id: id(), intents: json<Intent[]>().notNull() })

  const entries = table('entries', {
    id: id(),
    flowId: text().notNull(),
    name: text().notNull(),
    look: json<Entry['look']>().notNull(),
    origins: json<string[]>().notNull(),
  })

  return { flows, edits, versions, lessons, entries }
}

function defineLibraryTables({ table, id, text, int, json, index, uniqueIndex, primaryKey }: Kit) {
  /** Documents in the order an operator gave them. */
  const list = (name: string) =>
    table(name, { id: id(), position: int().notNull(), document: json<unknown>().notNull() }, (row) => [
      index(`${name}_position`).on(row.position),
    ])
  const intents = list('intents')
  const offers = list('offers')
  const synonyms = list('synonyms')
  const words = list('words')
  const products = list('products')
  const moodWords = list('mood_words')

  /** As the others, with the library version that wrote the row: readers take over only what changed. */
  const articles = table(
    'articles',
    { id: id(), position: int().notNull(), document: json<unknown>().notNull(), version: int().notNull().default(0) },
    (row) => [index('articles_position').on(row.position), index('articles_version').on(row.version)],
  )
  const removedArticles = table('removed_articles', { id: id(), version: int().notNull() }, (row) => [
    index('removed_articles_version').on(row.version),
  ])

  /** How articles do: only ever counted up and down, never computed anew. */
  const tallies = table('tallies', {
    article: text().primaryKey(),
    answered: int().notNull(),
    helpful: int().notNull(),
    unhelpful: int().notNull(),
  })

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

  return { intents, articles, removedArticles, offers, synonyms, words, products, moodWords, tallies, budgets, claims }
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
      index('jobs_done').on(row.due).where(sql`status = 'done'`),
    ],
  )

  const settings = table('settings', { key: text().primaryKey(), value: json<{ value?: unknown }>().notNull() })

  /** Trained recognisers, base64, by what they were trained on; old ones go, since they can be made again. */
  const models = table('models', { key: text().primaryKey(), bytes: text().notNull(), at: int().notNull() }, (row) => [
    index('models_at').on(row.at),
  ])

  /** Ids of tokens that are good for once, kept until their token has expired. */
  const spent = table('spent', { id: text().primaryKey(), until: int().notNull() }, (row) => [index('spent_until').on(row.until)])

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

  return { jobs, settings, spent, models, audit, auditDetails }
}
