import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import type { FaultPoint } from './faults.ts'
import { type SqliteStore, storeOn } from './sqlite.ts'
import { newTurn, openConversation, says, testOptions } from './testing.ts'

describe('commits that are ready together', () => {
  let store: SqliteStore
  let reached: FaultPoint[]
  let atPoint: (point: FaultPoint) => void

  beforeEach(async () => {
    reached = []
    atPoint = () => {}
    const fault = (point: FaultPoint) => {
      reached.push(point)
      atPoint(point)
    }
    store = storeOn(connect(':memory:'), { ...testOptions(), fault })
    await Promise.all(Array.from({ length: 60 }, (_, index) => openConversation(store, `c${index}`)))
  })
  afterEach(() => store.close())

  it('share one transaction', async () => {
    const before = { ...store.counts }
    const results = await Promise.all(Array.from({ length: 50 }, (_, index) => store.conversations.commit(newTurn(`c${index}`, 1, 'm1'))))
    expect(results.every((result) => result.kind === 'committed')).toBe(true)
    expect(store.counts).toEqual({ transactions: before.transactions + 1, works: before.works + 50 })
  })

  it('are answered after the shared commit and not before', async () => {
    reached = []
    const answers: string[] = []
    atPoint = (point) => {
      if (point !== 'turn.committed') expect(answers).toEqual([])
    }
    await Promise.all(
      ['c0', 'c1', 'c2'].map((id) => store.conversations.commit(newTurn(id, 1, 'm1')).then((result) => answers.push(result.kind))),
    )
    expect(answers).toHaveLength(3)
    expect(reached).toEqual([
      'turn.before',
      'turn.mid',
      'group.partial',
      'turn.before',
      'turn.mid',
      'group.partial',
      'turn.before',
      'turn.mid',
      'turn.committed',
      'turn.committed',
      'turn.committed',
    ])
  })

  it('each keep their own condition: a late, a repeated and a changed one spoil no other', async () => {
    await store.conversations.commit(newTurn('c1', 1, 'm1'))
    const changed = { clientId: 'm1', bodyHash: 'other', message: says('visitor', 'other') }
    const before = store.counts.transactions
    const results = await Promise.all([
      store.conversations.commit(newTurn('c0', 1, 'm1')),
      store.conversations.commit(newTurn('c0', 1, 'm2')),
      store.conversations.commit(newTurn('c1', 2, 'm1')),
      store.conversations.commit(newTurn('c1', 2, 'm1', { inbound: changed })),
      store.conversations.commit(newTurn('c0', 1, 'm1')),
      store.conversations.commit(newTurn('c1', 2, 'm2')),
    ])
    expect(results.map((result) => result.kind)).toEqual(['committed', 'stale', 'duplicate', 'conflict', 'duplicate', 'committed'])
    expect(store.counts.transactions).toBe(before + 1)
  })

  it('are tried one by one when one of them breaks, and only that one is refused', async () => {
    // a state that JSON cannot hold throws in the middle of its own work
    const circular: Record<string, unknown> = {}
    circular.self = circular
    const turns = Array.from({ length: 10 }, (_, index) => newTurn(`c${index}`, 1, 'm1', index === 4 ? { trace: circular } : {}))
    const results = await Promise.allSettled(turns.map((turn) => store.conversations.commit(turn)))
    expect(results.map((result) => result.status === 'fulfilled')).toEqual(turns.map((_, index) => index !== 4))
    expect(await store.conversations.load('c4')).toMatchObject({ seq: 1, version: 1 })
    expect(await store.conversations.messagesAfter('c4', 1, 10)).toEqual([])
    for (const index of [3, 5]) expect(await store.conversations.messagesAfter(`c${index}`, 0, 10)).toHaveLength(3)
  })

  it('are all on disk when the process dies between the commit and the answers', async () => {
    atPoint = (point) => {
      if (point === 'turn.committed') throw new Error('killed')
    }
    const results = await Promise.allSettled(['c0', 'c1'].map((id) => store.conversations.commit(newTurn(id, 1, 'm1'))))
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected'])
    atPoint = () => {}
    expect(await store.conversations.commit(newTurn('c0', 1, 'm1'))).toMatchObject({ kind: 'duplicate', messages: [{ seq: 3 }] })
  })

  it('split into groups that do not grow without bound', async () => {
    const before = store.counts.transactions
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => store.settings.put(`k${index}`, index)))
    expect(store.counts.transactions - before).toBe(Math.ceil(1_000 / 256))
  })

  it('are written before the store closes, and refused after', async () => {
    const last = store.conversations.commit(newTurn('c0', 1, 'm1'))
    await store.close()
    expect(await last).toMatchObject({ kind: 'committed' })
    await expect(store.conversations.commit(newTurn('c1', 1, 'm1'))).rejects.toMatchObject({ code: 'unavailable', status: 503 })
  })
})
