import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteName } from '../../schemas/api/index.ts'
import type { Article } from '../../schemas/article.ts'
import { visitorsSay, writtenQuestions } from '../library/chats/testing.ts'
import { newTurn, says } from '../store/testing.ts'
import { read, startTestRuntime, type TestRuntime } from './testing.ts'

let house: TestRuntime

beforeAll(async () => {
  house = await startTestRuntime()
})
afterAll(() => house.close())

const ask = (method: string, path: string, body?: unknown) => house.ask(method, path, { cookie: house.cookies.operator, body })

async function get<Name extends RouteName>(name: Name, path: string) {
  return read(name, await ask('GET', path))
}

async function changeArticles(...changes: object[]) {
  return read('changeArticles', await ask('POST', '/api/articles/changes', { changes }))
}

const article = (id: string, question: string, more: Partial<Article> = {}): Article => ({
  id,
  question,
  similar: [],
  answer: `关于${question}`,
  tags: [],
  ...more,
})

const answerTo = async (question: string) => read('askKnowledge', await ask('POST', '/api/knowledge/ask', { question }))

const sent = (text: string) => Buffer.from(text).toString('base64')

/** What a turn leaves to look at. */
async function heard(kind: 'unanswered' | 'confirmed', texts: string[], named?: string): Promise<void> {
  const { conversationId } = await house.visit()
  const { conversations } = house.runtime.store
  const version = (await conversations.load(conversationId))?.version ?? 0
  const reviews = texts.map((text) => ({
    kind,
    locale: 'zh-CN' as const,
    text,
    wording: text,
    intents: [],
    ...(named === undefined ? {} : { article: named }),
  }))
  await conversations.commit(newTurn(conversationId, version, `heard-${texts[0]}`, { reviews }))
}

/** Visitors write these, ten in a conversation. */
async function chat(texts: readonly string[]): Promise<void> {
  const { conversations } = house.runtime.store
  for (let from = 0; from < texts.length; from += 10) {
    const { conversationId } = await house.visit()
    let version = (await conversations.load(conversationId))?.version ?? 0
    for (const [place, text] of texts.slice(from, from + 10).entries()) {
      const clientId = `chat-${from + place}`
      const committed = await conversations.commit(
        newTurn(conversationId, version, clientId, { inbound: { clientId, bodyHash: clientId, message: says('visitor', text) } }),
      )
      if (committed.kind === 'committed') version = committed.version
    }
  }
}

describe('articles', () => {
  it('answer as soon as they are changed, and as before when it is undone [R25]', async () => {
    await changeArticles({ do: 'put', article: article('return-days', '几天内可以退货', { answer: '7 天', tags: ['售后'] }) })
    const { undo } = await changeArticles({ do: 'put', article: article('return-days', '几天内可以退货', { answer: '15 天' }) })
    expect((await answerTo('几天内可以退货')).answer).toMatchObject({ kind: 'answer', answer: '15 天' })
    await changeArticles(...undo)
    const told = await answerTo('几天内可以退货')
    expect(told.answer).toMatchObject({ kind: 'answer', answer: '7 天' })
    expect(told.articles[0]).toMatchObject({ article: 'return-days', closest: '几天内可以退货' })
  })

  it('are searched, filtered by tag, health and date, and counted', async () => {
    const many = Array.from({ length: 60 }, (_, at) => article(`n${at}`, `编号${at}的商品怎么安装`, { tags: ['安装'] }))
    await changeArticles(...many.map((each) => ({ do: 'put', article: each })))
    await changeArticles({ do: 'put', article: article('old', '双十一满减', { validTo: '2020-01-01T00:00:00Z' }) })
    const page = await get('listArticles', '/api/articles?tag=%E5%AE%89%E8%A3%85&offset=50')
    expect([page.total, page.articles.length, page.tags[0]]).toEqual([60, 10, '安装'])
    expect((await get('listArticles', '/api/articles?search=%E7%BC%96%E5%8F%B77')).articles.map(({ id }) => id)).toContain('n7')
    expect((await get('listArticles', '/api/articles?filter=expired')).articles).toMatchObject([{ id: 'old', validity: 'over' }])
    expect((await get('listArticles', '/api/articles?filter=unhelpful')).total).toBe(0)
    expect((await get('readArticle', '/api/articles/old')).tally).toEqual({ answered: 0, helpful: 0, unhelpful: 0 })
    expect((await ask('GET', '/api/articles/none')).status).toBe(404)
  })

  it('that answer the same are shown as pairs', async () => {
    await changeArticles(
      { do: 'put', article: article('pay-a', '退货的运费谁来承担', { similar: ['退货运费谁出', '退回去的邮费谁付'] }) },
      { do: 'put', article: article('pay-b', '退货运费由谁承担', { similar: ['退货的邮费谁出'] }) },
    )
    const { pairs } = await get('listArticleDuplicates', '/api/knowledge/duplicates')
    expect(pairs[0]).toMatchObject({ first: { id: 'pay-a' }, second: { id: 'pay-b' } })
  })
})

