import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clock, systemClock } from '../clock.ts'
import { read, startTestRuntime, type TestRuntime, within } from './testing.ts'

const phone = '13812345678'
let house: TestRuntime
let later = 0
const clock: Clock = { now: () => systemClock.now() + later, elapsed: systemClock.elapsed }

beforeAll(async () => {
  house = await startTestRuntime({ clock, settings: { originalsDays: 2 } })
})
afterAll(() => house.close())

/** Says it in a new conversation. @returns where it stands */
async function say(text: string, at = house) {
  const { conversationId, token } = await at.visit()
  const path = `/v1/conversations/${conversationId}/messages`
  const said = await at.ask('POST', path, { token, body: { id: 'message-1', content: { type: 'text', text } } })
  const { seq } = await read('postMessage', said)
  const { messages } = await read('listMessages', await at.ask('GET', path, { token }))
  return { conversationId, token, seq, stored: JSON.stringify(messages) }
}

const ask = (
  conversationId: string,
  seq: number | string,
  role: keyof TestRuntime['cookies'] = 'owner',
  body: unknown = { reason: '回拨' },
) => house.ask('POST', `/api/conversations/${conversationId}/messages/${seq}/original`, { cookie: house.cookies[role], body })

describe('a message with personal data', () => {
  it('is stored masked everywhere, and as it was typed under seal only', async () => {
    const { conversationId, seq, stored } = await say(`我的电话是${phone}，快打给我`)
    const { store } = house.runtime
    const turns = JSON.stringify([await store.conversations.turns(conversationId), await store.conversations.load(conversationId)])
    const row = await store.originals.get(conversationId, seq, clock.now())
    for (const text of [stored, turns, JSON.stringify(row), house.log.join('\n')]) expect(text).not.toContain(phone)
    expect(row?.sealed).toBeTruthy()
    expect(await store.originals.seqs(conversationId, clock.now())).toEqual([seq])
  })

  it('is shown to those who may see it, for a reason that the audit trail keeps', async () => {
    const { conversationId, seq } = await say(`电话 ${phone}`)
    expect(await read('readOriginal', await ask(conversationId, seq))).toMatchObject({ text: `电话 ${phone}` })
    expect((await ask(conversationId, seq, 'agent')).status).toBe(200)
    const { entries } = await read('listAudit', await house.ask('GET', '/api/audit', { cookie: house.cookies.owner }))
    expect(entries.filter(({ action }) => action === 'original-shown')).toMatchObject([
      { actor: house.people.agent, target: conversationId, detail: { seq, reason: '回拨' } },
      { actor: house.people.owner, target: conversationId, detail: { seq, reason: '回拨' } },
    ])
    expect(JSON.stringify(entries)).not.toContain(phone)
  })

  it('is shown to nobody else, and to nobody without a reason', async () => {
    const { conversationId, seq, token } = await say(`电话 ${phone}`)
    expect((await ask(conversationId, seq, 'operator')).status).toBe(403)
    expect((await ask(conversationId, seq, 'analyst')).status).toBe(403)
    expect((await ask(conversationId, seq, 'owner', {})).status).toBe(422)
    expect((await ask(conversationId, seq, 'owner', { reason: ' ' })).status).toBe(422)
    const path = `/api/conversations/${conversationId}/messages/${seq}/original`
    expect((await house.ask('POST', path, { token, body: { reason: '回拨' } })).status).toBe(401)
    for (const wrong of [seq + 1, 0, -1, '1e3', 'x', '999999999999'])
      expect([wrong, (await ask(conversationId, wrong)).status]).toEqual([wrong, 404])
  })

  it('does not open under another message, so that rows cannot be swapped', async () => {
    const one = await say(`电话 ${phone}`)
    const other = await say('我叫王小明，住北京市海淀区中关村大街1号')
    const { originals } = house.runtime.store
    const [first, second] = await Promise.all(
      [one, other].map(({ conversationId, seq }) => originals.get(conversationId, seq, clock.now())),
    )
    expect(first?.sealed).not.toBe(second?.sealed)
    const get = originals.get
    originals.get = async (conversationId, seq, now) => {
      const row = await get(conversationId, seq, now)
      return row && first ? { ...row, sealed: first.sealed } : row
    }
    expect((await ask(other.conversationId, other.seq)).status).toBe(404)
    originals.get = get
  })

  it('leaves no original when nothing was masked', async () => {
    const { conversationId, seq } = await say('快递到哪了')
    expect(await house.runtime.store.originals.seqs(conversationId, clock.now())).toEqual([])
    expect((await ask(conversationId, seq)).status).toBe(404)
  })

  it('is gone when its time is over', async () => {
    const { conversationId, seq } = await say(`电话 ${phone}`)
    later = 2 * 24 * 3_600_000 + 1
    expect((await ask(conversationId, seq)).status).toBe(404)
    expect(await house.runtime.store.originals.drop(clock.now())).toBeGreaterThan(0)
    later = 0
    expect((await ask(conversationId, seq)).status).toBe(404)
  })

  it('is never kept where the shop wants none kept', () =>
    within({ originalsDays: 0 }, async (quiet) => {
      const { conversationId } = await say(`电话 ${phone}`, quiet)
      expect(await quiet.runtime.store.originals.seqs(conversationId, systemClock.now())).toEqual([])
    }))
})
