import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { FaultPoint } from './faults.ts'
import type { Tables } from './tables.ts'

/**
 * What the areas of the store are written against: drizzle queries as data, and someone who runs them.
 * SQLite steps a script without ever letting go of the thread, PostgreSQL will await each step.
 */
export interface Database {
  db: Queries
  tables: Tables
  fault(point: FaultPoint): void
  /** Runs a script that changes nothing. */
  read<T>(script: () => Script<T>): Promise<T>
  /** Runs a script in a transaction, perhaps shared with others; resolves when it is on disk. May run the script twice: keep it free of side effects. */
  write<T>(script: () => Script<T>, options?: { committed?: FaultPoint }): Promise<T>
}

/** Queries are typed by the SQLite dialect in its asynchronous form; the other dialect is cast to it once. */
export type Queries = BaseSQLiteDatabase<'async', unknown>

/** A query as drizzle builds it, not run yet. */
export interface Query<T> extends PromiseLike<T> {
  prepare(): { execute(): unknown }
}

/** Steps of one piece of work: yields queries, is given their results. */
export type Script<T> = Generator<Query<unknown>, T, unknown>

/** Asks one query in a script: `const rows = yield* ask(db.select()…)`. */
export function* ask<T>(query: Query<T>): Script<T> {
  // the runner answers each yield with that query's own result
  return (yield query) as T
}
