import type SqliteDatabase from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import { createAudit } from './audit.ts'
import { createTurnWriter } from './commit.ts'
import { connect } from './connect.ts'
import { createConversations } from './conversations.ts'
import type { Database, Queries, Query, Script } from './database.ts'
import { storageError } from './failure.ts'
import { type Fault, noFault } from './faults.ts'
import { createFlows } from './flows.ts'
import { createWriter, type Writer } from './group.ts'
import { createJobs } from './jobs.ts'
import { sqliteKit } from './kit.ts'
import { createLibrary } from './library.ts'
import { createModels } from './models.ts'
import { createOriginals } from './originals.ts'
import { createPeople } from './people.ts'
import { createReviews } from './reviews.ts'
import { createSettings } from './settings.ts'
import { prepareStatements } from './statements.ts'
import type { Store } from './store.ts'
import { defineTables } from './tables.ts'
import { createTallies } from './tallies.ts'
import { createUploads } from './uploads.ts'

export interface SqliteOptions {
  clock: Clock
  ids: Ids
  /** Called at named points, so that tests can die or throw there. */
  fault?: Fault
  /** When a group of commits closes; by default after the events that are ready now. */
  soon?: (run: () => void) => void
}

export interface SqliteStore extends Store {
  /** How many transactions carried how many pieces of work. */
  readonly counts: Writer['counts']
}

/**
 * Opens a database file, or `:memory:`, and brings its tables up to date.
 * Several processes may open one file: each waits up to 2 s for the other's transaction, and every commit is conditional.
 * @throws AppError `unavailable` when the file cannot be opened or stays locked.
 */
export function openSqlite(path: string, options: SqliteOptions): SqliteStore {
  return storeOn(connect(path, options.fault), options)
}

/** The store on a connection that is open and migrated; it closes it in the end. */
export function storeOn(connection: SqliteDatabase.Database, options: SqliteOptions): SqliteStore {
  const fault = options.fault ?? noFault
  const writer = createWriter(connection, fault, options.soon ?? setImmediate)
  const tables = defineTables(sqliteKit)
  const db = drizzle(connection, { casing: 'snake_case' })
  // queries are built in the asynchronous type and run synchronously by `step`: the scripts stay the same for PostgreSQL
  const database = createDatabase(db as unknown as Queries, tables, writer, fault)
  const statements = prepareStatements(connection)
  const { user, session, account, verification } = tables
  return {
    conversations: createConversations(statements, createTurnWriter(statements, options.ids, fault), writer),
    flows: createFlows(database, options.clock),
    library: createLibrary(database),
    reviews: createReviews(database),
    originals: createOriginals(database),
    uploads: createUploads(database),
    tallies: createTallies(database, statements, writer),
    jobs: createJobs(database, options.ids),
    people: createPeople(database, { db, schema: { user, session, account, verification }, provider: 'sqlite' }),
    audit: createAudit(database),
    settings: createSettings(database),
    models: createModels(database),
    counts: writer.counts,
    async ping() {
      try {
        connection.prepare('select 1').get()
      } catch (thrown) {
        throw storageError(thrown)
      }
    },
    async close() {
      writer.close()
      connection.close()
    },
  }
}

function createDatabase(db: Queries, tables: Database['tables'], writer: Writer, fault: Fault): Database {
  return {
    db,
    tables,
    fault,
    async read(script) {
      try {
        return step(script())
      } catch (thrown) {
        throw storageError(thrown)
      }
    },
    write: (script, options) => writer.write(() => step(script()), options?.committed),
  }
}

/** Runs a script to its end without letting go of the thread, so nothing comes between its queries. */
function step<T>(script: Script<T>): T {
  let next = script.next()
  while (!next.done) next = script.next(runNow(next.value))
  return next.value
}

function runNow(query: Query<unknown>): unknown {
  const pending = query.prepare().execute()
  // drizzle's synchronous driver returns its result in this wrapper
  return pending && typeof pending === 'object' && 'sync' in pending && typeof pending.sync === 'function' ? pending.sync() : pending
}
