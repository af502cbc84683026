import { eq, lte } from 'drizzle-orm'
import { ask, type Database } from './database.ts'
import type { Store } from './store.ts'

/** Small JSON values by key. A key that was never put reads as undefined. */
export function createSettings({ db, tables: { settings, spent }, read, write }: Database): Store['settings'] {
  const get = function* (key: string) {
    const [row] = yield* ask(db.select().from(settings).where(eq(settings.key, key)))
    return row?.value?.value
  }

  return {
    get: (key) => read(() => get(key)),

    put: (key, value) =>
      write(function* () {
        const boxed = { value }
        yield* ask(
          db
            .insert(settings)
            .values({ key, value: boxed })
            .onConflictDoUpdate({ target: settings.key, set: { value: boxed } }),
        )
      }),

    putIfAbsent: (key, value) =>
      write(function* () {
        yield* ask(db.insert(settings).values({ key, value: { value } }).onConflictDoNothing())
        return yield* get(key)
      }),

    change: (key, next) =>
      write(function* () {
        const value = next(yield* get(key))
        yield* ask(
          db
            .insert(settings)
            .values({ key, value: { value } })
            .onConflictDoUpdate({ target: settings.key, set: { value: { value } } }),
        )
        return value
      }),

    add: (key, by) =>
      write(function* () {
        const before = yield* get(key)
        const boxed = { value: (typeof before === 'number' ? before : 0) + by }
        yield* ask(
          db
            .insert(settings)
            .values({ key, value: boxed })
            .onConflictDoUpdate({ target: settings.key, set: { value: boxed } }),
        )
        return boxed.value
      }),

    spend: (id, until, now) =>
      write(function* () {
        yield* ask(db.delete(spent).where(lte(spent.until, now)))
        return (yield* ask(db.insert(spent).values({ id, until }).onConflictDoNothing().returning({ id: spent.id }))).length > 0
      }),
  }
}
