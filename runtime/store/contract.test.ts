import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from './store.ts'
import { engines, newConversation, newTurn, noon, openConversation, says } from './testing.ts'

describe.each(engines)('conversations in $name', ({ open }) => {
  let store: Store
  let remove: () => void

  beforeEach(async () => ({ store, remove } = await open()))
  afterEach(async () => {
    await store.close()
    remove()
  })

  it('keeps a conversation with what its opening turn said', async () => {
    const opening = newTurn('c', 0, 'opened', {
      inbound: { clientId: 'opened', bodyHash: 'h' },
      messages: [says('bot', '您好'), says('bot', '请问有什么可以帮您?')],
    })
    const result = await store.conversations.create(newConversation('c'), opening)
    expect(result).toMatchObject({ kind: 'committed', inboundSeq: 0, seq: 2, version: 1, owner: 'bot' })
    expect(await store.conversations.load('c')).toEqual(newConversation('c', { seq: 2, version: 1 }))
    expect(await store.conversations.messagesAfter('c', 0, 10)).toEqual([
      { ...says('bot', '您好'), seq: 1 },
      { ...says('bot', '请问有什么可以帮您?'), seq: 2 },
    ])
  })

  it('opens a conversation once although the opening was sent twice', async () => {
    await openConversation(store, 'c')
    const again = newTurn('c', 0, 'opened', {
      inbound: { clientId: 'opened', bodyHash: 'opened' },
      messages: [says('bot', 'something else')],
    })
    expect(await store.conversations.create(newConversation('c'), again)).toMatchObject({
      kind: 'duplicate',
      messages: [{ ...says('bot', '您好'), seq: 1 }],
    })
    expect(await store.conversations.messagesAfter('c', 0, 10)).toHaveLength(1)
  })

  it('reads what visitors wrote, newest conversations first, in pages that leave nothing out', async () => {
    for (const id of ['c1', 'c2', 'c3']) {
      await openConversation(store, id)
      await store.conversations.commit(newTurn(id, 1, `${id}-a`))
      await store.conversations.commit(newTurn(id, 2, `${id}-b`))
    }
    const tap = { ...says('visitor', 'tap'), content: { type: 'choice' as const, value: 'yes' } }
    await store.conversations.commit(newTurn('c3', 3, 'tap', { inbound: { clientId: 'tap', bodyHash: 'tap', message: tap } }))
    const texts: string[] = []
    let place: Awaited<ReturnType<typeof store.conversations.said>>['next'] = null
    do {
      const page = await store.conversations.said(place, 4)
      texts.push(...page.texts.map(({ conversationId, text }) => `${conversationId} ${text}`))
      place = page.next
    } while (place)
    expect(texts).toEqual(['c3 c3-b', 'c3 c3-a', 'c2 c2-b', 'c2 c2-a', 'c1 c1-b', 'c1 c1-a'])
    expect(await store.conversations.countSaid('c1', 100)).toBe(5)
    expect(await store.conversations.countSaid('', 4)).toBe(2)
    expect(await store.conversations.countSaid('c3', 100)).toBe(0)
  })

  it('gives inbound and outbound their places in one commit', async () => {
    await openConversation(store, 'c')
    const state = { ...newConversation('c').state, slots: { order: '202611200001' } }
    const turn = newTurn('c', 1, 'm1', {
      messages: [says('bot', 'a'), says('bot', 'b', { meta: { node: 'say', ai: true } })],
      state,
      owner: 'queue',
      trace: { path: ['start'] },
    })
    const result = await store.conversations.commit(turn)
    expect(result).toEqual({
      kind: 'committed',
      inboundSeq: 2,
      seq: 4,
      version: 2,
      owner: 'queue',
      messages: turn.messages.map((message, index) => ({ ...message, seq: 3 + index })),
    })
    expect(await store.conversations.load('c')).toMatchObject({ seq: 4, version: 2, owner: 'queue', state })
    expect((await store.conversations.messagesAfter('c', 1, 2)).map((message) => message.seq)).toEqual([2, 3])
    expect(await store.conversations.turns('c')).toEqual([
      { inboundSeq: 0, at: noon, trace: { path: [] } },
      { inboundSeq: 2, at: noon, trace: { path: ['start'] } },
    ])
  })

  it('answers a repeated message with what was said then, also after the talk went on', async () => {
    await openConversation(store, 'c')
    const first = await store.conversations.commit(newTurn('c', 1, 'm1'))
    await store.conversations.commit(newTurn('c', 2, 'm2', { owner: 'queue' }))
    const repeat = await store.conversations.commit(newTurn('c', 3, 'm1', { messages: [says('bot', 'never said')] }))
    expect(repeat).toEqual({ kind: 'duplicate', messages: first.kind === 'committed' ? first.messages : [], inboundSeq: 2, owner: 'queue' })
    expect(await store.conversations.seen('c', 'm1')).toMatchObject({
      status: 'done',
      bodyHash: 'hash-of-m1',
      inboundSeq: 2,
      messages: [{ seq: 3 }],
    })
    expect(await store.conversations.seen('c', 'm9')).toBeNull()
  })

  it('refuses the same id with other words', async () => {
    await openConversation(store, 'c')
    await store.conversations.commit(newTurn('c', 1, 'm1'))
    const other = { clientId: 'm1', bodyHash: 'other', message: says('visitor', 'other') }
    expect(await store.conversations.commit(newTurn('c', 2, 'm1', { inbound: other }))).toEqual({ kind: 'conflict' })
    expect(await store.conversations.accept('c', other, 2, noon)).toEqual({ kind: 'conflict' })
    expect(await store.conversations.load('c')).toMatchObject({ seq: 3, version: 2 })
  })

  it('refuses a turn that was thought out on an older state, or in no conversation, and stores nothing of it', async () => {
    await openConversation(store, 'c')
    await store.conversations.commit(newTurn('c', 1, 'm1'))
    const late = newTurn('c', 1, 'm2', { jobs: [{ kind: 'ticket', key: 'late', due: noon, payload: {} }] })
    expect(await store.conversations.commit(late)).toEqual({ kind: 'stale' })
    expect(await store.conversations.commit(newTurn('nobody', 0, 'm1'))).toEqual({ kind: 'stale' })
    expect(await store.conversations.accept('c', late.inbound, 1, noon)).toEqual({ kind: 'stale' })
    expect(await store.conversations.seen('c', 'm2')).toBeNull()
    expect(await store.conversations.messagesAfter('c', 0, 10)).toHaveLength(3)
    expect(await store.jobs.counts()).toEqual({ waiting: 0, dead: 0 })
  })

  it('keeps an accepted message until it is answered, once', async () => {
    await openConversation(store, 'c')
    const turn = newTurn('c', 2, 'm1')
    expect(await store.conversations.accept('c', turn.inbound, 1, noon)).toEqual({ kind: 'accepted', inboundSeq: 2, version: 2 })
    expect(await store.conversations.accept('c', turn.inbound, 2, noon)).toEqual({ kind: 'pending', inboundSeq: 2, version: 2 })
    expect(await store.conversations.seen('c', 'm1')).toEqual({ bodyHash: 'hash-of-m1', status: 'pending', messages: [], inboundSeq: 2 })
    expect(await store.conversations.pending(10)).toEqual([
      { conversationId: 'c', clientId: 'm1', inbound: { ...turn.inbound.message, seq: 2 }, acceptedAt: noon, bodyHash: 'hash-of-m1' },
    ])
    expect(await store.conversations.pending(10, 'another')).toEqual([])

    expect(await store.conversations.commit({ ...turn, readVersion: 1 })).toEqual({ kind: 'stale' })
    expect(await store.conversations.commit(turn)).toMatchObject({
      kind: 'committed',
      inboundSeq: 2,
      seq: 3,
      version: 3,
      messages: [{ seq: 3 }],
    })
    expect(await store.conversations.commit({ ...turn, readVersion: 3 })).toMatchObject({ kind: 'duplicate', messages: [{ seq: 3 }] })
    expect(await store.conversations.accept('c', turn.inbound, 3, noon)).toMatchObject({ kind: 'duplicate', inboundSeq: 2 })
    expect(await store.conversations.pending(10, 'c')).toEqual([])
  })

  it('answers the visitor in the order written, while people and timers need not wait', async () => {
    await openConversation(store, 'c')
    await store.conversations.accept('c', newTurn('c', 1, 'm1').inbound, 1, noon)
    await store.conversations.accept('c', newTurn('c', 2, 'm2').inbound, 2, noon)
    expect(await store.conversations.commit(newTurn('c', 3, 'm3')), 'a new message').toEqual({ kind: 'stale' })
    expect(await store.conversations.commit(newTurn('c', 3, 'm2')), 'the second accepted').toEqual({ kind: 'stale' })
    const agent = newTurn('c', 3, 'agent-1', {
      inbound: { clientId: 'agent-1', bodyHash: 'h', message: says('agent', '您好,我来帮您') },
      messages: [],
      owner: 'agent:1',
    })
    expect(await store.conversations.commit(agent)).toMatchObject({ kind: 'committed', inboundSeq: 4 })
    const silent = newTurn('c', 4, 'silent:t', { inbound: { clientId: 'silent:t', bodyHash: 'h' }, messages: [] })
    expect(await store.conversations.commit(silent)).toMatchObject({ kind: 'committed', inboundSeq: 4, messages: [] })
    expect(await store.conversations.commit(newTurn('c', 5, 'm1'))).toMatchObject({
      kind: 'committed',
      inboundSeq: 2,
      messages: [{ seq: 5 }],
    })
    expect(await store.conversations.commit(newTurn('c', 6, 'm2'))).toMatchObject({
      kind: 'committed',
      inboundSeq: 3,
      messages: [{ seq: 6 }],
    })
    expect(await store.conversations.seen('c', 'm1')).toMatchObject({ messages: [{ seq: 5 }] })
    expect(await store.conversations.seen('c', 'silent:t')).toMatchObject({ status: 'done', messages: [] })
  })

  it('puts the jobs of a turn on disk with it, each key once', async () => {
    await openConversation(store, 'c')
    const job = { kind: 'ticket', key: 'c/2/say/1', due: noon, payload: { urgent: true } }
    await store.conversations.commit(
      newTurn('c', 1, 'm1', {
        jobs: [job, job],
        measures: [{ name: 'offer-shown', node: 'promo', value: 2, detail: { offer: 'double-11' } }],
      }),
    )
    await store.conversations.commit(newTurn('c', 2, 'm2', { jobs: [job] }))
    expect(await store.jobs.claim(noon, noon + 1_000, 10)).toEqual([{ ...job, id: expect.any(String), attempts: 1, conversationId: 'c' }])
  })

  it('counts who waits before a visitor and who is still on a flow', async () => {
    for (const id of ['first', 'second', 'third']) await openConversation(store, id)
    await store.conversations.commit(newTurn('second', 1, 'm1', { owner: 'queue', at: noon + 1 }))
    await store.conversations.commit(newTurn('third', 1, 'm1', { owner: 'queue', at: noon + 2 }))
    await store.conversations.commit(newTurn('first', 1, 'm1', { owner: 'queue', at: noon + 3 }))
    await store.conversations.commit(newTurn('second', 2, 'm2', { owner: 'queue', at: noon + 9 }))
    expect(await Promise.all(['second', 'third', 'first', 'nobody'].map((id) => store.conversations.queueAhead(id)))).toEqual([0, 1, 2, 0])
    await store.conversations.commit(newTurn('second', 3, 'm3', { owner: 'agent:1', at: noon + 10 }))
    expect(await store.conversations.queueAhead('first')).toBe(1)

    expect(await store.conversations.countOpen()).toEqual(new Map([['welcome', 3]]))
    await store.conversations.commit(newTurn('first', 2, 'm2', { owner: 'closed' }))
    expect(await store.conversations.countOpen()).toEqual(new Map([['welcome', 2]]))
  })

  it('remembers the first answer from outside for each question of a turn', async () => {
    await openConversation(store, 'c')
    await store.conversations.journal.put('c', '2/shop/1/0', { ok: true, value: [1, null] })
    await store.conversations.journal.put('c', '2/shop/1/0', { ok: false })
    await store.conversations.journal.put('c', '2/shop/1/1', null)
    expect(await store.conversations.journal.get('c', '2/shop/1/0')).toEqual({ ok: true, value: [1, null] })
    expect(await store.conversations.journal.get('c', '2/shop/1/1')).toBeNull()
    expect(await store.conversations.journal.get('c', '2/shop/1/2')).toBeUndefined()
  })
})
