import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import type { NewReview, Rating, StoredReview } from './library-store.ts'
import { storeOn } from './sqlite.ts'
import type { Store } from './store.ts'
import { engines, newTurn, noon, openConversation, testOptions } from './testing.ts'

const heard = (text: string, change: Partial<NewReview> = {}): NewReview => ({
  kind: 'unsure',
  locale: 'zh-CN',
  text,
  wording: text.replaceAll('！', ''),
  intents: [{ id: 'track', confidence: 0.4 }],
  ...change,
})

describe.each(engines)('the inbox of messages in $name', ({ open }) => {
  let store: Store
  let another: Store | undefined
  let remove: () => void
  let turns = 0

  beforeEach(async () => {
    const opened = await open()
    store = opened.store
    another = opened.another?.()
    remove = opened.remove
    turns = 0
    await openConversation(store, 'c')
  })
  afterEach(async () => {
    await another?.close()
    await store.close()
    remove()
  })

  const say = async (...reviews: NewReview[]) => {
    turns++
    return store.conversations.commit(newTurn('c', turns, `m${turns}`, { reviews, at: noon + turns }))
  }
  const all = async (status: StoredReview['status'] = 'open') => (await store.reviews.list({ status, offset: 0, limit: 100 })).reviews
  const change = (was: StoredReview | undefined, decision: NonNullable<StoredReview['decision']>, library = store.library, at = noon) => {
    if (!was) throw new Error('no review')
    return library.change({ decided: { by: '陈晓', at, reviews: [{ was, decision, added: true }] } })
  }

  it('holds each wording once, counts repeats and remembers where it was said last', async () => {
    await say(heard('东西呢'))
    await say(heard('在吗在吗'))
    await say(heard('东西呢！', { intents: [{ id: 'urge', confidence: 0.5 }] }), heard('东西呢', { kind: 'unanswered' }))
    const reviews = await all()
    expect(reviews.map(({ kind, text, count, seq }) => ({ kind, text, count, seq }))).toEqual([
      { kind: 'unsure', text: '东西呢', count: 2, seq: 6 },
      { kind: 'unanswered', text: '东西呢', count: 1, seq: 6 },
      { kind: 'unsure', text: '在吗在吗', count: 1, seq: 4 },
    ])
    expect(reviews[0]).toMatchObject({ firstAt: noon + 1, lastAt: noon + 3, intents: [{ id: 'urge', confidence: 0.5 }] })
    expect(await store.reviews.open()).toEqual({ unsure: 2, unanswered: 1, confirmed: 0, unhelpful: 0 })
    const page = await store.reviews.list({ kind: 'unsure', status: 'open', offset: 1, limit: 1 })
    expect([page.total, page.reviews[0]?.text]).toEqual([2, '在吗在吗'])
  })

  it('holds nothing of a turn that was not stored', async () => {
    await say(heard('东西呢'))
    expect(await store.conversations.commit(newTurn('c', 0, 'late', { reviews: [heard('没有的')] }))).toEqual({ kind: 'stale' })
    expect(await store.conversations.commit(newTurn('c', 1, 'm1', { reviews: [heard('东西呢')] }))).toMatchObject({ kind: 'duplicate' })
    expect((await all()).map(({ text, count }) => [text, count])).toEqual([['东西呢', 1]])
  })

  it('takes decisions together with what they change in the library, and takes them back', async () => {
    await say(heard('东西呢'))
    const [review] = await all()
    if (!review) throw new Error('no review')
    const taught = { id: 'track', name: '查物流', utterances: ['东西呢'], keywords: [] }
    const decision = { kind: 'label', intent: 'track' } as const
    const decided = { by: '陈晓', at: noon, reviews: [{ was: review, decision, added: true }] }
    expect(await store.library.change({ intents: { put: [taught] }, decided }, 0)).toBe(1)
    expect(await all()).toEqual([])
    const [done] = await all('done')
    expect(done).toMatchObject({ decision, added: true, decidedBy: '陈晓', status: 'done' })
    expect(await store.library.change({ intents: { remove: ['track'] }, decided }, 1)).toBe('stale')
    expect(await store.library.intents()).toEqual([taught])
    await change(done, { kind: 'reopen' })
    expect(await all()).toHaveLength(1)
    expect((await all())[0]).not.toHaveProperty('decision')
    expect(await store.reviews.get([review.id, '999', 'x', '1;drop'])).toHaveLength(1)
  })

  it('lets only the first of two decide who decide at once', async () => {
    await say(heard('东西呢'))
    const [review] = await all()
    const both = await Promise.all([
      change(review, { kind: 'dismiss' }),
      change(review, { kind: 'label', intent: 'track' }, (another ?? store).library),
    ])
    expect(both.filter((each) => each === 'stale')).toHaveLength(1)
  })

  it('tells the next training how moods were meant', async () => {
    await say(heard('你们真行'))
    await say(heard('好的'))
    const [, first] = await all()
    await change(first, { kind: 'mood', polarity: 'negative', anger: true, urgency: false })
    expect(await store.reviews.moods(10)).toEqual([
      { text: '你们真行', locale: 'zh-CN', polarity: 'negative', anger: true, urgency: false },
    ])
  })

  it('counts answers with their turns, and the last word of a visitor on each', async () => {
    await store.conversations.commit(
      newTurn('c', 1, 'm1', { measures: [{ name: 'article-answered', node: 'k', detail: { article: 'returns' } }] }),
    )
    const asked = { locale: 'zh-CN', text: '能退吗', wording: '能退吗', intents: [], article: 'returns', seq: 2 } as const
    const rate = (helpful: boolean, change: Partial<Rating> = {}) =>
      store.tallies.rate({ conversationId: 'c', seq: 3, article: 'returns', helpful, at: noon, asked, ...change } as Rating)
    expect(await rate(true)).toBe(true)
    expect(await rate(true)).toBe(false)
    expect((await store.tallies.of()).get('returns')).toEqual({ answered: 1, helpful: 1, unhelpful: 0 })
    expect((await all()).map(({ kind, text, article }) => [kind, text, article])).toEqual([['confirmed', '能退吗', 'returns']])
    expect(await rate(false)).toBe(true)
    expect((await store.tallies.of(['returns', 'other'])).get('returns')).toEqual({ answered: 1, helpful: 0, unhelpful: 1 })
    expect((await all()).map(({ kind, seq }) => [kind, seq])).toEqual([['unhelpful', 2]])
    await rate(false, { seq: 5 })
    expect((await store.tallies.of(['returns'])).get('returns')?.unhelpful).toBe(2)
    expect((await all())[0]?.count).toBe(2)
  })
})

it('the inbox forgets what was said a few times when 50,000 newer wordings came, and nothing that was decided or is frequent', async () => {
  const connection = connect(':memory:')
  const store = storeOn(connection, testOptions())
  await openConversation(store, 'c')
  const insert = connection.prepare(
    `insert into reviews (row, kind, locale, wording, text, count, first_at, last_at, conversation_id, seq, intents, status)
     values (?, 'unsure', 'en', ?, ?, ?, 0, 0, 'c', 1, '[]', ?)`,
  )
  for (const [row, text, count, status] of [
    [1, 'rare', 1, 'open'],
    [2, 'frequent', 9, 'open'],
    [3, 'decided', 1, 'done'],
    [501, 'newer', 1, 'open'],
    [50_499, 'last', 1, 'open'],
  ])
    insert.run(row, text, text, count, status)
  await store.conversations.commit(newTurn('c', 1, 'm1', { reviews: [heard('one more')] }))
  const left = connection.prepare<[], { text: string }>('select text from reviews order by row').all()
  expect(left.map(({ text }) => text)).toEqual(['frequent', 'decided', 'newer', 'last', 'one more'])
  await store.close()
})
