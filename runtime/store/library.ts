import { and, asc, count, eq, lt, sql } from 'drizzle-orm'
import { ask, type Database, type Script } from './database.ts'
import type { LibraryStore } from './store.ts'
import type { Tables } from './tables.ts'

type List = Tables['intents']

const versionKey = 'library.version'

/** Rows in one INSERT: three bound values each, far below what SQLite and PostgreSQL allow. */
const chunk = 1_000

/** Intents, articles and offers, each list kept in the order it was put; and what was given away of the offers. */
export function createLibrary({ db, tables, read, write }: Database): LibraryStore {
  const { settings, budgets, claims } = tables

  const list = <T>(table: List) =>
    read(function* () {
      const rows = yield* ask(db.select({ document: table.document }).from(table).orderBy(asc(table.position)))
      // only `replace` writes here, with the same type
      return rows.map((row) => row.document as T)
    })

  const replace = (table: List, documents: readonly { id: string }[]) =>
    write(function* () {
      yield* ask(db.delete(table))
      for (let from = 0; from < documents.length; from += chunk) {
        const rows = documents.slice(from, from + chunk).map((document, index) => ({ id: document.id, position: from + index, document }))
        yield* ask(db.insert(table).values(rows))
      }
      yield* grow()
    })

  const versionNow = function* (): Script<number> {
    const [row] = yield* ask(db.select().from(settings).where(eq(settings.key, versionKey)))
    return typeof row?.value?.value === 'number' ? row.value.value : 0
  }

  const grow = function* (): Script<void> {
    const boxed = { value: (yield* versionNow()) + 1 }
    yield* ask(
      db
        .insert(settings)
        .values({ key: versionKey, value: boxed })
        .onConflictDoUpdate({ target: settings.key, set: { value: boxed } }),
    )
  }

  return {
    intents: () => list(tables.intents),
    articles: () => list(tables.articles),
    offers: () => list(tables.offers),
    putIntents: (intents) => replace(tables.intents, intents),
    putArticles: (articles) => replace(tables.articles, articles),
    putOffers: (offers) => replace(tables.offers, offers),
    version: () => read(versionNow),

    claim: (offer, visitorId, key, code, at) =>
      write(function* () {
        const [before] = yield* ask(
          db
            .select({ code: claims.code })
            .from(claims)
            .where(and(eq(claims.offerId, offer.id), eq(claims.key, key))),
        )
        if (before) return before
        const mine = and(eq(claims.offerId, offer.id), eq(claims.visitorId, visitorId))
        const [had] = yield* ask(db.select({ claims: count() }).from(claims).where(mine))
        const nth = (had?.claims ?? 0) + 1
        if (nth > offer.budget.perVisitor) return { why: 'had-it' as const }
        yield* ask(db.insert(budgets).values({ offerId: offer.id, claimed: 0 }).onConflictDoNothing())
        const [given] = yield* ask(
          db
            .update(budgets)
            .set({ claimed: sql`${budgets.claimed} + 1` })
            .where(and(eq(budgets.offerId, offer.id), lt(budgets.claimed, offer.budget.total)))
            .returning({ claimed: budgets.claimed }),
        )
        if (!given) return { why: 'used-up' as const }
        yield* ask(db.insert(claims).values({ offerId: offer.id, key, visitorId, nth, code, at }))
        return { code }
      }),
  }
}
