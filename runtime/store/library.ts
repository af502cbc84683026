import { type AnyColumn, and, asc, count, eq, gt, gte, inArray, lt, max, type SQL, sql } from 'drizzle-orm'
import { ask, type Database, type Query, type Script } from './database.ts'
import type { LibraryChange, LibraryLists, LibraryStore, ListName } from './library-store.ts'
import { type ListPage, type ListPlace, readInPages } from './pages.ts'
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

  const list = <Name extends ListName>(name: Name): Promise<LibraryLists[Name][]> => {
    const table = tables[name]
    return readInPages(
      () => read(() => versionNow(name)),
      (after, most) => read(() => page(name, after ? behind(table, after) : undefined, most)),
    )
  }

  /** Documents in their order, those that meet the condition. */
  function* page<Name extends ListName>(name: Name, where: SQL | undefined, most?: number): Script<ListPage<LibraryLists[Name]>> {
    const { id, position, document } = tables[name]
    const query = db.select({ id, position, document }).from(tables[name]).where(where).orderBy(asc(position), asc(id))
    const rows = yield* ask(most === undefined ? query : query.limit(most))
    const last = rows.at(-1)
    return {
      // only `insert` writes here, with the same type
      rows: rows.map((row) => row.document as LibraryLists[Name]),
      next: last && rows.length === most ? { position: last.position, id: last.id } : null,
    }
  }

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
    const row = { id: sql.placeholder('id'), position: sql.placeholder('position'), document: sql.placeholder('document') }
    // one statement, bound anew for each row: building one for a thousand rows takes ten times as long as running it
    const insertion = name === 'articles' ? db.insert(tables.articles).values({ ...row, version }) : db.insert(table).values(row)
    const set = name === 'articles' ? { document, version } : { document }
    const insert = (over ? insertion.onConflictDoUpdate({ target: table.id, set }) : insertion).prepare()
    for (const [index, each] of documents.entries()) yield* ask(bound(insert, { id: each.id, position: first + index, document: each }))
  }

  function* upsert(name: ListName, documents: readonly { id: string }[], version: number): Script<void> {
    if (documents.length === 0) return
    const once = [...new Map(documents.map((document) => [document.id, document])).values()]
    const [last] = yield* ask(db.select({ position: max(tables[name].position) }).from(tables[name]))
    yield* insert(name, once, (last?.position ?? -1) + 1, version, true)
    if (name !== 'articles') return
    const isBack = db
      .delete(removedArticles)
      .where(eq(removedArticles.id, sql.placeholder('id')))
      .prepare()
    for (const { id } of once) yield* ask(bound(isBack, { id }))
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
    if (ids.length === 0) return
    const table = tables[name]
    const id = sql.placeholder('id')
    const take = db.delete(table).where(eq(table.id, id)).returning({ id: table.id }).prepare()
    const note = db
      .insert(removedArticles)
      .values({ id, version })
      .onConflictDoUpdate({ target: removedArticles.id, set: { version } })
      .prepare()
    for (const each of ids) {
      const gone = yield* ask(bound<{ id: string }[]>(take, { id: each }))
      if (name === 'articles' && gone.length > 0) yield* ask(bound(note, { id: each }))
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

    async articlesSince(since) {
      const { articles } = tables
      // read first: what changes while the rest is read is read again the next time
      const version = await read(() => versionNow())
      if (since < ((await read(() => number(wholeKey))) ?? 1)) return null
      const changed = gt(articles.version, since)
      const put = await readInPages(
        () => read(() => versionNow('articles')),
        (after, most) => read(() => page('articles', after ? and(changed, behind(articles, after)) : changed, most)),
      )
      const rows = await read(() =>
        ask(db.select({ id: removedArticles.id }).from(removedArticles).where(gt(removedArticles.version, since))),
      )
      const removed = new Set(rows.map((row) => row.id))
      return { version, put: put.filter(({ id }) => !removed.has(id)), removed: [...removed] }
    },

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

/** Rows that stand behind a place in their list. */
function behind({ position, id }: { position: AnyColumn; id: AnyColumn }, after: ListPlace): SQL {
  return sql`(${position}, ${id}) > (${after.position}, ${after.id})`
}

/** A prepared query with its blanks filled, as one that can be asked. */
function bound<T = unknown>(prepared: { execute(values: Record<string, unknown>): unknown }, values: Record<string, unknown>): Query<T> {
  const run = { execute: () => prepared.execute(values) }
  return { prepare: () => run } as unknown as Query<T>
}

function* chunks<T>(list: readonly T[]): Generator<[from: number, part: T[]]> {
  for (let from = 0; from < list.length; from += chunk) yield [from, list.slice(from, from + chunk)]
}
