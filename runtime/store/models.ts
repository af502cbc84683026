import { asc, count, eq, inArray } from 'drizzle-orm'
import { ask, type Database } from './database.ts'
import type { Store } from './store.ts'

const mostKept = 50

/** Trained recognisers by what they were trained on; the oldest go when there are too many. */
export function createModels({ db, tables: { models }, read, write }: Database): Store['models'] {
  return {
    get: (key) =>
      read(function* () {
        const [row] = yield* ask(db.select({ bytes: models.bytes }).from(models).where(eq(models.key, key)))
        return row ? Uint8Array.from(Buffer.from(row.bytes, 'base64')) : undefined
      }),

    put: (key, bytes, at) =>
      write(function* () {
        const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
        yield* ask(
          db
            .insert(models)
            .values({ key, bytes: text, at })
            .onConflictDoUpdate({ target: models.key, set: { bytes: text, at } }),
        )
        const [kept] = yield* ask(db.select({ count: count() }).from(models))
        const over = (kept?.count ?? 0) - mostKept
        if (over <= 0) return
        const oldest = yield* ask(db.select({ key: models.key }).from(models).orderBy(asc(models.at)).limit(over))
        yield* ask(
          db.delete(models).where(
            inArray(
              models.key,
              oldest.map((row) => row.key),
            ),
          ),
        )
      }),
  }
}
