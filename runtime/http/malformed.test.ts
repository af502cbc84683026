import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type RouteName, routes } from '../../schemas/api/index.ts'
import { problemDocument } from '../../schemas/api/problem-document.ts'
import type { Route } from '../../schemas/api/route.ts'
import { emptyState } from '../../schemas/conversation.ts'
import { type Misfit, misfits } from './misfits.ts'
import { startTestRuntime, type TestRequest, type TestRuntime } from './testing.ts'

let house: TestRuntime
let visit: { conversationId: string; token: string }

beforeAll(async () => {
  house = await startTestRuntime()
  visit = await house.visit()
})
afterAll(() => house.close())

/** A whole right body for every route that takes one; all others are made from these by one mistake each. */
const bodies: { [name in RouteName]?: object } = {
  startConversation: {
    entry: 'storefront',
    locale: 'en',
    channel: 'web',
    visitor: { id: 'v', name: 'Lin', token: 't', customerToken: 'c' },
    page: { url: 'https://shop.test/', title: 'Shop' },
  },
  postMessage: { id: 'message-1', content: { type: 'choice', value: 'yes', label: 'Yes' } },
  createFlow: { name: { 'zh-CN': '查物流', en: 'Track' }, copyOf: 'welcome' },
  editDraft: {
    id: '0b8e3d6e-6d6a-4c1c-9b0a-2f1a3b4c5d6e',
    base: 0,
    operations: [
      { op: 'add-node', node: { id: 'n1', type: 'message', v: 1, name: 'A card', data: {} }, at: { x: 1, y: 2 } },
      { op: 'set-field', node: 'n1', path: ['data', 'text'], value: 'x' },
      { op: 'move-node', id: 'n1', to: { x: 1, y: 2 } },
      { op: 'add-edge', edge: { id: 'e9', source: 'start', sourceHandle: 'next', target: 'n1' } },
      { op: 'put-slot', slot: { name: 'order_id', type: 'order_no', label: 'Order' } },
      { op: 'rename-flow', name: 'New name' },
      { op: 'remove-slot', name: 'order_id' },
      { op: 'remove-edge', id: 'e9' },
      { op: 'remove-node', id: 'n1' },
      { op: 'set-fallback', fallback: 'Sorry' },
    ],
  },
  publishFlow: { revision: 0, note: 'Because' },
  archiveFlow: { archived: true },
  putIntent: { id: 'greeting', name: 'Greeting', utterances: ['你好'], keywords: ['hi'] },
  changeIntents: {
    changes: [
      { do: 'put', intent: { id: 'track', name: { 'zh-CN': '查物流', en: 'Track' }, keywords: ['物流'] } },
      { do: 'add', intent: 'track', utterances: ['快递到哪了'], places: [0] },
      { do: 'take', intent: 'track', utterances: ['快递到哪了'] },
      { do: 'remove', intent: 'track' },
      { do: 'restore', intent: { id: 'track', name: 'Track', utterances: ['where is it'], keywords: [] }, place: 0 },
    ],
  },
  tryLanguage: { text: '你好', locale: 'en', intents: ['track'] },
  putMoodWords: { own: [{ word: '蹲', kind: 'waiting', strength: 0.5, locale: 'zh-CN' }] },
  decideReviews: { reviews: ['1'], decision: { kind: 'mood', polarity: 'negative', anger: true, urgency: false } },
  rateAnswer: { helpful: true },
  readOriginal: { reason: 'The parcel came back' },
  putProvider: {
    enabled: false,
    url: 'https://models.example/v1',
    model: 'small',
    embeddingModel: 'small-embedding',
    timeout: 500,
    monthlyCap: 1_000,
    uses: ['rephrase'],
    key: 'a-key',
  },
  changeArticles: {
    changes: [
      {
        do: 'put',
        article: {
          id: 'returns',
          question: '几天内可以退货',
          similar: ['能退吗'],
          answer: { 'zh-CN': '7 天', en: '7 days' },
          locale: 'zh-CN',
          validFrom: '2026-01-01T00:00:00Z',
          validTo: '2026-12-31T00:00:00Z',
          tags: ['售后'],
          products: ['wok'],
        },
      },
      { do: 'add', article: 'returns', similar: ['不想要了'], places: [0] },
      { do: 'take', article: 'returns', similar: ['不想要了'] },
      { do: 'remove', article: 'returns' },
    ],
  },
  askKnowledge: { question: '几天内可以退货', locale: 'zh-CN', tags: ['售后'], product: 'wok' },
  dismissSynonyms: { word: '税号', near: ['抬头'], dismissed: true },
  changeVocabulary: {
    changes: [
      { do: 'put-group', group: { id: 'freight', words: ['运费', '邮费'] } },
      { do: 'remove-group', group: 'freight' },
      { do: 'put-word', word: { id: 'own', word: '禾木', kind: 'brand' } },
      { do: 'remove-word', word: 'own' },
    ],
  },
  changeProducts: {
    changes: [
      {
        do: 'put',
        product: {
          id: 'wok',
          name: { 'zh-CN': '炒锅', en: 'Wok' },
          variant: '30 cm',
          price: { amount: 100, currency: 'CNY' },
          icon: 'wok',
          url: 'https://shop.test/wok',
          tags: ['kitchen'],
          attributes: { 重量: '2 kg' },
        },
      },
      { do: 'remove', product: 'wok' },
    ],
  },
  importTable: { what: 'articles', name: 'a.csv', data: 'YSxi', dry: true, locale: 'en' },
  putEntry: {
    id: 'second',
    flowId: 'welcome',
    name: 'Second',
    look: { shop: 'Shop', colour: '#000000', letter: 'S' },
    origins: ['https://shop.test'],
  },
  previewTurn: {
    locale: 'en',
    state: {
      ...emptyState(),
      frames: [{ kind: 'flow', flow: 'welcome', node: 'start', waiting: { token: 't', memory: {} } }],
      slots: { order_id: '1' },
    },
    owner: 'bot',
    profile: { verified: true, tier: 'gold', orders: 1, spent: 100, tags: ['new'], customerId: 'c' },
    event: { kind: 'said', content: { type: 'text', text: 'hello' } },
    seq: 0,
  },
  signIn: { email: 'lin@shop.test', password: 'a password of hers' },
  signInByLink: { token: 'a-token-that-is-long-enough' },
  changePassword: { current: 'old password', next: 'a new password', name: 'Lin', email: 'lin@shop.test' },
  inviteUser: { name: 'Lin', email: 'lin@shop.test', role: 'agent' },
  changeUser: { role: 'agent', disabled: false },
}

