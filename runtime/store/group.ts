import type SqliteDatabase from 'better-sqlite3'
import { errors } from '../errors.ts'
import { isBusy, storageError } from './failure.ts'
import type { Fault, FaultPoint } from './faults.ts'

/** The one writer of a database handle. */
export interface Writer {
  /**
   * Queues work for the next shared transaction. Resolves after its COMMIT returned.
   * `work` runs synchronously and, when a neighbour in its group fails, a second time: it may only touch the database.
   * @throws what `work` throws, with nothing of it stored; AppError `unavailable` when the database cannot store now.
   */
  write<T>(work: () => T, committed?: FaultPoint): Promise<T>
  /** Writes what is queued and accepts no more. */
  close(): void
  /** Transactions and pieces of work so far: their ratio is what grouping saves. */
  readonly counts: { transactions: number; works: number }
}

interface Item {
  work: () => unknown
  committed: FaultPoint | undefined
  resolve: (value: unknown) => void
  reject: (thrown: unknown) => void
}

/** Beyond this a group delays its first member more than another fsync would. */
const largestGroup = 256

/** While another process writes, the thread is let go between tries, 2 s in all: reads go on meanwhile. */
const busyPause = 20
const busyTries = 100

/**
 * Group commit: everything that is ready in one turn of the event loop shares one transaction, hence one fsync.
 * Each piece of work decides for itself whether its condition still holds; only an exception undoes the group,
 * and then each piece is tried alone, so that none suffers for another.
 */
export function createWriter(connection: SqliteDatabase.Database, fault: Fault, soon: (run: () => void) => void): Writer {
  const begin = connection.prepare('begin immediate')
  const impatient = connection.prepare('pragma busy_timeout = 0')
  const patient = connection.prepare(`pragma busy_timeout = ${busyPause * busyTries}`)
  const commit = connection.prepare('commit')
  const counts = { transactions: 0, works: 0 }
  let queue: Item[] = []
  let scheduled = false
  let closed = false
  let busy = 0

  function flush(): void {
    scheduled = false
    const group = queue.splice(0, largestGroup)
    if (group.length > 0) settle(group)
    if (queue.length > 0) schedule()
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    if (busy > 0) setTimeout(flush, busyPause)
    else soon(flush)
  }

  function settle(group: Item[]): void {
    const outcome = attempt(group)
    const isLocked = 'thrown' in outcome && outcome.stage === 'begin' && isBusy(outcome.thrown)
    if (isLocked && busy < busyTries && !closed) {
      busy += 1
      queue = [...group, ...queue]
      return
    }
    busy = 0
    if ('values' in outcome) {
      for (const [index, item] of group.entries()) answer(item, outcome.values[index])
    } else if (group.length === 1 || outcome.stage === 'begin') {
      // a database that is locked for everyone is not asked once for each
      for (const item of group) item.reject(storageError(outcome.thrown))
    } else {
      for (const item of group) settle([item])
    }
  }

  function attempt(group: Item[]): { values: unknown[] } | { stage: 'begin' | 'work'; thrown: unknown } {
    try {
      if (connection.inTransaction) connection.exec('rollback')
      if (!closed) impatient.run()
      begin.run()
      patient.run()
    } catch (thrown) {
      undo()
      return { stage: 'begin', thrown }
    }
    try {
      const values = group.map((item, index) => {
        if (index > 0) fault('group.partial')
        return item.work()
      })
      commit.run()
      counts.transactions += 1
      counts.works += group.length
      return { values }
    } catch (thrown) {
      undo()
      return { stage: 'work', thrown }
    }
  }

  function undo(): void {
    try {
      patient.run()
      if (connection.inTransaction) connection.exec('rollback')
    } catch {
      // the next transaction rolls back first
    }
  }

  function answer(item: Item, value: unknown): void {
    try {
      if (item.committed) fault(item.committed)
      item.resolve(value)
    } catch (thrown) {
      item.reject(thrown)
    }
  }

  return {
    counts,
    write<T>(work: () => T, committed?: FaultPoint): Promise<T> {
      if (closed) return Promise.reject(errors.unavailable('The database is closed.'))
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, committed, resolve: (value) => resolve(value as T), reject })
        schedule()
      })
    },
    close() {
      closed = true
      while (queue.length > 0) flush()
    },
  }
}
