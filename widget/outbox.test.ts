import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome, Posted } from './client.ts'
import { createKeep, type Keep } from './keep.ts'
import { createOutbox, type Outbox, type Unsent } from './outbox.ts'
import { memoryStorage, quickPace, settle, until } from './testing.ts'

const done: Outcome<Posted> = { kind: 'done', value: { seq: 1, owner: 'bot', messages: [], duplicate: false } }
const words = (id: string): Unsent => ({ id, content: { type: 'text', text: id }, at: 0 })

describe('the outbox', () => {
  it('sends in the order they were typed, one at a time', async () => {
    const { outbox, posted, open } = box(async () => done)
    for (const id of ['a', 'b', 'c']) outbox.add(words(id))
    await until(() => outbox.items().length === 0)
    expect(posted).toEqual(['a', 'b', 'c'])
    expect(open.most).toBe(1)
  })

  it('sends a message typed offline once, later, with the same id', async () => {
    let online = false
    const { outbox, posted, sent } = box(async () => (online ? done : { kind: 'again' }))
    outbox.add(words('first'))
    outbox.add(words('second'))
    await until(() => posted.length >= 3)
    expect(sent).toEqual([])
    online = true
    outbox.flush()
    await until(() => outbox.items().length === 0)
    expect(sent).toEqual(['first', 'second'])
    expect(new Set(posted)).toEqual(new Set(['first', 'second']))
  })

  it('keeps what waits over a reload of the page', async () => {
    const keep = createKeep('shop', memoryStorage())
    const before = box(async () => ({ kind: 'again' }), keep)
    before.outbox.add(words('kept'))
    before.outbox.stop()
    await settle()
    const after = box(async () => done, keep)
    expect(after.outbox.items()).toEqual([words('kept')])
    after.outbox.flush()
    await until(() => after.outbox.items().length === 0)
    expect(after.sent).toEqual(['kept'])
  })

  it('waits as long as the server asks', async () => {
    const answers: Outcome<Posted>[] = [{ kind: 'again', after: 7_000 }, done]
    const { outbox, pace } = box(async () => answers.shift() ?? done)
    outbox.add(words('slow'))
    await until(() => outbox.items().length === 0)
    expect(pace.waited).toEqual([7_000])
  })

  it('says that a message was refused, and goes on with the next', async () => {
    const { outbox, sent } = box(async (item) => (item.id === 'long' && !item.failed ? { kind: 'refused', status: 413 } : done))
    outbox.add(words('long'))
    outbox.add(words('short'))
    await until(() => sent.includes('short'))
    expect(outbox.items()).toEqual([{ ...words('long'), failed: 413 }])
    outbox.remove('long')
    expect(outbox.items()).toEqual([])
  })

  it('tries a refused message again when asked to', async () => {
    let refuses = true
    const { outbox, sent } = box(async () => (refuses ? { kind: 'refused', status: 422 } : done))
    outbox.add(words('odd'))
    await until(() => outbox.items()[0]?.failed === 422)
    refuses = false
    outbox.retry('odd')
    await until(() => outbox.items().length === 0)
    expect(sent).toEqual(['odd'])
  })

  it('takes a message along into a new conversation when the old one is gone', async () => {
    let isGone = true
    const { outbox, sent, renewals } = box(
      async () => (isGone ? { kind: 'gone' } : done),
      undefined,
      async () => {
        isGone = false
        return true
      },
    )
    outbox.add(words('still here'))
    await until(() => outbox.items().length === 0)
    expect(sent).toEqual(['still here'])
    expect(renewals.count).toBe(1)
  })

  it('throws away what is kept in another shape', () => {
    const keep = createKeep('shop', memoryStorage())
    keep.write('outbox', [{ id: 5 }, null, 'x', words('good')])
    expect(box(async () => done, keep).outbox.items()).toEqual([words('good')])
  })

  it('delivers each message once and in order, whatever the network does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('lost', 'answer-lost', 'busy', 'fine'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        async (weather, count) => {
          const table: string[] = []
          const { outbox, sent } = box(async (item) => {
            const now = weather.shift() ?? 'fine'
            if (now === 'lost') return { kind: 'again' }
            if (now === 'busy') return { kind: 'again', after: 50 }
            if (!table.includes(item.id)) table.push(item.id)
            return now === 'answer-lost' ? { kind: 'again' } : done
          })
          const ids = Array.from({ length: count }, (_, index) => `m${index}`)
          for (const id of ids) outbox.add(words(id))
          await until(() => outbox.items().length === 0, 20_000)
          expect(table).toEqual(ids)
          expect(sent).toEqual(ids)
        },
      ),
      { numRuns: 60 },
    )
  })
})

function box(
  post: (item: Unsent) => Promise<Outcome<Posted>>,
  keep: Keep = createKeep('shop', memoryStorage()),
  renew: () => Promise<boolean> = async () => false,
) {
  const pace = quickPace()
  const posted: string[] = []
  const sent: string[] = []
  const open = { now: 0, most: 0 }
  const renewals = { count: 0 }
  const outbox: Outbox = createOutbox({
    keep,
    pace,
    async post(item) {
      posted.push(item.id)
      open.most = Math.max(open.most, ++open.now)
      await settle(1)
      open.now--
      return post(item)
    },
    sent: (item) => sent.push(item.id),
    renew() {
      renewals.count++
      return renew()
    },
    changed: () => undefined,
  })
  return { outbox, posted, sent, open, pace, renewals }
}