const parameters: Record<string, string> = { flow: 'welcome', number: '1', entry: 'storefront', seq: '1' }

describe('malformed bodies', () => {
  const taking = (Object.keys(routes) as RouteName[]).filter((name) => 'body' in routes[name] && !('isDocument' in routes[name]))

  it('have a right body beside them for every route that takes one', () => {
    for (const name of taking) {
      const { body }: Route = routes[name]
      expect(body?.safeParse(bodies[name])).toMatchObject({ success: true })
    }
  })

  it('are all refused with the expected path, and nothing is stored', async () => {
    const before = await snapshot()
    const wrong: string[] = []
    let count = 0
    for (const name of taking) {
      for (const misfit of misfitsOf(name)) {
        const found = await send(name, { body: misfit.value })
        if (found !== `422 ${misfit.path}`) wrong.push(`${name}: ${misfit.what} at ${misfit.path} gave ${found}`)
        count++
      }
      for (const { what, text, status, path } of broken(JSON.stringify(bodies[name]))) {
        const found = await send(name, { text })
        if (found !== `${status} ${path}`) wrong.push(`${name}: ${what} gave ${found}`)
        count++
      }
    }
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThanOrEqual(1_000)
    expect(await snapshot()).toEqual(before)
    expect((await house.ask('GET', '/v1/health')).status).toBe(200)
  }, 60_000)

  it('of each kind are refused within 200 ms', async () => {
    const times: number[] = []
    for (const { text } of broken(JSON.stringify(bodies.editDraft))) {
      const began = performance.now()
      await send('editDraft', { text })
      times.push(performance.now() - began)
    }
    expect(Math.max(...times)).toBeLessThan(200)
  })
})

