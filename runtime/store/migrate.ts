import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type SqliteDatabase from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Fault } from './faults.ts'

const folder = new URL('./migrations/sqlite/', import.meta.url)
const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) })

/**
 * Brings a database to the present tables. Each migration is one transaction that also notes that it is done,
 * so a process that dies on the way leaves whole migrations, and the next one goes on from there.
 * @throws AppError `database-newer` when the file was made by a later version, `database-differs` when its past is not ours.
 */
export function migrate(connection: SqliteDatabase.Database, fault: Fault): void {
  const wanted = readMigrations()
  connection.exec('create table if not exists migrations (position integer primary key not null, tag text not null, sha256 text not null)')
  const known = connection.prepare<[], { position: number; tag: string; sha256: string }>(
    'select position, tag, sha256 from migrations order by position',
  )
  const note = connection.prepare<[number, string, string]>('insert into migrations (position, tag, sha256) values (?, ?, ?)')

  const applyNext = connection.transaction((): boolean => {
    // read inside the transaction: another process may be migrating the same file
    const done = known.all()
    for (const [position, past] of done.entries()) {
      const ours = wanted[position]
      if (!ours) throw new AppError('database-newer', 500, 'The database was made by a newer version of Floorwalker; start that version.')
      if (ours.sha256 !== past.sha256)
        throw new AppError('database-differs', 500, `Migration ${past.tag} of the database is not the one of this version.`)
    }
    const next = wanted[done.length]
    if (!next) return false
    for (const statement of next.statements) {
      connection.exec(statement)
      fault('migrate.mid')
    }
    note.run(done.length, next.tag, next.sha256)
    return true
  }).immediate

  while (applyNext());
}

function readMigrations(): { tag: string; statements: string[]; sha256: string }[] {
  const { entries } = journal.parse(JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')))
  return entries.map(({ tag }) => {
    const text = readFileSync(new URL(`${tag}.sql`, folder), 'utf8')
    return { tag, statements: text.split('--> statement-breakpoint'), sha256: createHash('sha256').update(text).digest('hex') }
  })
}
