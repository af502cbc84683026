import { createHash } from 'node:crypto'
import { asc, desc, eq, gt, lt } from 'drizzle-orm'
import { ask, type Database } from './database.ts'
import type { AuditEntry, AuditStore } from './store.ts'

/** What the first entry follows. */
const beginning = ''

/** Entries read at a time while the chain is checked, so that a long one is never held in memory. */
const chunk = 1_000

/** Who did what, chained: each hash covers the one before, so an entry that is changed, removed or moved is found. */
export function createAudit({ db, tables: { audit, auditDetails }, read, write }: Database): AuditStore {
  const withDetail = () =>
    db.select({ entry: audit, detail: auditDetails.detail }).from(audit).leftJoin(auditDetails, eq(auditDetails.seq, audit.seq))

  return {
    add: ({ at, actor, action, target, detail }) =>
      write(function* () {
        const [last] = yield* ask(db.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1))
        const text = JSON.stringify(detail)
        const entry = { seq: (last?.seq ?? 0) + 1, at, actor, action, target, detailHash: sha256(text) }
        yield* ask(db.insert(audit).values({ ...entry, hash: hashOf(last?.hash ?? beginning, entry) }))
        yield* ask(db.insert(auditDetails).values({ seq: entry.seq, detail: text }))
      }),

    list: ({ before, limit }) =>
      read(function* () {
        const rows = yield* ask(
          withDetail()
            .where(before === undefined ? undefined : lt(audit.seq, before))
            .orderBy(desc(audit.seq))
            .limit(limit),
        )
        return rows.map(
          ({ entry: { detailHash: _hash, ...entry }, detail }): AuditEntry => ({
            ...entry,
            detail: detail === null ? {} : JSON.parse(detail),
          }),
        )
      }),

    verify: () =>
      read(function* () {
        let hash = beginning
        let seq = 0
        for (;;) {
          const rows = yield* ask(withDetail().where(gt(audit.seq, seq)).orderBy(asc(audit.seq)).limit(chunk))
          for (const { entry, detail } of rows) {
            const follows = entry.seq === seq + 1 && entry.hash === hashOf(hash, entry)
            // an erased detail is allowed, an altered one is not
            if (!follows || (detail !== null && sha256(detail) !== entry.detailHash)) return entry.seq
            hash = entry.hash
            seq = entry.seq
          }
          if (rows.length < chunk) return null
        }
      }),
  }
}

/** A list, so that no two different entries are written as the same text. */
function hashOf(
  previous: string,
  { seq, at, actor, action, target, detailHash }: Omit<AuditEntry, 'hash' | 'detail'> & { detailHash: string },
): string {
  return sha256(JSON.stringify([previous, seq, at, actor, action, target, detailHash]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
