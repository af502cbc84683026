import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * The words that `defineTables` is written in. A PostgreSQL kit has the same keys (text, bigint, boolean, timestamptz, jsonb, bytea)
 * and is cast to this type once, so that tables and queries exist once for both databases.
 */
export const sqliteKit = {
  table: sqliteTable,
  /** Primary key made by the server. */
  id: () => text().primaryKey(),
  /** Primary key that the database counts up. */
  counted: () => integer().primaryKey(),
  text: () => text(),
  /** Whole number; instants too, as milliseconds since the epoch. */
  int: () => integer(),
  real: () => real(),
  bool: () => integer({ mode: 'boolean' }),
  /** A `Date`, as the sign-in library wants it. */
  time: () => integer({ mode: 'timestamp_ms' }),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
  bytes: () => blob({ mode: 'buffer' }),
  index,
  uniqueIndex,
  primaryKey,
}

export type Kit = typeof sqliteKit
