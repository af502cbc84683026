import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteName, Routes } from '../../schemas/api/index.ts'
import { routes } from '../../schemas/api/index.ts'
import type { Reply } from '../../schemas/api/route.ts'
import type { Article } from '../../schemas/article.ts'
import { flow as flowSchema } from '../../schemas/flow.ts'
import type { NewReview } from '../store/library-store.ts'
import { newTurn, says } from '../store/testing.ts'
import { read, startTestRuntime, type TestRuntime } from './testing.ts'

let house: TestRuntime
const call = async <Name extends RouteName>(name: Name, body?: unknown, path: string = routes[name].path): Promise<Reply<Routes[Name]>> =>
  read(name, await house.ask(routes[name].method, path, { cookie: house.cookies.operator, body }))
const refused = async (name: RouteName, body: unknown) =>
  (await house.ask(routes[name].method, routes[name].path, { cookie: house.cookies.operator, body })).status

const node = (id: string, type: string, data: Record<string, unknown>) => ({ id, type, v: 1, data })
/** Asks and thanks, again and again. */
const listener = flowSchema.parse({
  format: 1,
  id: 'listener',
  name: { 'zh-CN': '听', en: 'Listener' },
  slots: [{ name: 'said', type: 'text' }],
  nodes: [
    node('start', 'start', {}),
    node('ask', 'ask', { question: '还有吗？', slot: 'said' }),
    node('thanks', 'message', { wordings: ['记下了'] }),
  ],
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'ask' },
    { id: 'e2', source: 'ask', sourceHandle: 'answered', target: 'thanks' },
    { id: 'e3', source: 'ask', sourceHandle: 'gave-up', target: 'thanks' },
    { id: 'e4', source: 'thanks', sourceHandle: 'next', target: 'ask' },
  ],
})
const article: Article = { id: 'returns', question: '几天内可以退货', similar: ['能退吗'], answer: '七天内都可以。', tags: [] }

beforeAll(async () => {
  house = await startTestRuntime({ flow: listener })
  await house.runtime.store.library.change({
    articles: { put: [article] },
    intents: { put: [{ id: 'track', name: '查物流', utterances: ['我的快递到哪了'], keywords: [] }] },
  })
})
afterAll(() => house.close())

/** A turn as a card leaves it: what was asked, an answer from the article, and what is left to look at. */
async function turn(asked: string, reviews: Partial<NewReview>[] = [], visit?: { conversationId: string; token: string }) {
  const { conversationId, token } = visit ?? (await house.visit())
  const { conversations } = house.runtime.store
  const version = (await conversations.load(conversationId))?.version ?? 0
  const committed = await conversations.commit(
    newTurn(conversationId, version, asked, {
      messages: [says('bot', '七天内都可以。', { meta: { article: 'returns', ai: true } })],
      measures: [{ name: 'article-answered', detail: { article: 'returns' } }],
      reviews: reviews.map((each) => ({ kind: 'unsure', locale: 'zh-CN', text: asked, wording: asked, intents: [], ...each })),
    }),
  )
  if (committed.kind !== 'committed') throw new Error(committed.kind)
  const rate = (helpful: boolean, seq = committed.seq) =>
    house.ask('POST', `/v1/conversations/${conversationId}/answers/${seq}/rating`, { token, body: { helpful } })
  return { conversationId, token, seq: committed.seq, rate }
}
const inbox = async (query = '') => (await call('listReviews', undefined, `/api/reviews${query}`)).reviews
const find = async (text: string, query = '') => (await inbox(query)).find((each) => each.text === text)
const tallyOf = async () => (await house.runtime.store.tallies.of(['returns'])).get('returns')

describe('a visitor’s word on an answer', () => {
  it('counts once, the last one stands, and the question is kept for operators', async () => {
    const { rate, seq } = await turn('收到两天了还能退不')
    expect((await rate(true)).status).toBe(204)
    expect((await rate(true)).status).toBe(204)
    expect(await tallyOf()).toEqual({ answered: 1, helpful: 1, unhelpful: 0 })
    expect(await find('收到两天了还能退不')).toMatchObject({ kind: 'confirmed', article: 'returns', count: 1, seq: seq - 1 })
    await rate(false)
    expect(await tallyOf()).toEqual({ answered: 1, helpful: 0, unhelpful: 1 })
    expect(await find('收到两天了还能退不')).toMatchObject({ kind: 'unhelpful', count: 1 })
  })

  it('proposes nothing that the article asks already', async () => {
    await (await turn('能退吗？')).rate(true)
    expect(await find('能退吗？')).toBeUndefined()
    expect(await tallyOf()).toMatchObject({ helpful: 1 })
  })

  it('is taken for answers from articles only, and for no place where nothing stands', async () => {
    const { rate, seq } = await turn('退货要运费吗')
    for (const wrong of [seq - 1, seq + 1, 0, 1.5, Number.MAX_SAFE_INTEGER]) expect((await rate(true, wrong)).status).toBe(404)
  })
})

