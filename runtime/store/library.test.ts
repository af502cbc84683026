import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Offer } from '../../schemas/promotion.ts'
import type { Store } from './store.ts'
import { engines, noon } from './testing.ts'

const offer = (id: string, total: number, perVisitor = 1): Offer => ({
  id,
  name: '满300减40',
  value: { amount: 4_000, currency: 'CNY' },
  eligible: {},
  budget: { total, perVisitor },
})

describe.each(engines)('the library in $name', ({ open }) => {
  let store: Store
  let another: Store | undefined
  let remove: () => void

  beforeEach(async () => {
    const opened = await open()
    store = opened.store
    another = opened.another?.()
    remove = opened.remove
  })
  afterEach(async () => {
    await another?.close()
    await store.close()
    remove()
  })

  it('keeps each list in the order it was put, and says when it changed', async () => {
    const articles = Array.from({ length: 2_500 }, (_, index) => ({
      id: `a${2_500 - index}`,
      question: `问题${index}`,
      similar: [],
      answer: '答',
      tags: [],
    }))
    expect(await store.library.version()).toBe(0)
    await store.library.putArticles(articles)
    await store.library.putIntents([{ id: 'track', name: '查物流', utterances: ['快递到哪了'], keywords: [] }])
    await store.library.putOffers([offer('b', 1), offer('a', 1)])
    expect(await store.library.version()).toBe(3)
    expect(await store.library.articles()).toEqual(articles)
    expect((await store.library.offers()).map((each) => each.id)).toEqual(['b', 'a'])
    await store.library.putIntents([])
    expect(await store.library.intents()).toEqual([])
    expect(await store.library.version()).toBe(4)
  })

  it('keeps the old list when the new one cannot be stored', async () => {
    await store.library.putOffers([offer('a', 1)])
    await expect(store.library.putOffers([offer('b', 1), offer('b', 2)])).rejects.toThrow()
    expect((await store.library.offers()).map((each) => each.id)).toEqual(['a'])
    expect(await store.library.version()).toBe(1)
  })

  it('gives exactly 100 of 100 coupons to 1,000 who ask at once', async () => {
    const stores = another ? [store, another] : [store]
    const asked = Array.from({ length: 1_000 }, (_, index) =>
      stores[index % stores.length]?.library.claim(offer('double-11', 100), `visitor-${index}`, `key-${index}`, `code-${index}`, noon),
    )
    const answers = await Promise.all(asked)
    const codes = answers.flatMap((answer) => (answer && 'code' in answer ? [answer.code] : []))
    expect(codes).toHaveLength(100)
    expect(new Set(codes).size).toBe(100)
    expect(answers.filter((answer) => answer && 'why' in answer && answer.why === 'used-up')).toHaveLength(900)
  })

  it('gives the repeat of a claim the same code and takes nothing from the budget', async () => {
    const claim = (key: string, visitor: string) => store.library.claim(offer('double-11', 2), visitor, key, `code-for-${key}`, noon)
    expect(await Promise.all([claim('c/2/promo/1', 'v1'), claim('c/2/promo/1', 'v1'), claim('c/2/promo/1', 'v1')])).toEqual(
      Array(3).fill({ code: 'code-for-c/2/promo/1' }),
    )
    expect(await claim('other', 'v1')).toEqual({ why: 'had-it' })
    expect(await claim('second', 'v2')).toEqual({ code: 'code-for-second' })
    expect(await claim('third', 'v3')).toEqual({ why: 'used-up' })
    expect(await claim('c/2/promo/1', 'v1')).toEqual({ code: 'code-for-c/2/promo/1' })
  })

  it('gives one visitor no more than the offer says, and a larger budget goes on counting', async () => {
    const ask = (total: number, visitor: string, index: number) =>
      store.library.claim(offer('gift', total, 3), visitor, `${visitor}-${index}`, `${visitor}-${index}`, noon)
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => ask(100, 'v1', index)))
    expect(answers.filter((answer) => 'code' in answer)).toHaveLength(3)
    expect(await ask(3, 'v2', 0)).toEqual({ why: 'used-up' })
    await store.library.putOffers([offer('gift', 4, 3)])
    expect(await ask(4, 'v2', 1)).toEqual({ code: 'v2-1' })
    expect(await ask(4, 'v2', 2)).toEqual({ why: 'used-up' })
  })
})
