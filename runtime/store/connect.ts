import SqliteDatabase from 'better-sqlite3'
import { storageError } from './failure.ts'
import { type Fault, noFault } from './faults.ts'
import { migrate } from './migrate.ts'

/** How long a statement waits for another process's transaction. */
const busyMilliseconds = 2_000

/**
 * Opens a file, or `:memory:`, so that what was committed survives power loss, and brings its tables up to date.
 * @throws AppError `unavailable` when it cannot be opened or stays locked, `database-newer` when a later version made it.
 */
export function connect(path: string, fault: Fault = noFault): SqliteDatabase.Database {
  try {
    const connection = new SqliteDatabase(path, { timeout: busyMilliseconds })
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    // a long reader lets the log grow; afterwards it shrinks to this again
    connection.pragma('journal_size_limit = 67108864')
    migrate(connection, fault)
    return connection
  } catch (thrown) {
    throw storageError(thrown)
  }
}
