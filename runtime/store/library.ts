import { and, asc, count, eq, gt, gte, inArray, lt, max, sql } from 'drizzle-orm'
import type { Article } from '../../schemas/article.ts'
import { ask, type Database, type Script } from './database.ts'
import type { LibraryChange, LibraryLists, LibraryStore, ListName } from './library-store.ts'
import { areAsRead, decide } from './reviews.ts'

/** Bound values in one statement stay far below what SQLite and PostgreSQL allow. */
const chunk = 1_000

const listNames: readonly ListName[] = ['intents', 'articles', 'offers', 'synonyms', 'words', 'products', 'moodWords']
/** Version at which the whole list of articles was replaced: who read before that reads all anew. */
const wholeKey = 'library.articles.whole'
const versionKey = (list?: ListName) => (list === undefined ? 'library.version' : `library.version.${list}`)

/** What the shop's flows share, each list in the order it was put; and what was given away of the offers. */
export function createLibrary(database: Database): LibraryStore {
  const { db, tables, read, write } = database
  const { settings, removedArticles, budgets, claims } = tables

  const list = <Name extends ListName>(name: Name) =>
    read(function* () {
      const table = tables[name]
      const rows = yield* ask(db.select({ document: table.document }).from(table).orderBy(asc(table.position)))
      // only `insert` writes here, with the same type
      return rows.map((row) => row.document as LibraryLists[Name])
    })

  const replace = (name: ListName, documents: readonly { id: string }[]) =>
    write(function* () {
      const version = yield* grow([name])
      yield* ask(db.delete(tables[name]))
      if (name === 'articles') {
        yield* ask(db.delete(removedArticles))
        yield* put(wholeKey, version)
      }
      yield* insert(name, documents, 0, version, false)
    })

  /** A document that is there keeps its place; without `over`, it is an error. */
  function* insert(name: ListName, documents: readonly { id: string }[], first: number, version: number, over: boolean): Script<void> {
    const table = tables[name]
    const document = sql`excluded.document`
    for (const [from, part] of chunks(documents)) {
      const rows = part.map((each, index) => ({ id: each.id, position: first + from + index, document: each }))
      if (name === 'articles') {
        const insertion = db.insert(tables.articles).values(rows.map((row) => ({ ...row, version })))
        yield* ask(over ? insertion.onConflictDoUpdate({ target: tables.articles.id, set: { document, version } }) : insertion)
      } else {
        const insertion = db.insert(table).values(rows)
        yield* ask(over ? insertion.onConflictDoUpdate({ target: table.id, set: { document } }) : insertion)
      }
    }
  }

  function* upsert(name: ListName, documents: readonly { id: string }[], version: number): Script<void> {
    if (documents.length === 0) return
    const once = [...new Map(documents.map((document) => [document.id, document])).values()]
    const [last] = yield* ask(db.select({ position: max(tables[name].position) }).from(tables[name]))
    yield* insert(name, once, (last?.position ?? -1) + 1, version, true)
    if (name !== 'articles') return
    for (const [, part] of chunks(once)) {
      const ids = part.map((document) => document.id)
      yield* ask(db.delete(removedArticles).where(inArray(removedArticles.id, ids)))
    }
  }

  /** Takes documents out of the order and puts them where they belong, the foremost first; those behind make room. */
  function* move(name: ListName, places: Readonly<Record<string, number>>): Script<void> {
    const table = tables[name]
    const wanted = Object.entries(places).sort(([, a], [, b]) => a - b)
    if (wanted.length === 0) return
    const [last] = yield* ask(db.select({ position: max(table.position) }).from(table))
    const end = (last?.position ?? 0) + 1
    const stand = (id: string, position: number) => db.update(table).set({ position }).where(eq(table.id, id))
    for (const [index, [id]] of wanted.entries()) yield* ask(stand(id, end + index))
    for (const [id, place] of wanted) {
      const [behind] = yield* ask(
        db.select({ id: table.id, position: table.position }).from(table).orderBy(asc(table.position)).limit(1).offset(place),
      )
      if (!behind || behind.id === id) continue
      const later = gte(table.position, behind.position)
      yield* ask(
        db
          .update(table)
          .set({ position: sql`${table.position} + 1` })
          .where(later),
      )
      yield* ask(stand(id, behind.position))
    }
  }

  function* remove(name: ListName, ids: readonly string[], version: number): Script<void> {
    const table = tables[name]
    for (const [, part] of chunks(ids)) {
      const gone = yield* ask(db.delete(table).where(inArray(table.id, part)).returning({ id: table.id }))
      if (name !== 'articles' || gone.length === 0) continue
      yield* ask(
        db
          .insert(removedArticles)
          .values(gone.map(({ id }) => ({ id, version })))
          .onConflictDoUpdate({ target: removedArticles.id, set: { version } }),
      )
    }
  }

  function* number(key: string): Script<number | undefined> {
    const [row] = yield* ask(db.select().from(settings).where(eq(settings.key, key)))
    return typeof row?.value?.value === 'number' ? row.value.value : undefined
  }

  function* put(key: string, value: number): Script<void> {
    const boxed = { value }
    yield* ask(
      db
        .insert(settings)
        .values({ key, value: boxed })
        .onConflictDoUpdate({ target: settings.key, set: { value: boxed } }),
    )
  }

  function* versionNow(name?: ListName): Script<number> {
    return (yield* number(versionKey(name))) ?? (name === undefined ? 0 : yield* versionNow())
  }

  function* grow(changed: readonly ListName[]): Script<number> {
    const version = (yield* versionNow()) + 1
    yield* put(versionKey(), version)
    for (const name of changed) yield* put(versionKey(name), version)
    return version
  }

  function* isStale(change: LibraryChange, changed: readonly ListName[], expected: number | undefined): Script<boolean> {
    if (change.decided && !(yield* areAsRead(database, change.decided))) return true
    if (expected === undefined) return false
    for (const name of changed) if ((yield* versionNow(name)) > expected) return true
    return false
  }

  return {
    intents: () => list('intents'),
    articles: () => list('articles'),
    offers: () => list('offers'),
    synonyms: () => list('synonyms'),
    words: () => list('words'),
    products: () => list('products'),
    moodWords: () => list('moodWords'),
    some: <Name extends ListName>(name: Name, ids: readonly string[]) =>
      read(function* () {
        const table = tables[name]
        const found: LibraryLists[Name][] = []
        for (const [, part] of chunks(ids)) {
          const rows = yield* ask(db.select({ document: table.document }).from(table).where(inArray(table.id, part)))
          found.push(...rows.map((row) => row.document as LibraryLists[Name]))
        }
        return found
      }),
    putIntents: (intents) => replace('intents', intents),
    putArticles: (articles) => replace('articles', articles),
    putOffers: (offers) => replace('offers', offers),
    version: (name) => read(() => versionNow(name)),

    change: (change, expected) =>
      write(function* () {
        const changed = listNames.filter((name) => change[name])
        if (yield* isStale(change, changed, expected)) return 'stale' as const
        if (change.decided) yield* decide(database, change.decided)
        if (changed.length === 0) return yield* versionNow()
        const version = yield* grow(changed)
        for (const name of changed) {
          yield* remove(name, change[name]?.remove ?? [], version)
          yield* upsert(name, change[name]?.put ?? [], version)
          yield* move(name, change[name]?.places ?? {})
        }
        return version
      }),

    articlesSince: (since) =>
      read(function* () {
        const version = yield* versionNow()
        const whole = (yield* number(wholeKey)) ?? 1
        if (since < whole) return null
        const { articles } = tables
        const rows = yield* ask(
          db.select({ document: articles.document }).from(articles).where(gt(articles.version, since)).orderBy(asc(articles.position)),
        )
        const removed = yield* ask(db.select({ id: removedArticles.id }).from(removedArticles).where(gt(removedArticles.version, since)))
        return { version, put: rows.map((row) => row.document as Article), removed: removed.map((row) => row.id) }
      }),

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

function* chunks<T>(list: readonly T[]): Generator<[from: number, part: T[]]> {
  for (let from = 0; from < list.length; from += chunk) yield [from, list.slice(from, from + chunk)]
}
