import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { ask, type Database } from './database.ts'
import type { OriginalStore } from './store.ts'

/** Sealed originals of masked messages. They are written with their message; here they are read, and deleted in time. */
export function createOriginals({ db, tables: { originals, messages }, read, write }: Database): OriginalStore {
  return {
    get: (conversationId, seq, now) =>
      read(function* () {
        const [row] = yield* ask(
          db
            .select({ sealed: originals.sealed, until: originals.until, clientId: messages.clientId })
            .from(originals)
            .innerJoin(messages, and(eq(messages.conversationId, originals.conversationId), eq(messages.seq, originals.seq)))
            .where(and(eq(originals.conversationId, conversationId), eq(originals.seq, seq), gt(originals.until, now))),
        )
        return row?.clientId ? { sealed: row.sealed, until: row.until, clientId: row.clientId } : null
      }),

    seqs: (conversationId, now) =>
      read(function* () {
        const rows = yield* ask(
          db
            .select({ seq: originals.seq })
            .from(originals)
            .where(and(eq(originals.conversationId, conversationId), gt(originals.until, now)))
            .orderBy(asc(originals.seq)),
        )
        return rows.map(({ seq }) => seq)
      }),

    drop: (now) =>
      write(function* () {
        return (yield* ask(db.delete(originals).where(lte(originals.until, now)).returning({ seq: originals.seq }))).length
      }),
  }
}