describe('words', () => {
  it('make a question that failed succeed, and are one group each', async () => {
    await changeArticles({ do: 'put', article: article('pouch', '收纳袋多大') })
    expect((await answerTo('小布兜多大')).answer).not.toMatchObject({ kind: 'answer' })
    const group = { id: 'pouch', words: ['收纳袋', '小布兜'] }
    const change = (changes: object[]) => ask('POST', '/api/vocabulary/changes', { changes })
    const { undo } = await read('changeVocabulary', await change([{ do: 'put-group', group }]))
    expect((await answerTo('小布兜多大')).answer).toMatchObject({ kind: 'answer', article: 'pouch' })
    const second = await change([{ do: 'put-group', group: { id: 'other', words: ['麻袋', '小布兜'] } }])
    expect([second.status, await second.json()]).toMatchObject([
      422,
      { problems: [{ code: 'word-in-two-groups', path: '/changes/0/group/words/1' }] },
    ])
    expect((await get('listVocabulary', '/api/vocabulary')).groups).toEqual([group])
    await change(undo)
    expect((await answerTo('小布兜多大')).answer).not.toMatchObject({ kind: 'answer' })
  })

  it('that visitors use where articles use others are suggested', async () => {
    await changeArticles(
      { do: 'put', article: article('title', '发票抬头怎么修改', { similar: ['抬头写错了', '怎么改抬头'] }) },
      { do: 'put', article: article('stock', '商品什么时候补货') },
      { do: 'put', article: article('wash', '衣服可以机洗吗') },
    )
    await heard('confirmed', ['税号怎么修改', '税号写错了'], 'title')
    const { suggestions } = await get('suggestSynonyms', '/api/vocabulary/suggestions')
    expect(suggestions[0]).toMatchObject({ word: '税号', near: ['抬头'], count: 2, basis: 'meant' })
  })

  it('that articles do not use are found in the chats, and one that was put away is away for everybody until it is brought back', async () => {
    const suggest = () => get('suggestSynonyms', '/api/vocabulary/suggestions')
    expect((await suggest()).chats).toMatchObject({ state: 'few', needed: 1_000 })
    await changeArticles(
      ...writtenQuestions.map(([question = '', ...similar], at) => ({
        do: 'put',
        article: article(`written-${at}`, question, { similar }),
      })),
    )
    await chat(visitorsSay(1_500))
    expect((await suggest()).chats).toMatchObject({ state: 'running' })
    await expect.poll(async () => (await suggest()).chats.state, { timeout: 60_000, interval: 200 }).toBe('done')
    expect((await suggest()).chats.messages).toBeGreaterThanOrEqual(1_500)
    const named = async () => (await suggest()).suggestions.map(({ word, near }) => `${word} ${near[0]}`)
    const found = (await suggest()).suggestions.find(({ word }) => word === '刮胡刀')
    expect(found).toMatchObject({ near: expect.arrayContaining(['剃须刀']), basis: 'chats' })
    for (const example of found?.examples ?? []) expect(example).toContain('刮胡刀')

    const away = (dismissed: boolean) =>
      ask('POST', '/api/vocabulary/suggestions/dismissed', { word: '刮胡刀', near: found?.near ?? [], dismissed })
    expect((await away(true)).status).toBe(200)
    expect(await named()).not.toContain('刮胡刀 剃须刀')
    await away(false)
    expect(await named()).toContain('刮胡刀 剃须刀')

    // what became a synonym is no suggestion any more
    const { undo } = await read(
      'changeVocabulary',
      await ask('POST', '/api/vocabulary/changes', { changes: [{ do: 'put-group', group: { id: 'board', words: ['剃须刀', '刮胡刀'] } }] }),
    )
    expect((await named()).join()).not.toContain('刮胡刀')
    await ask('POST', '/api/vocabulary/changes', { changes: undo })
    expect((await suggest()).chats.state).toBe('done')
    await ask('POST', '/api/vocabulary/suggestions/search')
    expect((await suggest()).chats.state).toBe('running')
  }, 90_000)
})

