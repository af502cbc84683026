import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { openSqlite, storeOn } from './sqlite.ts'
import { newTurn, openConversation, temporaryFolder, testOptions } from './testing.ts'

const turns = 60
const headerBytes = 32

/** A power cut is what was on disk at that moment: the file, and a write-ahead log that may end anywhere or be damaged at its end. */
describe('after a power cut', () => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'shop.db')
  /** Size of the log when each turn was acknowledged. */
  const acknowledged: number[] = []
  let log: Buffer
  let copies = 0

  beforeAll(async () => {
    const first = openSqlite(path, testOptions())
    await openConversation(first, 'c')
    await first.close()

    const store = openSqlite(path, testOptions())
    for (let index = 0; index < turns; index++) {
      const turn = newTurn('c', index + 1, `m${index + 1}`, {
        jobs: [{ kind: 'ticket', key: `job-${index + 1}`, due: 0, payload: {} }],
        measures: [{ name: 'turn-taken' }],
      })
      expect(await store.conversations.commit(turn)).toMatchObject({ kind: 'committed' })
      acknowledged.push(statSync(`${path}-wal`).size)
    }
    copyFileSync(path, join(folder.path, 'cut.db'))
    log = readFileSync(`${path}-wal`)
    expect(log.length, 'the log must hold all turns, or the test tests nothing').toBe(acknowledged.at(-1))
    await store.close()
  })
  afterAll(() => folder.remove())

  it('every turn acknowledged before the cut is there, and the rest is an exact beginning', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: log.length }), async (at) => {
        await expectBeginning(log.subarray(0, at), at)
      }),
      { numRuns: 50, examples: [[0], [headerBytes], [log.length], [acknowledged[30] ?? 0], [(acknowledged[30] ?? 0) - 1]] },
    )
  })

  it('a damaged byte costs what was written from there on and nothing before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: headerBytes, max: log.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const damaged = Buffer.from(log)
        damaged[at] = (damaged[at] ?? 0) ^ bits
        await expectBeginning(damaged, at)
      }),
      { numRuns: 50 },
    )
  })

  async function expectBeginning(left: Buffer, at: number): Promise<void> {
    const copy = join(folder.path, `copy-${copies++}.db`)
    copyFileSync(join(folder.path, 'cut.db'), copy)
    writeFileSync(`${copy}-wal`, left)
    const connection = connect(copy)
    expect(connection.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(connection.pragma('foreign_key_check')).toEqual([])
    const count = (table: string) => connection.prepare<[], { rows: number }>(`select count(*) as rows from ${table}`).get()?.rows ?? 0

    const store = storeOn(connection, testOptions())
    const conversation = await store.conversations.load('c')
    const kept = (conversation?.version ?? 0) - 1
    expect(kept).toBeGreaterThanOrEqual(acknowledged.filter((size) => size <= at).length)
    expect(conversation?.seq).toBe(1 + 2 * kept)
    expect((await store.conversations.messagesAfter('c', 0, 1_000)).map((each) => each.seq)).toEqual(
      Array.from({ length: 1 + 2 * kept }, (_, index) => index + 1),
    )
    expect([count('turns'), count('jobs'), count('measures')]).toEqual([kept + 1, kept, kept])
    await store.close()
  }
})
