import { createHash } from 'node:crypto'
import { and, asc, desc, eq, getTableColumns, gt, isNotNull, isNull, max, type SQL } from 'drizzle-orm'
import type { Flow } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import { ask, type Database, type Script } from './database.ts'
import type { Entry, FlowHead, FlowStore, FlowVersion } from './store.ts'

/** Libraries kept at hand: those of the live versions are few. */
const mostLessons = 8

/** Flows: a draft is a log of edits with its newest document beside it; versions only ever get added. */
export function createFlows(
  { db, tables: { flows, edits, versions, lessons, entries }, fault, read, write }: Database,
  clock: Clock,
): FlowStore {
  const kept = new Map<string, Intent[]>()
  const headColumns = {
    id: flows.id,
    name: flows.name,
    revision: flows.revision,
    liveNumber: flows.liveNumber,
    liveVersionId: flows.liveVersionId,
    liveRevision: flows.liveRevision,
    publishedAt: flows.publishedAt,
    updatedAt: flows.updatedAt,
    archived: flows.archived,
  }

  function* holds(flowId: string, condition: SQL | undefined): Script<boolean> {
    const found = yield* ask(
      db
        .select({ id: flows.id })
        .from(flows)
        .where(and(eq(flows.id, flowId), condition)),
    )
    return found.length > 0
  }

  /** One list for all versions that were taught the same: it is large, and recognisers are kept by it. */
  function* intentsOf(stored: Intent[] | { lessons: string }): Script<Intent[]> {
    if (Array.isArray(stored)) return stored
    const known = kept.get(stored.lessons)
    if (known) return known
    const [row] = yield* ask(db.select().from(lessons).where(eq(lessons.id, stored.lessons)))
    if (!row) throw new Error(`a version was taught by ${stored.lessons}, which is not there`)
    if (kept.size >= mostLessons) kept.delete(kept.keys().next().value ?? '')
    kept.set(row.id, row.intents)
    return row.intents
  }

  function* goLive(version: Omit<FlowVersion, 'number'>): Script<number> {
    const { id, flowId, revision, at, note = null } = version
    const [last] = yield* ask(
      db
        .select({ number: max(versions.number) })
        .from(versions)
        .where(eq(versions.flowId, flowId)),
    )
    const number = (last?.number ?? 0) + 1
    yield* ask(
      db.update(flows).set({ liveNumber: number, liveVersionId: id, liveRevision: revision, publishedAt: at }).where(eq(flows.id, flowId)),
    )
    fault('publish.mid')
    const taught = lessonsOf(version.intents)
    if (taught) yield* ask(db.insert(lessons).values(taught).onConflictDoNothing())
    yield* ask(db.insert(versions).values({ ...version, intents: taught ? { lessons: taught.id } : [], note, number }))
    return number
  }

  return {
    list: () =>
      read(function* () {
        return (yield* ask(db.select(headColumns).from(flows).orderBy(desc(flows.updatedAt), asc(flows.id)))).map(headOf)
      }),

    head: (flowId) =>
      read(function* () {
        const [row] = yield* ask(db.select(headColumns).from(flows).where(eq(flows.id, flowId)))
        return row ? headOf(row) : null
      }),

    create: (flow, author, at) =>
      write(function* () {
        const row = {
          id: flow.id,
          name: flow.name,
          base: flow,
          document: flow,
          revision: 0,
          archived: false,
          createdBy: author.id,
          createdByName: author.name,
          createdAt: at,
          updatedAt: at,
        }
        const made = yield* ask(db.insert(flows).values(row).onConflictDoNothing({ target: flows.id }).returning({ id: flows.id }))
        return made.length > 0
      }),

    draft: (flowId) =>
      read(function* () {
        const [row] = yield* ask(db.select({ revision: flows.revision, flow: flows.document }).from(flows).where(eq(flows.id, flowId)))
        return row ?? null
      }),

    async append(flowId, edit, next) {
      const outcome = await write(function* () {
        const [repeated] = yield* ask(
          db
            .select({ revision: edits.revision })
            .from(edits)
            .where(and(eq(edits.flowId, flowId), eq(edits.id, edit.id))),
        )
        if (repeated) return { kind: 'repeated' as const, revision: repeated.revision }
        const [current] = yield* ask(
          db.select({ revision: flows.revision, document: flows.document }).from(flows).where(eq(flows.id, flowId)),
        )
        if (!current) return null
        const made = attempt(() => next(current.document))
        // refused before anything was written: the transaction's other work need not suffer
        if ('thrown' in made) return made
        const { document } = made
        const revision = current.revision + 1
        const { id, base, operations, author, authorName, at } = edit
        yield* ask(db.insert(edits).values({ flowId, revision, id, base, operations, author, authorName, at }))
        const moved = yield* ask(
          db
            .update(flows)
            .set({ document, name: document.name, revision, updatedAt: Date.parse(at) })
            .where(and(eq(flows.id, flowId), eq(flows.revision, current.revision)))
            .returning({ id: flows.id }),
        )
        if (moved.length === 0) throw errors.conflict('The draft changed in the same moment; send the edit again.')
        return { kind: 'appended' as const, revision }
      })
      if (outcome && 'thrown' in outcome) throw outcome.thrown
      return outcome
    },

    editsAfter: (flowId, revision, limit) =>
      read(function* () {
        const { flowId: _same, ...columns } = getTableColumns(edits)
        return yield* ask(
          db
            .select(columns)
            .from(edits)
            .where(and(eq(edits.flowId, flowId), gt(edits.revision, revision)))
            .orderBy(asc(edits.revision))
            .limit(limit),
        )
      }),

    publish: (version, expectedLive) =>
      write(function* () {
        const condition = and(
          eq(flows.revision, version.revision),
          expectedLive === null ? isNull(flows.liveNumber) : eq(flows.liveNumber, expectedLive),
        )
        if (!(yield* holds(version.flowId, condition))) return { kind: 'stale' as const }
        return { kind: 'published' as const, number: yield* goLive(version) }
      }),

    republish: (coming) =>
      write(function* () {
        for (const { version, expectedLive } of coming)
          if (!(yield* holds(version.flowId, eq(flows.liveNumber, expectedLive)))) return 'stale' as const
        const numbers: number[] = []
        for (const { version } of coming) numbers.push(yield* goLive(version))
        return numbers
      }),

    version: (versionId) =>
      read(function* () {
        const [row] = yield* ask(db.select().from(versions).where(eq(versions.id, versionId)))
        return row ? withoutEmptyNote({ ...row, intents: yield* intentsOf(row.intents) }) : null
      }),

    versions: (flowId) =>
      read(function* () {
        const { bytes: _bytes, intents: _intents, ...columns } = getTableColumns(versions)
        const rows = yield* ask(db.select(columns).from(versions).where(eq(versions.flowId, flowId)).orderBy(desc(versions.number)))
        return rows.map(withoutEmptyNote)
      }),

    live: () =>
      read(function* () {
        const rows = yield* ask(
          db.select({ id: flows.id, versionId: flows.liveVersionId }).from(flows).where(isNotNull(flows.liveVersionId)),
        )
        return Object.fromEntries(rows.flatMap(({ id, versionId }) => (versionId === null ? [] : [[id, versionId]])))
      }),

    archive: (flowId, archived) =>
      write(function* () {
        const moved = yield* ask(
          db.update(flows).set({ archived, updatedAt: clock.now() }).where(eq(flows.id, flowId)).returning({ id: flows.id }),
        )
        return moved.length > 0
      }),

    entries: () => read(() => ask(db.select().from(entries).orderBy(asc(entries.id)))),

    entry: (id) =>
      read(function* () {
        const [row] = yield* ask(db.select().from(entries).where(eq(entries.id, id)))
        return row ?? null
      }),

    putEntry: (entry: Entry) =>
      write(function* () {
        const { id, ...rest } = entry
        yield* ask(
          db
            .insert(entries)
            .values({ id, ...rest })
            .onConflictDoUpdate({ target: entries.id, set: rest }),
        )
      }),
  }
}

function attempt(make: () => Flow): { document: Flow } | { thrown: unknown } {
  try {
    return { document: make() }
  } catch (thrown) {
    return { thrown }
  }
}

interface HeadRow {
  id: string
  name: FlowHead['name']
  revision: number
  liveNumber: number | null
  liveVersionId: string | null
  liveRevision: number | null
  publishedAt: number | null
  updatedAt: number
  archived: boolean
}

function headOf({ liveNumber, liveVersionId, liveRevision, publishedAt, ...head }: HeadRow): FlowHead {
  if (liveNumber === null || liveVersionId === null || liveRevision === null || publishedAt === null) return { ...head, live: null }
  return { ...head, live: { number: liveNumber, versionId: liveVersionId, publishedAt, revision: liveRevision } }
}

function withoutEmptyNote<T extends { note: string | null }>(row: T): Omit<T, 'note'> & { note?: string } {
  const { note, ...rest } = row
  return note === null ? rest : { ...rest, note }
}

/** The list by its content; undefined for none at all. */
function lessonsOf(intents: Intent[]): { id: string; intents: Intent[] } | undefined {
  if (intents.length === 0) return undefined
  return { id: createHash('sha256').update(JSON.stringify(intents)).digest('base64url'), intents }
}
