import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteName, Routes } from '../../schemas/api/index.ts'
import { routes } from '../../schemas/api/index.ts'
import type { Reply } from '../../schemas/api/route.ts'
import { type Flow, flow as flowSchema } from '../../schemas/flow.ts'
import type { Message } from '../../schemas/message.ts'
import { read, startTestRuntime, type TestRuntime } from './testing.ts'

const node = (id: string, type: string, data: Record<string, unknown>) => ({ id, type, v: 1, data })
const ways: [from: string, outlet: string, to: string][] = [
  ['start', 'next', 'hear'],
  ['hear', 'b-track', 'tracked'],
  ['hear', 'b-refund', 'refunded'],
  ['hear', 'not-understood', 'look'],
  ['look', 'answered', 'hear'],
  ['look', 'nothing', 'lost'],
  ['look', 'error', 'lost'],
  ['tracked', 'next', 'hear'],
  ['refunded', 'next', 'hear'],
  ['lost', 'next', 'hear'],
]
const shopFlow: Flow = flowSchema.parse({
  format: 1,
  id: 'desk',
  name: { 'zh-CN': '客服', en: 'Desk' },
  slots: [],
  nodes: [
    node('start', 'start', {}),
    node('hear', 'intent', {
      question: '请问要办什么？',
      branches: [
        { id: 'b-track', name: '查物流', intents: ['track'] },
        { id: 'b-refund', name: '退款', intents: ['refund'] },
      ],
    }),
    node('look', 'knowledge', {}),
    node('tracked', 'message', { wordings: ['包裹在路上'] }),
    node('refunded', 'message', { wordings: ['马上退款'] }),
    node('lost', 'message', { wordings: ['没听懂'] }),
  ],
  edges: ways.map(([source, sourceHandle, target], index) => ({ id: `e${index}`, source, sourceHandle, target })),
})

const track = [
  '我的快递到哪了',
  '查一下物流',
  '包裹怎么还没到',
  '什么时候能送到',
  '物流信息不更新',
  '发货了吗',
  'where is my parcel',
  'track my order',
]
const refund = [
  '我要退款',
  '怎么申请退款',
  '钱什么时候退回来',
  '退款到账了吗',
  '不想要了退钱',
  '能退吗',
  'I want a refund',
  'money back please',
]

let house: TestRuntime
/** The reply of a route as somebody who may call it. */
const call = async <Name extends RouteName>(name: Name, body?: unknown, path: string = routes[name].path): Promise<Reply<Routes[Name]>> =>
  read(name, await house.ask(routes[name].method, path, { cookie: house.cookies.operator, body }))

async function visitor() {
  const { conversationId, token } = await house.visit()
  let count = 0
  return {
    conversationId,
    token,
    async says(text: string): Promise<{ seq: number; messages: Message[]; words: string }> {
      const said = await house.ask('POST', `/v1/conversations/${conversationId}/messages`, {
        token,
        body: { id: `message-${++count}-x`, content: { type: 'text', text } },
      })
      const reply = (await said.json()) as { seq: number; messages: Message[] }
      const words = reply.messages.flatMap(({ content }) => ('text' in content ? [content.text] : [])).join(' ')
      return { ...reply, words }
    },
  }
}

beforeAll(async () => {
  house = await startTestRuntime()
  await call('changeIntents', {
    changes: [
      { do: 'put', intent: { id: 'track', name: { 'zh-CN': '查物流', en: 'Track' } } },
      { do: 'add', intent: 'track', utterances: track },
      { do: 'put', intent: { id: 'refund', name: { 'zh-CN': '退款', en: 'Refund' } } },
      { do: 'add', intent: 'refund', utterances: refund },
    ],
  })
  const { drafts, publisher } = house.runtime.flows
  const author = { id: 'test', name: 'Test' }
  await drafts.createFrom(shopFlow, author)
  await publisher.publish('desk', { revision: 0 }, author)
  const { flows } = house.runtime.store
  const entry = await flows.entry('storefront')
  if (entry) await flows.putEntry({ ...entry, flowId: 'desk' })
}, 60_000)
afterAll(() => house.close())

