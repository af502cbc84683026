import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '../../schemas/article.ts'
import type { Intent } from '../../schemas/intent.ts'
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

const intent = (id: string, utterances = ['你好']): Intent => ({ id, name: id, utterances, keywords: [] })
const article = (id: string, answer = '答'): Article => ({ id, question: `问${id}`, similar: [], answer, tags: [] })

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

  it('reads a long list in steps, none of which takes as long as the whole, and as it was at one moment', async () => {
    const many = Array.from({ length: 6_000 }, (_, index) => article(`a${index}`, '先看说明，再按步骤安装。'.repeat(60)))
    await store.library.putArticles(many)
    const watched = async (work: () => Promise<unknown>) => {
      let longest = 0
      let last = performance.now()
      let isOver = false
      const tick = () => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
        if (!isOver) setImmediate(tick)
      }
      setImmediate(tick)
      const begun = performance.now()
      await work()
      isOver = true
      const whole = performance.now() - begun
      await new Promise((resolve) => setImmediate(resolve))
      return longest / whole
    }
    // a busy machine may hold up any one step, but not each time
    const shares: number[] = []
    for (let time = 0; time < 3; time++)
      shares.push(await watched(() => store.library.articles()), await watched(() => store.library.articlesSince(1)))
    expect(Math.min(...shares)).toBeLessThan(0.25)

    // a change in the middle is in all of it or in none
    const reading = store.library.articles()
    await new Promise((resolve) => setImmediate(resolve))
    await store.library.change({ articles: { put: [article('a0', 'new'), article('a5999', 'new')] } })
    const ends = await reading
    expect([ends[0]?.answer, ends.at(-1)?.answer]).toEqual(['new', 'new'])
    expect(ends.map(({ id }) => id)).toEqual(many.map(({ id }) => id))
  })

  it('keeps the old list when the new one cannot be stored', async () => {
    await store.library.putOffers([offer('a', 1)])
    await expect(store.library.putOffers([offer('b', 1), offer('b', 2)])).rejects.toThrow()
    expect((await store.library.offers()).map((each) => each.id)).toEqual(['a'])
    expect(await store.library.version()).toBe(1)
  })

  it('changes single documents in their place, puts new ones last and takes others away, in every list', async () => {
    const { library } = store
    await library.putIntents(['a', 'b', 'c'].map((id) => intent(id)))
    const version = await library.change({
      intents: { put: [intent('d'), intent('a', ['改过了'])], remove: ['b', 'never-there'] },
      synonyms: { put: [{ id: 's', words: ['快递', '包裹'] }] },
      words: { put: [{ id: 'w', word: '云朵鞋', kind: 'product' }] },
      products: { put: [{ id: 'p', name: { en: 'Shoe' }, price: { amount: 1, currency: 'CNY' }, tags: [], attributes: {} }] },
      moodWords: { put: [{ id: 'm', word: '蹲', kind: 'waiting', strength: 0.5 }] },
    })
    expect(version).toBe(2)
    expect(await library.intents()).toEqual([intent('a', ['改过了']), intent('c'), intent('d')])
    expect(await library.some('intents', ['d', 'nobody', 'a'])).toHaveLength(2)
    expect((await library.synonyms())[0]?.words).toEqual(['快递', '包裹'])
    expect((await library.words())[0]?.word).toBe('云朵鞋')
    expect((await library.products())[0]?.id).toBe('p')
    expect((await library.moodWords())[0]?.strength).toBe(0.5)
    expect(await library.version('articles')).toBe(2)
    expect(await library.change({ articles: { put: [article('x')] } })).toBe(3)
    expect([await library.version('intents'), await library.version('articles'), await library.version()]).toEqual([2, 3, 3])
  })

  it('puts documents where they belong, and the others keep their order', async () => {
    const { library } = store
    const order = async () => (await library.intents()).map((each) => each.id).join('')
    await library.putIntents(['a', 'b', 'c', 'd'].map((id) => intent(id)))
    await library.change({ intents: { put: [intent('y'), intent('x')], remove: ['c'], places: { x: 0, y: 3 } } })
    expect(await order()).toBe('xabyd')
    await library.change({ intents: { places: { d: 0, x: 4, a: 1 } } })
    expect(await order()).toBe('dabyx')
    await library.change({ intents: { put: [intent('z')], places: { z: 99 } } })
    expect(await order()).toBe('dabyxz')
  })

  it('refuses a change that was made from a list which changed since, and only then', async () => {
    const { library } = another ?? store
    await library.putIntents([intent('a')])
    await library.putArticles([])
    expect(await store.library.change({ intents: { put: [intent('a', ['一'])] } }, 1)).toBe(3)
    expect(await library.change({ intents: { put: [intent('a', ['二'])] }, articles: { put: [article('x')] } }, 2)).toBe('stale')
    expect(await library.intents()).toEqual([intent('a', ['一'])])
    expect(await library.articles()).toEqual([])
    expect(await library.change({ articles: { put: [article('x')] } }, 2)).toBe(4)
  })

  it('loses no change of fifty that are made at once and tried again when stale', async () => {
    const stores = another ? [store, another] : [store]
    await store.library.putIntents([intent('a', [])])
    const add = async (library: Store['library'], line: string): Promise<void> => {
      const version = await library.version()
      const [known] = await library.some('intents', ['a'])
      if (!known) throw new Error('gone')
      const changed = await library.change({ intents: { put: [{ ...known, utterances: [...known.utterances, line] }] } }, version)
      if (changed === 'stale') await add(library, line)
    }
    await Promise.all(Array.from({ length: 50 }, (_, index) => add((stores[index % stores.length] ?? store).library, `第${index}句`)))
    expect(new Set((await store.library.intents())[0]?.utterances)).toHaveProperty('size', 50)
    expect(await store.library.version()).toBe(51)
  })

  it('tells readers of articles what changed since they read, and when to read all [R25]', async () => {
    const { library } = store
    expect(await library.articlesSince(0)).toBeNull()
    await library.putArticles(['a', 'b', 'c'].map((id) => article(id)))
    expect(await library.articlesSince(0)).toBeNull()
    expect(await library.articlesSince(1)).toEqual({ version: 1, put: [], removed: [] })
    await library.change({ articles: { put: [article('d'), article('b', '新答案')], remove: ['a'] } })
    expect(await library.articlesSince(1)).toEqual({ version: 2, put: [article('b', '新答案'), article('d')], removed: ['a'] })
    await library.change({ articles: { put: [article('a')] } })
    expect(await library.articlesSince(1)).toMatchObject({ version: 3, removed: [] })
    expect(await library.articlesSince(2)).toEqual({ version: 3, put: [article('a')], removed: [] })
    await library.putArticles([article('z')])
    expect(await library.articlesSince(3)).toBeNull()
    expect(await library.articlesSince(4)).toEqual({ version: 4, put: [], removed: [] })
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
