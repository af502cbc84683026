import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { ask, type Database, type Script } from './database.ts'
import type { Decided, ReviewStore, StoredReview } from './library-store.ts'
import type { Tables } from './tables.ts'

type Row = Tables['reviews']['$inferSelect']

/** Messages that operators look at. Turns write them (`hearing.ts`); decisions go with the library's own changes. */
export function createReviews({ db, tables: { reviews }, read }: Database): ReviewStore {
  return {
    list: ({ kind, status, offset, limit }) =>
      read(function* () {
        const wanted = and(eq(reviews.status, status), kind === undefined ? undefined : eq(reviews.kind, kind))
        const [all] = yield* ask(db.select({ total: count() }).from(reviews).where(wanted))
        const rows = yield* ask(
          db.select().from(reviews).where(wanted).orderBy(desc(reviews.count), desc(reviews.row)).limit(limit).offset(offset),
        )
        return { reviews: rows.map(reviewOf), total: all?.total ?? 0 }
      }),

    open: () =>
      read(function* () {
        const rows = yield* ask(
          db.select({ kind: reviews.kind, open: count() }).from(reviews).where(eq(reviews.status, 'open')).groupBy(reviews.kind),
        )
        const open = { unsure: 0, unanswered: 0, confirmed: 0, unhelpful: 0 }
        for (const row of rows) open[row.kind] = row.open
        return open
      }),

    get: (ids) =>
      read(function* () {
        const rows = yield* ask(
          db
            .select()
            .from(reviews)
            .where(inArray(reviews.row, numbersOf(ids))),
        )
        return rows.map(reviewOf)
      }),

    moods: (most) =>
      read(function* () {
        const rows = yield* ask(
          db
            .select()
            .from(reviews)
            .where(and(eq(reviews.status, 'done'), sql`json_extract(${reviews.decision}, '$.kind') = 'mood'`))
            .orderBy(desc(reviews.decidedAt))
            .limit(most),
        )
        return rows.toReversed().flatMap(({ text, locale, decision }) => {
          if (decision?.kind !== 'mood') return []
          const { kind: _mood, ...meant } = decision
          return [{ text, locale, ...meant }]
        })
      }),
  }
}

/** True when none of the reviews was decided since it was read. */
export function* areAsRead({ db, tables: { reviews } }: Database, decided: Decided): Script<boolean> {
  const ids = decided.reviews.map(({ was }) => Number(was.id))
  const rows = yield* ask(
    db.select({ row: reviews.row, status: reviews.status, decidedAt: reviews.decidedAt }).from(reviews).where(inArray(reviews.row, ids)),
  )
  const now = new Map(rows.map((row) => [String(row.row), row]))
  return decided.reviews.every(({ was }) => {
    const row = now.get(was.id)
    return row !== undefined && row.status === was.status && row.decidedAt === (was.decidedAt ?? null)
  })
}

/** Writes decisions down; to be called inside a transaction, after `areAsRead`. */
export function* decide({ db, tables: { reviews } }: Database, { by, at, reviews: decided }: Decided): Script<void> {
  for (const { was, decision, added } of decided) {
    const isOpen = decision.kind === 'reopen'
    const set = {
      status: isOpen ? ('open' as const) : decision.kind === 'dismiss' ? ('dismissed' as const) : ('done' as const),
      decision: isOpen ? null : decision,
      added,
      decidedBy: by,
      // two decisions in one millisecond are two decisions
      decidedAt: Math.max(at, (was.decidedAt ?? 0) + 1),
    }
    yield* ask(
      db
        .update(reviews)
        .set(set)
        .where(eq(reviews.row, Number(was.id))),
    )
  }
}

function numbersOf(ids: readonly string[]): number[] {
  return ids.flatMap((id) => (/^[1-9]\d{0,14}$/.test(id) ? [Number(id)] : []))
}

function reviewOf({ row, wording: _wording, article, decision, decidedBy, decidedAt, ...rest }: Row): StoredReview {
  return {
    ...rest,
    id: String(row),
    ...(article === null ? {} : { article }),
    ...(decision === null ? {} : { decision }),
    ...(decidedBy === null ? {} : { decidedBy }),
    ...(decidedAt === null ? {} : { decidedAt }),
  }
}