describe('decisions', () => {
  it('add a similar question that answers at once, and take back exactly what they added', async () => {
    await turn('拆了包装给退么', [{ kind: 'unanswered' }])
    const review = await find('拆了包装给退么')
    const { version } = await call('decideReviews', { reviews: [review?.id], decision: { kind: 'similar', article: 'returns' } })
    const similar = async () => (await house.runtime.store.library.articles())[0]?.similar
    expect(await similar()).toEqual(['能退吗', '拆了包装给退么'])
    expect(await find('拆了包装给退么', '?status=done')).toMatchObject({ decision: { kind: 'similar', article: 'returns' } })
    expect((await call('decideReviews', { reviews: [review?.id], decision: { kind: 'reopen' } })).version).toBeGreaterThan(version)
    expect(await similar()).toEqual(['能退吗'])
    expect(await find('拆了包装给退么')).toMatchObject({ status: 'open' })
  })

  it('decided anew move a message from one intent to another, and leave alone what was there before', async () => {
    const { library } = house.runtime.store
    await library.change({ intents: { put: [{ id: 'urge', name: '催', utterances: [], keywords: [] }] } })
    await turn('我的快递到哪了', [{}])
    await turn('你倒是快点啊', [{}])
    const [known, fresh] = [await find('我的快递到哪了'), await find('你倒是快点啊')]
    const decide = (ids: (string | undefined)[], decision: object) => call('decideReviews', { reviews: ids, decision })
    await decide([known?.id, fresh?.id], { kind: 'label', intent: 'track' })
    await decide([known?.id, fresh?.id], { kind: 'label', intent: 'urge' })
    const taught = Object.fromEntries((await library.intents()).map((each) => [each.id, each.utterances]))
    expect(taught).toEqual({ track: ['我的快递到哪了'], urge: ['我的快递到哪了', '你倒是快点啊'] })
    await decide([known?.id], { kind: 'dismiss' })
    expect((await library.intents()).find((each) => each.id === 'urge')?.utterances).toEqual(['你倒是快点啊'])
    expect(await find('我的快递到哪了', '?status=dismissed')).toBeDefined()
  })

  it.each([
    ['an utterance', { kind: 'label', intent: 'track' }, '货呢货呢'],
    ['a similar question', { kind: 'similar', article: 'returns' }, '还能退回去不'],
  ])('that both put %s are both taken back before it goes', async (_, decision, text) => {
    await turn(text, [{ kind: 'unanswered' }, { kind: 'unsure' }])
    const [one, two] = (await inbox()).filter((each) => each.text === text).map(({ id }) => id)
    const decide = (ids: (string | undefined)[], what: object) => call('decideReviews', { reviews: ids, decision: what })
    const { library } = house.runtime.store
    const isThere = async () => JSON.stringify([await library.intents(), await library.articles()]).includes(text)
    const [first, second] = [one, two].map((id) => () => decide([id], { kind: 'reopen' }))
    for (const [reopen, last] of [
      [first, second],
      [second, first],
    ]) {
      await decide([one], decision)
      await decide([two], decision)
      await reopen?.()
      expect(await isThere()).toBe(true)
      await last?.()
      expect(await isThere()).toBe(false)
    }
    await decide([one, two], decision)
    await decide([two, one], decision)
    await first?.()
    expect(await isThere()).toBe(true)
    await decide([one, two], { kind: 'dismiss' })
    expect(await isThere()).toBe(false)
  })

  it('are made whole or not at all', async () => {
    await turn('全部或没有', [{}])
    const review = await find('全部或没有')
    expect(await refused('decideReviews', { reviews: [review?.id, '999999'], decision: { kind: 'label', intent: 'track' } })).toBe(404)
    expect(await refused('decideReviews', { reviews: [review?.id], decision: { kind: 'label', intent: 'no-such' } })).toBe(404)
    expect(await find('全部或没有')).toMatchObject({ status: 'open' })
    expect(JSON.stringify(await house.runtime.store.library.intents())).not.toContain('全部或没有')
  })

  it('of two operators at once both stand, one after the other', async () => {
    await turn('两个人同时标', [{}])
    const review = await find('两个人同时标')
    const label = (intent: string) => call('decideReviews', { reviews: [review?.id], decision: { kind: 'label', intent } })
    await Promise.all([label('track'), label('urge'), label('track'), label('urge')])
    const done = await find('两个人同时标', '?status=done')
    const holders = (await house.runtime.store.library.intents()).filter((each) => each.utterances.includes('两个人同时标'))
    expect(holders.map((each) => each.id)).toEqual([done?.decision?.kind === 'label' ? done.decision.intent : ''])
  })

  it('about a mood are heard with the next message', async () => {
    const text = '你们这效率真是绝了'
    const mood = async () => (await call('tryLanguage', { text })).mood.probabilities
    await turn(text, [{}])
    const before = await mood()
    await call('decideReviews', { reviews: [(await find(text))?.id], decision: { kind: 'mood', polarity: 'positive' } })
    expect(before.positive).toBeLessThan(0.5)
    expect((await mood()).positive).toBeGreaterThan(0.5)
    await call('decideReviews', { reviews: [(await find(text, '?status=done'))?.id], decision: { kind: 'reopen' } })
    expect(await mood()).toEqual(before)
  }, 30_000)
})

