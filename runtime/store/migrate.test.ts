import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { getTableName } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { sqliteKit } from './kit.ts'
import { openSqlite, storeOn } from './sqlite.ts'
import { defineTables } from './tables.ts'
import { alice, newFlow, noon, openConversation, temporaryFolder, testOptions } from './testing.ts'

describe('the tables', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let path: string

  beforeEach(() => {
    folder = temporaryFolder()
    path = join(folder.path, 'shop.db')
  })
  afterEach(() => folder.remove())

  const schemaOf = (connection: SqliteDatabase.Database) =>
    connection.prepare(`select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by name`).all()

  it('made by the migrations are the ones that are defined', () => {
    const connection = connect(':memory:')
    for (const table of Object.values(defineTables(sqliteKit))) {
      const columns = connection.pragma(`table_info(${getTableName(table)})`) as { name: string; notnull: number }[]
      const defined = getTableConfig(table).columns.map((column) => ({
        name: snake(column.name),
        notnull: column.notNull || column.primary ? 1 : 0,
      }))
      expect(
        columns.map(({ name, notnull }) => ({ name, notnull })),
        getTableName(table),
      ).toEqual(defined)
    }
    connection.close()
  })

  it('stand on a connection that survives power loss, waits for others and holds references', () => {
    const connection = connect(path)
    const pragma = (name: string) => connection.pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('busy_timeout')]).toEqual(['wal', 2, 1, 2_000])
    connection.close()
  })

  it('are kept with what is in them when the server starts again', async () => {
    const first = openSqlite(path, testOptions())
    await openConversation(first, 'c')
    await first.close()
    const second = openSqlite(path, testOptions())
    expect(await second.conversations.load('c')).toMatchObject({ version: 1 })
    await second.ping()
    await second.close()
    await expect(second.ping()).rejects.toMatchObject({ code: 'unavailable' })
    await expect(second.conversations.load('c')).rejects.toMatchObject({ code: 'unavailable', status: 503 })
  })

  it('are finished by the next start, wherever the first one was killed', () => {
    const whole = connect(':memory:')
    const wanted = schemaOf(whole)
    const migrations = whole.prepare<[], { rows: number }>('select count(*) as rows from migrations').get()?.rows ?? 0
    let points = 0
    connect(':memory:', () => points++).close()
    expect(points).toBeGreaterThan(20)
    const module = JSON.stringify(new URL('./connect.ts', import.meta.url).href)
    for (const at of [1, Math.floor(points / 2), points]) {
      const file = `${path}-${at}`
      const script = `import { connect } from ${module}; let n = 0; connect(${JSON.stringify(file)}, () => { if (++n === ${at}) process.kill(process.pid, 'SIGKILL') })`
      expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).signal).toBe('SIGKILL')
      const left = new SqliteDatabase(file)
      const done = left.prepare<[], { rows: number }>('select count(*) as rows from migrations').get()?.rows
      // a migration counts when all of it is there, never before
      if (at === 1) expect(done).toBe(0)
      else if (at === points) expect(done).toBe(migrations - 1)
      else expect(done).toBeLessThan(migrations - 1)
      left.close()
      const finished = connect(file)
      expect(schemaOf(finished)).toEqual(wanted)
      expect(finished.pragma('integrity_check', { simple: true })).toBe('ok')
      finished.close()
    }
    whole.close()
  })

  it('are made once when two servers start at the same moment', async () => {
    const stores = [openSqlite(path, testOptions()), openSqlite(path, testOptions())]
    await Promise.all(stores.map((store, index) => openConversation(store, `c${index}`)))
    expect(await stores[0]?.conversations.load('c1')).not.toBeNull()
    await Promise.all(stores.map((store) => store.close()))
  })

  it('of a newer version, or of another past, are left alone with clear words', () => {
    const connection = connect(path)
    connection.exec(`insert into migrations values (99, 'later', 'x')`)
    connection.close()
    expect(() => connect(path)).toThrow(expect.objectContaining({ code: 'database-newer' }))
    const again = new SqliteDatabase(path)
    again.exec(`delete from migrations where position = 99; update migrations set sha256 = 'other' where position = 0`)
    again.close()
    expect(() => connect(path)).toThrow(expect.objectContaining({ code: 'database-differs' }))
  })

  it('refuse every change of a published version and of the log of edits', async () => {
    const connection = connect(':memory:')
    const store = storeOn(connection, testOptions())
    await store.flows.create(newFlow('parcel'), alice, noon)
    await store.flows.append(
      'parcel',
      { id: 'e1', base: 0, operations: [], author: alice.id, authorName: alice.name, at: new Date(noon).toISOString() },
      (current) => current,
    )
    await store.flows.publish(
      { id: 'v1', flowId: 'parcel', bytes: '{"a":1}', sha256: 'f00d', revision: 1, intents: [], publishedBy: alice.id, at: noon },
      null,
    )
    for (const change of [`bytes = '{}'`, `sha256 = 'x'`, `number = 9`, `intents = '[]'`, `id = 'v2'`])
      expect(() => connection.exec(`update versions set ${change}`)).toThrow('never changes')
    expect(() => connection.exec('delete from versions')).toThrow('never deleted')
    expect(() => connection.exec('insert or replace into versions select * from versions')).toThrow('never changes')
    expect(() => connection.exec('insert or replace into edits select * from edits')).toThrow('only grows')
    expect(() => connection.exec(`update edits set operations = '[]'`)).toThrow('only grows')
    expect(() => connection.exec('delete from edits')).toThrow('only grows')
    expect(await store.flows.version('v1')).toMatchObject({ bytes: '{"a":1}', number: 1 })
    await store.close()
  })

  it('hold neither a version nor a live number when publishing is cut short', async () => {
    let isCut = true
    const fault = (point: string) => {
      if (point === 'publish.mid' && isCut) throw new Error('killed')
    }
    const store = openSqlite(path, { ...testOptions(), fault })
    await store.flows.create(newFlow('parcel'), alice, noon)
    const version = { id: 'v1', flowId: 'parcel', bytes: '{}', sha256: 'f00d', revision: 0, intents: [], publishedBy: alice.id, at: noon }
    await expect(store.flows.publish(version, null)).rejects.toThrow('killed')
    expect(await store.flows.head('parcel')).toMatchObject({ live: null })
    expect(await store.flows.version('v1')).toBeNull()
    isCut = false
    expect(await store.flows.publish(version, null)).toEqual({ kind: 'published', number: 1 })
    await store.close()
  })
})

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
