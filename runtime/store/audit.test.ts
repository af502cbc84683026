import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { storeOn } from './sqlite.ts'
import { noon, testOptions } from './testing.ts'

async function logOf(entries: number) {
  const connection = connect(':memory:')
  const store = storeOn(connection, testOptions())
  const add = (index: number) =>
    store.audit.add({
      at: noon + index,
      actor: 'user-1',
      action: 'flow-published',
      target: `flow-${index}`,
      detail: { number: index, 备注: '双十一' },
    })
  await Promise.all(Array.from({ length: entries }, (_, index) => add(index + 1)))
  return { connection, store }
}

describe('the audit log', () => {
  it('is a chain in the order of what happened, newest first to read [R114]', async () => {
    const { store } = await logOf(30)
    expect(await store.audit.verify()).toBeNull()
    const newest = await store.audit.list({ limit: 2 })
    expect(newest).toMatchObject([{ seq: 30, target: 'flow-30', detail: { number: 30, 备注: '双十一' } }, { seq: 29 }])
    expect((await store.audit.list({ before: 29, limit: 100 })).map((entry) => entry.seq)).toEqual(
      Array.from({ length: 28 }, (_, index) => 28 - index),
    )
    await store.close()
  })

  it('refuses to be changed [R114]', async () => {
    const { connection, store } = await logOf(3)
    expect(() => connection.exec(`update audit set actor = 'nobody'`)).toThrow('only grows')
    expect(() => connection.exec('delete from audit where seq = 3')).toThrow('only grows')
    expect(() =>
      connection.exec(`insert or replace into audit select seq, at, 'nobody', action, target, detail_hash, hash from audit`),
    ).toThrow('only grows')
    expect(await store.audit.verify()).toBeNull()
    await store.close()
  })

  it('shows any edit, removal or exchange of entries by someone who went around it [R114]', async () => {
    const { connection, store } = await logOf(20)
    connection.exec('drop trigger audit_no_update; drop trigger audit_no_delete')
    const forgeries = [
      (seq: number) => `update audit set actor = actor || 'x' where seq = ${seq}`,
      (seq: number) => `update audit set at = at + 1 where seq = ${seq}`,
      (seq: number) => `update audit set action = 'flow-seen' where seq = ${seq}`,
      (seq: number) => `update audit set target = 'other' where seq = ${seq}`,
      (seq: number) => `update audit set hash = '${'0'.repeat(64)}' where seq = ${seq}`,
      (seq: number) => `update audit_details set detail = '{}' where seq = ${seq}`,
      (seq: number) => `delete from audit where seq = ${seq}`,
      (seq: number) =>
        `update audit set seq = 1000 where seq = ${seq}; update audit set seq = ${seq} where seq = ${seq + 1}; update audit set seq = ${seq + 1} where seq = 1000`,
    ]
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 19 }), fc.constantFrom(...forgeries), async (seq, forge) => {
        connection.exec('savepoint honest')
        connection.exec(forge(seq))
        const found = await store.audit.verify()
        connection.exec('rollback to honest; release honest')
        expect(found === seq || found === seq + 1).toBe(true)
      }),
      { numRuns: 100 },
    )
    expect(await store.audit.verify()).toBeNull()
    await store.close()
  })

  it('stays whole when the personal details of an entry are erased', async () => {
    const { connection, store } = await logOf(5)
    connection.exec('delete from audit_details where seq = 3')
    expect(await store.audit.verify()).toBeNull()
    expect(await store.audit.list({ before: 4, limit: 1 })).toMatchObject([{ seq: 3, detail: {} }])
    await store.close()
  })
})