function misfitsOf(name: RouteName): Misfit[] {
  const { body }: Route = routes[name]
  return body ? [...misfits(JSON.parse(JSON.stringify(z.toJSONSchema(body, { io: 'input' }))), bodies[name])] : []
}

/** What no schema ever sees: bytes that are no JSON, or too much of it. */
function broken(text: string): { what: string; text: string; status: number; path: string }[] {
  const first = Object.keys(JSON.parse(text))[0] ?? ''
  const deep = 65
  return [
    { what: 'a missing end', text: text.slice(0, -1), status: 400, path: '' },
    { what: 'one more end', text: `${text}}`, status: 400, path: '' },
    { what: 'a comma too many', text: `${text.slice(0, -1)},}`, status: 400, path: '' },
    { what: 'single quotes', text: text.replaceAll('"', "'"), status: 400, path: '' },
    { what: 'a comment', text: `${text}// done`, status: 400, path: '' },
    { what: 'NaN', text: 'NaN', status: 400, path: '' },
    { what: 'an empty body', text: '', status: 400, path: '' },
    { what: 'two documents', text: `${text}${text}`, status: 400, path: '' },
    { what: 'a key twice', text: `${text.slice(0, -1)},"${first}":null}`, status: 400, path: `/${first}` },
    {
      what: 'an escaped key twice',
      text: `${text.slice(0, -1)},"\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}${first.slice(1)}":null}`,
      status: 400,
      path: `/${first}`,
    },
    { what: 'a prototype', text: `${text.slice(0, -1)},"__proto__":{"role":"owner"}}`, status: 400, path: '/__proto__' },
    { what: 'a constructor', text: `${text.slice(0, -1)},"constructor":{"prototype":{}}}`, status: 422, path: '/constructor' },
    { what: 'depth', text: '['.repeat(deep) + ']'.repeat(deep), status: 400, path: `/${Array(64).fill(0).join('/')}` },
    { what: 'great depth', text: '{"a":'.repeat(5_000), status: 400, path: `/${Array(64).fill('a').join('/')}` },
    { what: 'an array', text: `[${text}]`, status: 422, path: '' },
    { what: 'a text', text: JSON.stringify(text.slice(0, 100)), status: 422, path: '' },
    { what: 'null', text: 'null', status: 422, path: '' },
    { what: 'a number beyond all', text: '1e999', status: 422, path: '' },
  ]
}

/** Sends as somebody who may; answers with status and the path that the problem document names, or `none`. */
async function send(name: RouteName, request: TestRequest): Promise<string> {
  const route: Route = routes[name]
  const own: Record<string, string> = {
    ...parameters,
    id:
      name === 'postMessage' || name === 'rateAnswer'
        ? visit.conversationId
        : name === 'putIntent'
          ? 'greeting'
          : name === 'putEntry'
            ? 'second'
            : house.people.agent,
  }
  const path = route.path.replace(/\{(\w+)\}/g, (_all, parameter: string) => own[parameter] ?? 'unknown')
  const who = route.access === 'visitor' ? { token: visit.token } : { cookie: house.cookies.owner }
  const response = await house.ask(route.method, path, { ...who, ...request })
  if (response.headers.get('content-type') !== 'application/problem+json') return `${response.status} without a problem document`
  const { problems } = problemDocument.parse(await response.json())
  return `${response.status} ${problems?.[0] ? problems[0].path : 'none'}`
}

async function snapshot(): Promise<string> {
  const { store } = house.runtime
  return JSON.stringify([
    await store.flows.list(),
    await store.flows.entries(),
    await store.flows.editsAfter('welcome', 0, 500),
    await store.library.intents(),
    await store.people.list(),
    await store.conversations.messagesAfter(visit.conversationId, 0, 200),
    [...(await store.conversations.countOpen())],
    await store.audit.list({ limit: 100 }),
  ])
}