describe('products', () => {
  it('answer from their sheets with the source', async () => {
    const product = { id: 'wok', name: { 'zh-CN': '铸铁炒锅' }, price: { amount: 29_900 }, attributes: { 重量: '2.4 千克' } }
    const { undo } = await read('changeProducts', await ask('POST', '/api/products/changes', { changes: [{ do: 'put', product }] }))
    expect((await answerTo('铸铁炒锅多重')).fact).toEqual({ product: 'wok', name: '铸铁炒锅', key: '重量', value: '2.4 千克' })
    expect((await get('listProducts', '/api/products?search=2.4')).total).toBe(1)
    await ask('POST', '/api/products/changes', { changes: undo })
    expect((await get('listProducts', '/api/products')).total).toBe(0)
  })
})

describe('a visitor', () => {
  it('is answered from articles and sheets, in the context of the product, and may rate the article [R24] [R49]', async () => {
    const nodes = [
      { id: 'start', type: 'start', v: 1, data: {} },
      { id: 'know', type: 'knowledge', v: 1, data: { question: '想了解什么？' } },
      { id: 'again', type: 'knowledge', v: 1, data: { question: '还想了解什么？' } },
      { id: 'sorry', type: 'end', v: 1, data: { text: '我请同事来看看。' } },
    ]
    const edges = [
      ['start', 'next', 'know'],
      ['know', 'answered', 'again'],
      ['know', 'nothing', 'sorry'],
      ['again', 'answered', 'know'],
      ['again', 'nothing', 'sorry'],
    ].map(([source = '', sourceHandle = '', target = ''], at) => ({ id: `e${at}`, source, sourceHandle, target }))
    const flow = { format: 1 as const, id: 'ask', name: '咨询', slots: [], nodes, edges, layout: {} }
    const chat = await startTestRuntime({ flow })
    try {
      const products = ['wok', 'pan'].map((id, at) => ({
        id,
        name: { 'zh-CN': ['铸铁炒锅', '不粘煎锅'][at] ?? '' },
        price: { amount: 29_900, currency: 'CNY' },
        tags: [],
        attributes: { 重量: `${at + 2} 千克`, 适用炉灶: '燃气灶、电磁炉' },
      }))
      const care = article('care', '铁锅生锈怎么办', { answer: '擦干后抹油。', products: ['wok'] })
      const change = (path: string, changes: object[]) => chat.ask('POST', path, { cookie: chat.cookies.owner, body: { changes } })
      await change(
        '/api/products/changes',
        products.map((product) => ({ do: 'put', product })),
      )
      await change('/api/articles/changes', [{ do: 'put', article: care }])
      const { conversationId, token } = await chat.visit()
      let count = 0
      const say = async (text: string) => {
        const body = { id: `said-${count++}-long-enough`, content: { type: 'text', text } }
        const sent = await chat.ask('POST', `/v1/conversations/${conversationId}/messages`, { token, body })
        return read('postMessage', sent)
      }
      const rated = await say('铁锅生锈怎么办')
      expect(rated.messages.map(({ content }) => content.type)).toEqual(['text', 'cards', 'text'])
      expect(rated.messages[0]?.meta?.article).toBe('care')
      const texts = async (text: string) =>
        (await say(text)).messages.map(({ content }) => ('text' in content ? content.text : content.type))
      // the card that was shown is what is talked about
      expect((await texts('这个多重'))[0]).toBe('重量：2 千克（来自「铸铁炒锅」的商品参数）')
      expect((await texts('不粘煎锅多重'))[0]).toBe('重量：3 千克（来自「不粘煎锅」的商品参数）')
      expect(await texts('铸铁炒锅防水吗')).toEqual(['「铸铁炒锅」的商品参数里没有写这一项。', '我请同事来看看。'])
      const { reviews } = await chat.runtime.store.reviews.list({ kind: 'unanswered', status: 'open', offset: 0, limit: 5 })
      expect(reviews.map(({ text }) => text)).toEqual(['铸铁炒锅防水吗'])
      expect((await chat.runtime.store.tallies.of(['care'])).get('care')?.answered).toBe(1)
    } finally {
      await chat.close()
    }
  })
})

