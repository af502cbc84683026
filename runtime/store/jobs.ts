import { and, asc, count, eq, gte, inArray, lt, lte, min, sql } from 'drizzle-orm'
import type { Ids } from '../ids.ts'
import { ask, type Database } from './database.ts'
import type { JobStore } from './store.ts'

/** After so many tries a job is dead: shown to operators, tried again only by hand. */
export const mostAttempts = 12

/** A job that is done is kept this long, in milliseconds, so that its key still keeps it from being done again. */
export const doneIsKept = 24 * 3_600_000

/** Done jobs that one look for work sweeps out at most. */
const sweep = 200

/** The outbox. A claimed job is due again at the end of its lease: a crash needs no cleaning up. */
export function createJobs({ db, tables: { jobs }, read, write }: Database, ids: Ids): JobStore {
  // written out, not bound: only so does SQLite see that the index of open jobs serves, and passes over all that are done
  const open = sql`${jobs.status} in ('waiting', 'claimed')`
  const dead = sql`${jobs.status} = 'dead'`
  const done = sql`${jobs.status} = 'done'`

  return {
    add: (job) =>
      write(function* () {
        const { kind, key, due, payload, conversationId } = job
        const row = {
          id: ids.row(),
          kind,
          key,
          due,
          payload,
          conversationId: conversationId ?? null,
          status: 'waiting' as const,
          attempts: 0,
        }
        yield* ask(db.insert(jobs).values(row).onConflictDoNothing({ target: jobs.key }))
      }),

    claim: (now, leaseUntil, limit) =>
      write(
        function* () {
          // a job that took its process down every time ends here instead of taking down the next
          yield* ask(
            db
              .update(jobs)
              .set({ status: 'dead', error: 'gave no sign of life in any try' })
              .where(and(open, eq(jobs.status, 'claimed'), lte(jobs.due, now), gte(jobs.attempts, mostAttempts))),
          )
          const old = db
            .select({ id: jobs.id })
            .from(jobs)
            .where(and(done, lt(jobs.due, now - doneIsKept)))
            .orderBy(asc(jobs.due))
            .limit(sweep)
          yield* ask(db.delete(jobs).where(inArray(jobs.id, old)))
          const due = yield* ask(
            db
              .select()
              .from(jobs)
              .where(and(open, lte(jobs.due, now)))
              .orderBy(asc(jobs.due), asc(jobs.id))
              .limit(limit),
          )
          const claimed: typeof due = []
          for (const job of due) {
            const [mine] = yield* ask(
              db
                .update(jobs)
                .set({ status: 'claimed', due: leaseUntil, attempts: job.attempts + 1 })
                .where(and(eq(jobs.id, job.id), open, eq(jobs.due, job.due), eq(jobs.attempts, job.attempts)))
                .returning(),
            )
            // the job keeps the time it was due, not the end of its lease
            if (mine) claimed.push({ ...mine, due: job.due })
          }
          return claimed.map(({ id, kind, key, due, payload, attempts, conversationId }) =>
            conversationId === null ? { id, kind, key, due, payload, attempts } : { id, kind, key, due, payload, attempts, conversationId },
          )
        },
        { committed: 'relay.claimed' },
      ),

    done: (id) =>
      write(
        function* () {
          yield* ask(
            db
              .update(jobs)
              .set({ status: 'done', error: null })
              .where(and(eq(jobs.id, id), open)),
          )
        },
        { committed: 'relay.marked' },
      ),

    retry: (id, due, error) =>
      write(function* () {
        const mine = and(eq(jobs.id, id), eq(jobs.status, 'claimed'))
        yield* ask(
          db
            .update(jobs)
            .set({ status: 'dead', error })
            .where(and(mine, gte(jobs.attempts, mostAttempts))),
        )
        yield* ask(
          db
            .update(jobs)
            .set({ status: 'waiting', due, error })
            .where(and(mine, lt(jobs.attempts, mostAttempts))),
        )
      }),

    nextDue: () =>
      read(function* () {
        const [row] = yield* ask(
          db
            .select({ due: min(jobs.due) })
            .from(jobs)
            .where(open),
        )
        return row?.due ?? null
      }),

    counts: () =>
      read(function* () {
        const [waiting] = yield* ask(db.select({ jobs: count() }).from(jobs).where(open))
        const [gaveUp] = yield* ask(db.select({ jobs: count() }).from(jobs).where(dead))
        return { waiting: waiting?.jobs ?? 0, dead: gaveUp?.jobs ?? 0 }
      }),
  }
}
