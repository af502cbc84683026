import { AppError, errors } from '../errors.ts'

/** Conditions that pass by themselves or by an operator's hand: the visitor's client tries again. */
const passing = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|CANTOPEN|READONLY|NOMEM|PROTOCOL|CORRUPT|NOTADB)/

/**
 * What a caller of the store is told: AppError `unavailable` (503) when the database cannot answer or store now.
 * Anything else is a bug and stays what it is.
 */
export function storageError(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown
  if (isClosed(thrown)) return errors.unavailable('The database is closed.', thrown)
  const code = sqliteCode(thrown)
  return code && passing.test(code) ? errors.unavailable(`The database cannot be used right now (${code}).`, thrown) : thrown
}

/** True when another process holds the write lock. */
export function isBusy(thrown: unknown): boolean {
  return sqliteCode(thrown)?.startsWith('SQLITE_BUSY') ?? false
}

/** The driver has no code for this one; it happens to questions that arrive during shutdown. */
function isClosed(thrown: unknown): boolean {
  return thrown instanceof TypeError && thrown.message === 'The database connection is not open'
}

/** The code of an SQLite error, also of one that drizzle wrapped. */
function sqliteCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')) return error.code
  }
  return undefined
}