describe('a conversation', () => {
  it('is read masked, with the visitor’s mood at each message', async () => {
    const { conversationId, token } = await house.visit()
    const say = async (text: string) => {
      const body = { id: `message-${text.length}-x`, content: { type: 'text', text } }
      const reply = await house.ask('POST', `/v1/conversations/${conversationId}/messages`, { token, body })
      return ((await reply.json()) as { seq: number }).seq
    }
    const calm = await say('你好，请问在吗')
    const cross = await say('你们这群骗子！气死我了，给我打电话 13812345678')
    const path = `/api/conversations/${conversationId}`
    const { messages, moods, originals } = await call('readConversation', undefined, path)
    expect(JSON.stringify(messages)).not.toContain('13812345678')
    expect(moods.map(({ seq }) => seq)).toEqual([calm, cross])
    expect(moods[1]).toMatchObject({ polarity: 'negative' })
    expect(moods[1]?.anger).toBeGreaterThan(moods[0]?.anger ?? 1)
    expect(originals).toEqual([cross])
    const later = await call('readConversation', undefined, `${path}?after=${calm}`)
    expect(later.moods.map(({ seq }) => seq)).toEqual([cross])
    expect((await house.ask('GET', '/api/conversations/none', { cookie: house.cookies.operator })).status).toBe(404)
  })
})

describe('a tried message', () => {
  it('is masked, read as the library is now, and explained', async () => {
    const tried = await call('tryLanguage', { text: '我的快递到哪了，电话 13812345678' })
    expect(tried.masked).not.toContain('13812345678')
    expect(tried.explanation.candidates[0]?.intent).toBe('track')
    expect((await call('tryLanguage', { text: '我的快递到哪了' })).zone).toBe('answer')
    expect(
      (await call('tryLanguage', { text: '我的快递到哪了', intents: ['urge'] })).perception.intents.map((each) => each.id),
    ).not.toContain('track')
    expect((await call('tryLanguage', { text: '！！' })).zone).toBe('none')
  }, 30_000)
})

describe('the words of moods', () => {
  it('that a shop adds count with the next message, and what it switches off no longer does', async () => {
    const { shipped } = await call('listMoodWords')
    const off = shipped.find((each) => each.word === '骗子')
    expect(off).toBeDefined()
    const own = [
      { word: '蹲坑', kind: 'anger', strength: 1, locale: 'zh-CN' },
      { ...off, strength: 0 },
    ]
    expect((await call('putMoodWords', { own })).own).toEqual(own)
    const words = async (text: string) => (await call('tryLanguage', { text })).mood.words.map((each) => `${each.kind} ${each.text}`)
    expect(await words('又在蹲坑')).toContain('anger 蹲坑')
    expect(await words('骗子')).not.toContain(`${off?.kind} 骗子`)
    const { conversationId, token } = await house.visit()
    await house.ask('POST', `/v1/conversations/${conversationId}/messages`, {
      token,
      body: { id: 'message-1', content: { type: 'text', text: '又在蹲坑' } },
    })
    const { moods } = await call('readConversation', undefined, `/api/conversations/${conversationId}`)
    expect(moods[0]?.anger).toBeGreaterThan(0.4)
    await call('putMoodWords', { own: [] })
    expect(await words('又在蹲坑')).not.toContain('anger 蹲坑')
  }, 30_000)
})
