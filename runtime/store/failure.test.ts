import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { openSqlite, type SqliteStore, storeOn } from './sqlite.ts'
import { newTurn, openConversation, says, temporaryFolder, testOptions } from './testing.ts'

const passing = { code: 'unavailable', status: 503 }

/** Lets the `k`-th statement of this connection fail, once. */
function failAt(connection: SqliteDatabase.Database, k: number, code: string): { fired(): boolean; stop(): void } {
  const statement = Object.getPrototypeOf(connection.prepare('select 1'))
  const methods = ['run', 'get', 'all'] as const
  const originals = methods.map((method) => statement[method])
  let left = k
  methods.forEach((method, index) => {
    statement[method] = function (...parameters: unknown[]) {
      if (--left === 0) throw new SqliteDatabase.SqliteError('planted', code)
      return originals[index].apply(this, parameters)
    }
  })
  const stop = () => {
    for (const [index, method] of methods.entries()) statement[method] = originals[index]
  }
  return { fired: () => left <= 0, stop }
}

/** A turn of each kind, with all that a turn may write. */
const work = [{ kind: 'ticket', key: 'm1', due: 0, payload: {} }]
const pure = newTurn('c', 1, 'm1', { jobs: work, measures: [{ name: 'turn-taken' }] })
const awaited = newTurn('c', 3, 'm2', { jobs: [{ kind: 'ticket', key: 'm2', due: 0, payload: {} }], measures: [{ name: 'turn-taken' }] })

async function talk(store: SqliteStore): Promise<void> {
  const { conversations } = store
  if ((await conversations.seen('c', 'm1'))?.status !== 'done') await conversations.commit(pure)
  if ((await conversations.seen('c', 'm2')) === null) await conversations.accept('c', awaited.inbound, 2, 0)
  await conversations.journal.put('c', '4/shop/1/0', { ok: true })
  await conversations.commit(awaited)
}

async function contents(store: SqliteStore, connection: SqliteDatabase.Database) {
  const rows = (table: string) => connection.prepare(`select * from ${table}`).all()
  return {
    conversation: await store.conversations.load('c'),
    messages: rows('messages'),
    turns: rows('turns'),
    journal: rows('journal'),
    measures: rows('measures').length,
    jobs: rows('jobs').length,
  }
}

describe('when the database cannot store', () => {
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_BUSY'])(
    'a turn is stored whole or not at all, whichever of its statements meets %s',
    async (code) => {
      const untouched = connect(':memory:')
      const model = storeOn(untouched, testOptions())
      await openConversation(model, 'c')
      await talk(model)
      const expected = await contents(model, untouched)

      let statements = 0
      for (let k = 1; ; k++) {
        const connection = connect(':memory:')
        const store = storeOn(connection, testOptions())
        await openConversation(store, 'c')
        const planted = failAt(connection, k, code)
        const outcome = await talk(store).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        planted.stop()
        if (outcome !== undefined) expect(outcome).toMatchObject(passing)
        const { conversation, messages, turns, measures, jobs } = await contents(store, connection)
        expect(messages).toHaveLength(conversation?.seq ?? -1)
        const done = turns.filter((turn) => typeof turn === 'object' && turn !== null && 'status' in turn && turn.status === 'done').length
        expect([measures, jobs], `after statement ${k}`).toEqual([done - 1, done - 1])
        // the client comes again, without a restart
        await talk(store)
        expect(await contents(store, connection), `after statement ${k}`).toEqual(expected)
        await store.close()
        if (!planted.fired()) break
        statements = k
      }
      expect(statements, 'the turn must run enough statements to mean something').toBeGreaterThan(25)
      await model.close()
    },
  )

  it('one statement that fails spoils no neighbour in the shared transaction', async () => {
    const connection = connect(':memory:')
    const store = storeOn(connection, testOptions())
    for (let index = 0; index < 5; index++) await openConversation(store, `c${index}`)
    const planted = failAt(connection, 20, 'SQLITE_IOERR')
    const results = await Promise.all(Array.from({ length: 5 }, (_, index) => store.conversations.commit(newTurn(`c${index}`, 1, 'm1'))))
    planted.stop()
    expect(planted.fired()).toBe(true)
    expect(results.map((result) => result.kind)).toEqual(Array(5).fill('committed'))
    await store.close()
  })

  it('a full disk refuses turns with 503, keeps nothing half, goes on reading, and recovers without a restart', async () => {
    const folder = temporaryFolder()
    const connection = connect(join(folder.path, 'shop.db'))
    const store = storeOn(connection, testOptions())
    await openConversation(store, 'c')
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 20}`)
    const long = says('bot', '很长的回答'.repeat(500))
    let version = 1
    let refusal: unknown
    while (refusal === undefined && version < 100) {
      await store.conversations.commit(newTurn('c', version, `m${version}`, { messages: [long, long] })).then(
        () => version++,
        (thrown: unknown) => (refusal = thrown),
      )
    }
    expect(refusal).toMatchObject(passing)
    expect(await store.conversations.load('c')).toMatchObject({ version, seq: 1 + 3 * (version - 1) })
    expect(await store.conversations.messagesAfter('c', 0, 1_000)).toHaveLength(1 + 3 * (version - 1))
    expect(await store.conversations.seen('c', `m${version}`)).toBeNull()
    await expect(store.library.putOffers([])).resolves.toBeUndefined()

    connection.pragma('max_page_count = 100000')
    expect(await store.conversations.commit(newTurn('c', version, `m${version}`, { messages: [long, long] }))).toMatchObject({
      kind: 'committed',
    })
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    await store.close()
    folder.remove()
  })
})

describe('while another process writes', () => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'shop.db')
  const other = new SqliteDatabase(path)
  const store = openSqlite(path, testOptions())
  afterEach(() => {
    if (other.inTransaction) other.exec('rollback')
  })

  it('a turn waits for it, and reading does not', async () => {
    await openConversation(store, 'c')
    other.exec('begin immediate')
    let settled = false
    const turn = store.conversations.commit(newTurn('c', 1, 'm1')).finally(() => (settled = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const before = performance.now()
    expect(await store.conversations.load('c')).toMatchObject({ version: 1 })
    expect(performance.now() - before).toBeLessThan(50)
    expect(settled).toBe(false)
    other.exec('rollback')
    expect(await turn).toMatchObject({ kind: 'committed' })
  })

  it('a turn that waited two seconds is refused with 503 and can be sent again', async () => {
    await openConversation(store, 'd')
    other.exec('begin immediate')
    const before = performance.now()
    await expect(store.conversations.commit(newTurn('d', 1, 'm1'))).rejects.toMatchObject(passing)
    expect(performance.now() - before).toBeGreaterThan(1_900)
    other.exec('rollback')
    expect(await store.conversations.commit(newTurn('d', 1, 'm1'))).toMatchObject({ kind: 'committed' })
    await store.close()
    other.close()
    folder.remove()
  })
})