describe('the intent library', () => {
  it('teaches the next visitor what was labelled, once it is published, and leaves drafts and open conversations alone [R19]', async () => {
    const slang = '我那宝贝飞哪儿去啦'
    const before = await visitor()
    expect((await before.says(slang)).words).toContain('没听懂')
    const { reviews, open } = await call('listReviews', undefined, '/api/reviews?kind=unsure')
    expect(open.unsure).toBeGreaterThan(0)
    const review = reviews.find((each) => each.text === slang)
    expect(review).toMatchObject({ count: 1, conversationId: before.conversationId, status: 'open' })

    const { drafts } = house.runtime.flows
    const { revision } = await drafts.read('desk')
    await drafts.appendOperations('desk', revision, [{ op: 'rename-flow', name: '改了一半' }], { id: 'u', name: 'U' })
    expect(await call('decideReviews', { reviews: [review?.id], decision: { kind: 'label', intent: 'track' } })).toMatchObject({
      decided: 1,
    })
    expect((await call('listFlows')).flows.find((each) => each.id === 'desk')).toMatchObject({ libraryChanged: true, unpublished: 1 })
    expect((await (await visitor()).says(slang)).words).toContain('没听懂')

    const published = await call('publishIntents')
    expect(published).toMatchObject({ flows: [{ flow: 'desk', name: { en: 'Desk' } }], held: [] })
    expect((await (await visitor()).says(slang)).words).toContain('包裹在路上')
    expect((await before.says(slang)).words).toContain('没听懂')
    expect((await call('listFlows')).flows.find((each) => each.id === 'desk')).toMatchObject({ libraryChanged: false, unpublished: 1 })
    expect(await call('publishIntents')).toEqual({ flows: [], held: [] })

    const [done] = (await call('listReviews', undefined, '/api/reviews?status=done')).reviews
    expect(done).toMatchObject({ text: slang, decision: { kind: 'label', intent: 'track' }, decidedBy: 'operator', count: 3 })
    await call('decideReviews', { reviews: [done?.id], decision: { kind: 'reopen' } })
    const listed = (await call('listIntents')).intents.find((each) => each.intent.id === 'track')
    expect(listed?.intent.utterances).toEqual(track)
  }, 60_000)

  it('shows how well intents are taught and which flows use them', async () => {
    const { intents } = await call('listIntents')
    expect(intents.map((each) => each.intent.id)).toEqual(['track', 'refund'])
    expect(intents[0]).toMatchObject({ health: { intent: 'track', state: 'weak', utterances: 8 }, usedBy: [{ flow: 'desk' }] })
  })

  it('undoes a merge of two intents in one step', async () => {
    const before = (await call('listIntents')).intents.map((each) => each.intent)
    const { undo } = await call('changeIntents', {
      changes: [
        { do: 'add', intent: 'refund', utterances: track },
        { do: 'remove', intent: 'track' },
      ],
    })
    expect((await call('listIntents')).intents.map((each) => each.intent.utterances.length)).toEqual([16])
    await call('changeIntents', { changes: undo })
    expect((await call('listIntents')).intents.map((each) => each.intent)).toEqual(before)
  })

  it('loses nothing of two operators who edit one intent at once, and each can undo', async () => {
    const add = (line: string) => call('changeIntents', { changes: [{ do: 'add', intent: 'track', utterances: [line] }] })
    const lines = Array.from({ length: 20 }, (_, index) => `同时加的第${index}句`)
    const changed = await Promise.all(lines.map(add))
    const utterances = async () => (await call('listIntents')).intents[0]?.intent.utterances ?? []
    expect((await utterances()).slice(track.length).toSorted()).toEqual(lines.toSorted())
    await Promise.all(changed.map(({ undo }) => call('changeIntents', { changes: undo })))
    expect(await utterances()).toEqual(track)
  })

  it('holds a flow back whose intent is gone, and says where it is named', async () => {
    const { undo } = await call('changeIntents', { changes: [{ do: 'remove', intent: 'refund' }] })
    const { flows, held } = await call('publishIntents')
    expect(flows).toEqual([])
    expect(held).toMatchObject([{ flow: 'desk', problems: [{ code: 'intent-unknown', path: '/nodes/1/data/branches/1/intents/0' }] }])
    expect((await (await visitor()).says('我要退款')).words).toContain('马上退款')
    await call('changeIntents', { changes: undo })
  })

  it('cross-validates in a thread, shows progress, and says when the report is of older intents', async () => {
    expect(await call('readIntentReport')).toEqual({ state: 'none', share: 0, isStale: false })
    await call('startIntentReport')
    expect((await call('readTraining')).trainings).toMatchObject([{ for: 'report' }])
    const done = await until(
      () => call('readIntentReport'),
      (each) => each.state !== 'running',
    )
    expect(done).toMatchObject({ state: 'done', isStale: false, report: { messages: 16 } })
    const { undo } = await call('changeIntents', { changes: [{ do: 'add', intent: 'track', utterances: ['新的一句话'] }] })
    expect(await call('readIntentReport')).toMatchObject({ state: 'done', isStale: true })
    await call('startIntentReport')
    await call('changeIntents', { changes: undo })
    await call('startIntentReport')
    const last = await until(
      () => call('readIntentReport'),
      (each) => each.state !== 'running',
    )
    expect(last).toMatchObject({ state: 'done', isStale: false, report: { messages: 16 } })
    expect((await call('readTraining')).trainings).toEqual([])
  }, 60_000)

  it('finds what is said twice', async () => {
    const { undo } = await call('changeIntents', { changes: [{ do: 'add', intent: 'refund', utterances: ['查一下物流！'] }] })
    const { pairs } = await call('listNearDuplicates')
    expect(pairs[0]).toMatchObject({ similarity: 1, a: { text: '查一下物流' }, b: { text: '查一下物流！' } })
    await call('changeIntents', { changes: undo })
    expect((await call('listNearDuplicates')).pairs).toEqual([])
  })

  it('audits every change by ids, and never what anybody said', async () => {
    const audit = JSON.stringify(await house.runtime.store.audit.list({ limit: 500 }))
    for (const action of ['intents-changed', 'reviews-decided', 'flow-published', 'intent-report-started']) expect(audit).toContain(action)
    expect(audit).not.toMatch(/宝贝|同时加的|新的一句话/)
  })
})

async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