describe('an import', () => {
  const file = { what: 'articles', name: '问答.csv', data: sent('问题,答案,相似问\n能开专票吗,可以开,\n可以刻字吗,可以,能刻名字吗\n') }
  const importTable = async (body: object) => read('importTable', await ask('POST', '/api/imports', body))

  it('reports first, then counts at once, and changes nothing the second time', async () => {
    expect(await importTable({ ...file, dry: true })).toMatchObject({
      rows: 2,
      added: 2,
      problems: [],
      sample: [{ name: '能开专票吗' }, {}],
    })
    expect((await answerTo('可以刻字吗')).answer).not.toMatchObject({ kind: 'answer' })
    expect(await importTable(file)).toMatchObject({ added: 2, changed: 0, same: 0 })
    expect((await answerTo('能刻名字吗')).answer).toMatchObject({ kind: 'answer', answer: '可以' })
    expect(await importTable(file)).toMatchObject({ added: 0, changed: 0, same: 2, undo: { articles: [] } })
  })

  it.each([
    ['intents', '/api/intents', '意图,说法\n换壶盖,盖子丢了\n换壶盖,盖子单卖吗\n', '意图,说法\n换壶盖,盖子丢了\n换壶盖,配个盖子\n'],
    ['articles', '/api/articles', '问题,答案\n壶盖单卖吗,单卖\n', '问题,答案\n壶盖单卖吗,不单卖\n壶把单卖吗,不\n'],
    ['products', '/api/products', '编号,名称,价格,材质\nlid,壶盖,19,陶瓷\n', '编号,名称,价格,材质\nlid,壶盖,19,不锈钢\nhandle,壶把,9,木\n'],
    ['synonyms', '/api/vocabulary', '词,同义词\n壶盖,盖子\n', '词,同义词\n壶盖,盖子,壶帽\n壶把,把手\n'],
  ])('takes an import of %s back, whether it brought something new or changed what was there', async (what, list, first, second) => {
    const bring = (rows: string) => importTable({ what, name: 'a.csv', data: sent(rows) })
    const seen = async (): Promise<object> => ({ ...((await (await ask('GET', list)).json()) as object), version: 0 })
    const takeBack = async (undo: object | undefined) => {
      const [[kind, changes] = ['', []]] = Object.entries(undo ?? {})
      const reply = await ask('POST', `/api/${kind === 'synonyms' ? 'vocabulary' : kind}/changes`, { changes })
      expect(reply.status).toBe(200)
    }
    const before = await seen()
    const one = await bring(first)
    const between = await seen()
    const two = await bring(second)
    expect(await seen()).not.toEqual(between)
    await takeBack(two.undo)
    expect(await seen()).toEqual(between)
    await takeBack(one.undo)
    expect(await seen()).toEqual(before)
  })

  it('names line and column in the language asked for, and imports nothing then', async () => {
    const wrong = { ...file, data: sent('问题,答案\n保温多久,12 小时\n能带上飞机吗,\n') }
    expect((await importTable({ ...wrong, locale: 'en' })).problems).toEqual([{ line: 3, column: 2, message: 'Fill in "answer".' }])
    expect((await importTable(wrong)).problems).toEqual([{ line: 3, column: 2, message: '请填写「答案」。' }])
    expect((await get('listArticles', '/api/articles?search=%E4%BF%9D%E6%B8%A9')).total).toBe(0)
  })
})

describe('messages that nothing answered', () => {
  it('come together by what they ask, with the article that is nearest', async () => {
    await heard('unanswered', ['可以以旧换新吗', '支持以旧换新不', '有以旧换新活动吗', '能送到国外吗'])
    const { clusters } = await get('listReviewClusters', '/api/reviews/clusters')
    expect(clusters[0]?.reviews.map(({ text }) => text).sort()).toEqual(['可以以旧换新吗', '支持以旧换新不', '有以旧换新活动吗'].sort())
    expect(clusters[0]?.count).toBe(3)
    expect(clusters).toHaveLength(2)
  })
})
