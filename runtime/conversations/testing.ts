import type { Answer } from '../../nodes/turn.ts'
import { type Flow, flow as flowSchema } from '../../schemas/flow.ts'
import type { Message } from '../../schemas/message.ts'
import type { Offer } from '../../schemas/promotion.ts'
import type { Order } from '../../schemas/shop.ts'
import type { Alarm, Clock } from '../clock.ts'
import { canonicalJson, sha256 } from '../flows/canonical.ts'
import { createPrograms } from '../flows/programs.ts'
import { systemIds } from '../ids.ts'
import { mask } from '../language/mask.ts'
import { createWiring } from '../outside.ts'
import { noShop, type ShopConnector } from '../shop/connector.ts'
import { openSqlite, type SqliteStore } from '../store/sqlite.ts'
import { type Conversations, type ConversationsOptions, createConversations } from './create.ts'
import type { Reply } from './receive.ts'

/** A clock that stands still until it is told to go on, with alarms that ring as it does. */
export function stoppedClock(begin = Date.parse('2026-11-21T08:00:00Z')) {
  let now = begin
  let alarms: { at: number; ring: () => void }[] = []
  const clock: Clock = { now: () => now, elapsed: () => now }
  const alarm: Alarm = (milliseconds, ring) => {
    const set = { at: now + milliseconds, ring }
    alarms.push(set)
    return () => {
      alarms = alarms.filter((each) => each !== set)
    }
  }
  return {
    clock,
    alarm,
    async pass(milliseconds: number) {
      now += milliseconds
      const due = alarms.filter((each) => each.at <= now)
      alarms = alarms.filter((each) => each.at > now)
      for (const each of due.sort((a, b) => a.at - b.at)) each.ring()
      await moment()
    },
  }
}

/** Lets everything happen that needs no clock. */
export async function moment(): Promise<void> {
  for (let round = 0; round < 20; round++) await new Promise((resolve) => setImmediate(resolve))
}

/** Asks again and again and answers `heard: <what was said>`; words with "shop" look up that order first. */
export function echoFlow(id: string, heard = 'heard'): Flow {
  const node = (nodeId: string, type: string, data: Record<string, unknown>) => ({ id: nodeId, type, v: 1, data })
  const ways: [from: string, outlet: string, to: string][] = [
    ['start', 'next', 'ask'],
    ['ask', 'answered', 'which'],
    ['ask', 'gave-up', 'answer'],
    ['which', 'shop', 'look'],
    ['which', 'claim', 'give'],
    ['which', 'otherwise', 'answer'],
    ['look', 'found', 'found'],
    ['look', 'not-found', 'answer'],
    ['look', 'error', 'broken'],
    ['give', 'given', 'answer'],
    ['give', 'not-eligible', 'answer'],
    ['answer', 'next', 'ask'],
    ['found', 'next', 'ask'],
    ['broken', 'next', 'ask'],
  ]
  const contains = (word: string) => ({ value: { from: 'slot', name: 'said' }, operator: 'contains', operand: word })
  return flowSchema.parse({
    format: 1,
    id,
    name: id,
    slots: [{ name: 'said', type: 'text' }],
    nodes: [
      node('start', 'start', {}),
      node('ask', 'ask', { question: 'next?', slot: 'said', silence: 10 }),
      node('which', 'condition', {
        branches: [
          { id: 'shop', when: contains('shop') },
          { id: 'claim', when: contains('claim') },
        ],
      }),
      node('look', 'shop-action', { action: 'order', order: 'said', show: false }),
      node('give', 'promotion', { offers: ['welcome'] }),
      node('answer', 'message', { wordings: [`${heard}: {{ said }}`] }),
      node('found', 'message', { wordings: [`found: {{ said }}`] }),
      node('broken', 'message', { wordings: [`broken: {{ said }}`] }),
    ],
    edges: ways.map(([source, sourceHandle, target], index) => ({ id: `e${index}`, source, sourceHandle, target })),
  })
}

export const welcome: Offer = {
  id: 'welcome',
  name: '新人券',
  value: { amount: 1_000, currency: 'CNY' },
  eligible: {},
  budget: { total: 3, perVisitor: 1 },
}

export const anOrder = (id: string): Answer<Order> => ({
  ok: true,
  value: { id, state: 'shipped', placedAt: '2026-11-20T00:00:00.000Z', lines: [], total: { amount: 100, currency: 'CNY' } },
})

/** The room of conversations with the real engine, store and wiring, and a published echo flow. */
export async function openHouse(options: Partial<ConversationsOptions> & { shop?: Partial<ShopConnector>; on?: SqliteStore } = {}) {
  const time = stoppedClock()
  const { shop, on, ...others } = options
  const store = on ?? openSqlite(':memory:', { clock: time.clock, ids: systemIds })
  const programs = createPrograms({ store, clock: time.clock })
  await store.library.putOffers([welcome])
  const wiring = createWiring({ store, shop: { ...noShop, ...shop }, clock: time.clock })
  await wiring.refresh()
  const conversations = createConversations({
    store,
    programs,
    outside: wiring.outside,
    clock: time.clock,
    alarm: time.alarm,
    ids: systemIds,
    mask,
    ...others,
  })

  async function publish(flow: Flow): Promise<string> {
    await store.flows.create(flow, { id: 'u1', name: '林' }, time.clock.now())
    const head = await store.flows.head(flow.id)
    const bytes = canonicalJson(flow)
    const version = {
      id: systemIds.row(),
      flowId: flow.id,
      bytes,
      sha256: sha256(bytes),
      revision: head?.revision ?? 0,
      intents: [],
      publishedBy: '林',
      at: time.clock.now(),
    }
    const result = await store.flows.publish(version, head?.live?.number ?? null)
    if (result.kind !== 'published') throw new Error('the flow was not published')
    programs.published()
    return version.id
  }
  if (!on) await publish(echoFlow('echo'))
  return { store, programs, conversations, publish, wiring, ...time, shopper: (flow?: string) => shopper(conversations, flow) }
}

/** A visitor with verbs. */
export async function shopper(conversations: Conversations, flow = 'echo') {
  const { conversation, messages } = await conversations.open({
    entry: 'storefront',
    flow,
    locale: 'zh-CN',
    channel: 'web',
    visitorId: systemIds.secret(),
    profile: { verified: false, tier: 'none', orders: 0, spent: 0, tags: [] },
  })
  let said = 0
  return {
    id: conversation.id,
    conversation,
    greeting: textsOf(messages),
    says: (text: string, clientId = `message-${++said}`): Promise<Reply> =>
      conversations.receive(conversation.id, { kind: 'said', clientId, content: { type: 'text', text } }),
    taps: (value: string, clientId = `message-${++said}`): Promise<Reply> =>
      conversations.receive(conversation.id, { kind: 'said', clientId, content: { type: 'choice', value } }),
  }
}

export const textsOf = (messages: readonly Pick<Message, 'content'>[]): string[] =>
  messages.map(({ content }) => ('text' in content ? content.text : content.type))
