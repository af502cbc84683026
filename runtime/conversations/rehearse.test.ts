import { describe, expect, it } from 'vitest'
import type { Flow } from '../../schemas/flow.ts'
import { zoneClock } from '../zone.ts'
import { createRehearsal, type RehearsalTurn } from './rehearse.ts'
import { anOrder, echoFlow, openHouse, textsOf, welcome } from './testing.ts'

async function rehearsal() {
  const house = await openHouse({ shop: { order: async (_caller, id) => anOrder(id) } })
  const { store, wiring, clock } = house
  const stage = createRehearsal({ store, outside: wiring.outside, clock, mask: (text) => text })
  const play = (turn: Partial<RehearsalTurn>, flow = 'echo') =>
    stage.turn(flow, { locale: 'zh-CN', owner: 'bot', event: { kind: 'opened' }, seq: 0, ...turn })
  return { ...house, play }
}

const says = (text: string) => ({ kind: 'said', content: { type: 'text', text } }) as const

describe('the test chat', () => {
  it('plays the draft, not what is live, and shows the path it took', async () => {
    const { play, store } = await rehearsal()
    await store.flows.append(
      'echo',
      { id: 'e-1', base: 0, operations: [], author: 'u1', authorName: '林', at: '2026-11-21T08:00:00.000Z' },
      () => echoFlow('echo', 'draft'),
    )
    const first = await play({})
    expect(first.revision).toBe(1)
    const second = await play({ state: first.state, event: says('你好'), seq: 1 })
    expect(textsOf(second.messages)).toEqual(['draft: 你好', 'next?'])
    expect(second.trace.map((step) => step.node)).toEqual(['ask', 'which', 'answer', 'ask'])
    await store.close()
  })

  it('gives coupons that count against no budget, and stores nothing', async () => {
    const { play, store } = await rehearsal()
    let { state } = await play({})
    for (let time = 0; time < 5; time++) {
      const turn = await play({ state, event: says('claim'), seq: time + 1 })
      expect(turn.messages[0]?.content).toMatchObject({ type: 'coupon', coupon: { offerId: 'welcome', code: 'TEST-0000' } })
      state = turn.state
    }
    expect(await store.library.claim(welcome, 'v1', 'k1', 'CODE', 0)).toEqual({ code: 'CODE' })
    expect(await store.conversations.pending(10)).toEqual([])
    await store.close()
  })

  it('lets the wait be silent, hands over and back', async () => {
    const { play, store } = await rehearsal()
    const opened = await play({})
    const silent = await play({ state: opened.state, event: { kind: 'silent' }, seq: 1 })
    expect(silent.messages).toHaveLength(1)
    const handed = await play({ state: silent.state, event: { kind: 'said', content: { type: 'choice', value: '@human' } }, seq: 2 })
    expect(handed.owner).toBe('queue')
    expect((await play({ state: handed.state, owner: 'queue', event: { kind: 'handed-back' }, seq: 3 })).owner).toBe('bot')
    await store.close()
  })

  it('knows which day yesterday was, in the zone of the shop [R8] [R11]', async () => {
    const { store, wiring, clock } = await rehearsal()
    const flow = echoFlow('dated')
    const dated = {
      ...flow,
      nodes: flow.nodes.map((node) => (node.id === 'ask' ? { ...node, data: { ...node.data, entity: 'date' } } : node)),
    }
    await store.flows.create(dated, { id: 'u1', name: '林' }, 0)
    const answers = await Promise.all(
      ['Asia/Shanghai', 'Pacific/Honolulu'].map(async (zone) => {
        const stage = createRehearsal({ store, outside: wiring.outside, clock, zone: zoneClock(zone), mask: (text) => text })
        const first = await stage.turn('dated', { locale: 'zh-CN', owner: 'bot', event: { kind: 'opened' }, seq: 0 })
        const said = await stage.turn('dated', { locale: 'zh-CN', owner: 'bot', state: first.state, event: says('昨天买的'), seq: 1 })
        return said.state.slots.said
      }),
    )
    // it is eight in the morning in London: in Hawaii the day before has not ended
    expect(answers).toEqual(['2026-11-20', '2026-11-19'])
    await store.close()
  })

  it('says what is missing when the draft cannot run yet, and refuses an empty message', async () => {
    const { play, store } = await rehearsal()
    await expect(play({ event: says('  ') })).rejects.toMatchObject({ status: 422 })
    await expect(play({}, 'nowhere')).rejects.toMatchObject({ status: 404 })
    const empty: Flow = { ...echoFlow('empty'), nodes: [], edges: [] }
    await store.flows.create(empty, { id: 'u1', name: '林' }, 0)
    await expect(play({}, 'empty')).rejects.toMatchObject({ status: 422 })
    await store.close()
  })
})
