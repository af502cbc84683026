import { describe, expect, it } from 'vitest'
import type { KnowledgeAnswer } from '../../schemas/article.ts'
import type { ProductAnswer } from '../../schemas/product-answer.ts'
import type { Product } from '../../schemas/shop.ts'
import { entity, perceived, testTurn } from '../test-turn.ts'
import { testNode } from '../testing.ts'
import knowledge from './run.ts'

const answers: Record<string, string> = { 运费谁出: '质量问题我们出运费', 能上飞机吗: '100Wh 以内可以' }
function knows(question: string): KnowledgeAnswer {
  const answer = answers[question]
  if (answer) return { kind: 'answer', article: question, question, answer, confidence: 0.9 }
  if (!question.includes('那个')) return { kind: 'nothing' }
  return { kind: 'not-sure', candidates: Object.keys(answers).map((each) => ({ article: each, question: each, confidence: 0.5 })) }
}

const fact = { product: 'wok', name: '炒锅', key: '重量', value: '2.4 千克' }
const weight: ProductAnswer = { kind: 'fact', fact, named: false }

const cup: Product = {
  id: 'cup',
  name: { 'zh-CN': '陶瓷杯' },
  price: { amount: 12_800, currency: 'CNY' },
  tags: [],
  attributes: { 颜色: '雾蓝、米白', Colours: 'Mist blue, cream' },
}
const cups = {
  catalogue: [cup],
  sheets: (): ProductAnswer => {
    const fact = (key: string, value: string) => ({ product: 'cup', name: '陶瓷杯', key, value })
    return { kind: 'not-sure', facts: [fact('颜色', '雾蓝、米白'), fact('价格', '¥128.00')], named: true, asked: true }
  },
}

testNode(knowledge, {
  'answers from the articles [R24]': {
    data: {},
    knows,
    arrives: '运费谁出',
    says: ['质量问题我们出运费'],
    leaves: 'answered',
    measures: ['article-answered'],
  },
  'waits for a question when none was asked': { data: { question: '想了解什么？' }, says: ['想了解什么？'], waits: true, silence: 10 },
  'offers the questions it may be [R18]': {
    data: { offerText: '哪一个？' },
    knows,
    arrives: '那个呢',
    says: ['哪一个？'],
    offers: ['运费谁出', '能上飞机吗', '都不是'],
    waits: true,
  },
  'answers the one that was picked': {
    data: {},
    knows,
    arrives: '那个呢',
    hears: ['第二个'],
    says: ['您想问的是哪一个？', '100Wh 以内可以'],
    leaves: 'answered',
  },
  'answers the one that was tapped': { data: {}, knows, arrives: '那个呢', hears: [{ taps: '运费谁出' }], leaves: 'answered' },
  'answers another question asked instead': { data: {}, knows, arrives: '那个呢', hears: ['运费谁出'], leaves: 'answered' },
  'acknowledges a tapped "none of these" [R18]': {
    data: { offerText: '哪一个？' },
    knows,
    arrives: '那个呢',
    hears: [{ taps: '@none' }],
    says: ['哪一个？', '好的，都不是。'],
    leaves: 'nothing',
    measures: ['candidates-refused'],
  },
  'understands 「都不是」 in words': {
    data: { offerText: '哪一个？' },
    knows,
    arrives: '那个呢',
    hears: ['都不是。'],
    says: ['哪一个？', '好的，都不是。'],
    leaves: 'nothing',
  },
  'has nothing to refuse where nothing was offered': {
    data: { question: '想了解什么？' },
    knows,
    hears: ['都不是'],
    says: ['想了解什么？'],
    leaves: 'nothing',
  },
  'does not offer a second list in a row': { data: {}, knows, arrives: '那个呢', hears: ['就是那个'], leaves: 'nothing' },
  'answers from the sheet of the product that is talked about, with the source [R24] [R49]': {
    data: {},
    recall: { about: 'wok' },
    sheets: (_, { focus }) => (focus === 'wok' ? weight : { kind: 'nothing' }),
    arrives: '多重',
    says: ['重量：2.4 千克（来自「炒锅」的商品参数）'],
    leaves: 'answered',
    measures: ['product-answered'],
  },
  'answers of the product that is named, not from an article about another one [R24]': {
    data: {},
    knows: (question) => ({ kind: 'answer', article: 'a', question, answer: '杯子都可以', confidence: 1, products: ['cup'] }),
    sheets: () => ({ ...weight, named: true }),
    arrives: '炒锅能进微波炉吗',
    says: ['重量：2.4 千克（来自「炒锅」的商品参数）'],
    leaves: 'answered',
  },
  'answers of the product that is talked about, not from an article about another one': {
    data: {},
    knows: (question) => ({ kind: 'answer', article: 'a', question, answer: '杯子都可以', confidence: 1, products: ['cup'] }),
    recall: { about: 'wok' },
    sheets: (_, { focus }) => (focus === 'wok' ? weight : { kind: 'nothing' }),
    arrives: '能进微波炉吗',
    says: ['重量：2.4 千克（来自「炒锅」的商品参数）'],
    leaves: 'answered',
  },
  'goes by the article where the sheet is silent': {
    data: {},
    knows: (question) => ({ kind: 'answer', article: 'a', question, answer: '杯子都可以', confidence: 1, products: ['cup'] }),
    sheets: () => ({ kind: 'unknown', product: 'wok', name: '炒锅', named: false, asked: true }),
    arrives: '杯子能进微波炉吗',
    says: ['杯子都可以'],
    leaves: 'answered',
  },
  'shows the one that was pointed at': {
    data: {},
    sheets: () => ({ kind: 'unknown', product: 'wok', name: '炒锅', named: false, asked: false }),
    catalogue: [{ id: 'pan', name: { 'zh-CN': '平底锅' }, price: { amount: 1, currency: 'CNY' }, tags: [], attributes: {} }],
    arrives: { says: '第二个', sees: { entities: [{ ...entity('product', '平底锅'), id: 'pan', text: '第二个' }] } },
    says: ['[cards]', '是这款。想了解哪一点？'],
    leaves: 'answered',
  },
  'shows a product that is named and nothing more': {
    data: {},
    sheets: () => ({ kind: 'unknown', product: 'wok', name: '炒锅', named: true, asked: false }),
    catalogue: [{ id: 'wok', name: { 'zh-CN': '炒锅' }, price: { amount: 1, currency: 'CNY' }, tags: [], attributes: {} }],
    arrives: '炒锅吧',
    says: ['[cards]', '是这款。想了解哪一点？'],
    leaves: 'answered',
  },
  'leaves the sheets alone when told so': {
    data: { products: false },
    sheets: () => weight,
    arrives: '炒锅多重',
    says: [],
    leaves: 'nothing',
  },
  'says several facts that it may be': {
    data: {},
    sheets: () => ({ kind: 'not-sure', facts: [fact, { ...fact, key: '净重', value: '2 千克' }], named: true, asked: true }),
    arrives: '炒锅多重',
    says: ['「炒锅」的商品参数里写着：\n- 重量：2.4 千克\n- 净重：2 千克'],
    leaves: 'answered',
  },
  'says that the sheet is silent, and makes nothing up [R24]': {
    data: {},
    sheets: () => ({ kind: 'unknown', product: 'wok', name: '炒锅', named: true, asked: true }),
    arrives: '炒锅防水吗',
    says: ['「炒锅」的商品参数里没有写这一项。'],
    leaves: 'nothing',
    measures: ['sheet-silent'],
  },
  'says nothing of sheets to what is no question about a property': {
    data: {},
    sheets: () => ({ kind: 'unknown', product: 'wok', name: '炒锅', named: false, asked: false }),
    arrives: '我要投诉',
    says: [],
    leaves: 'nothing',
  },
  'asks which product, and answers for the one picked': {
    data: {},
    sheets: (_, { focus }) =>
      focus === 'b'
        ? { kind: 'fact', fact: { ...fact, name: '炒锅 大' }, named: true }
        : {
            kind: 'which',
            asked: true,
            products: [
              { product: 'a', name: '炒锅 小' },
              { product: 'b', name: '炒锅 大' },
            ],
          },
    arrives: '炒锅多重',
    hears: [{ taps: 'b' }],
    says: ['您问的是哪一款？', '重量：2.4 千克（来自「炒锅 大」的商品参数）'],
    offers: ['炒锅 小', '炒锅 大', '都不是'],
    leaves: 'answered',
  },
  'asks the shop for a product that the library lacks': {
    data: {},
    products: [{ id: 'pan', name: { 'zh-CN': '平底锅' }, price: { amount: 1, currency: 'CNY' }, tags: ['平底锅'], attributes: {} }],
    sheets: (_, { among }) => (among?.[0]?.id === 'pan' ? weight : { kind: 'nothing' }),
    arrives: { says: '平底锅多重', sees: { entities: [entity('product', '平底锅')] } },
    says: ['重量：2.4 千克（来自「炒锅」的商品参数）'],
    leaves: 'answered',
  },
  'shows the products that the article is about': {
    data: {},
    knows: (question) => ({ kind: 'answer', article: 'a', question, answer: '有两款', confidence: 1, products: ['pan'] }),
    catalogue: [{ id: 'pan', name: { 'zh-CN': '平底锅' }, price: { amount: 1, currency: 'CNY' }, tags: [], attributes: {} }],
    arrives: '有哪些锅',
    says: ['有两款', '[cards]'],
    leaves: 'answered',
  },
  'invents nothing [R24]': { data: {}, knows, arrives: '你们老板是谁', says: [], leaves: 'nothing' },
  'leaves doubts to the flow when told so': { data: { offer: false }, knows, arrives: '那个呢', says: [], leaves: 'not-sure' },
  'tells of the variant that was asked for, and what else was asked of it [R14]': {
    data: {},
    ...cups,
    arrives: { says: '那白色的呢', sees: { meant: '白色的陶瓷杯多少钱', entities: [entity('colour', '白色')] } },
    says: ['「陶瓷杯」有米白。\n价格：¥128.00'],
    leaves: 'answered',
  },
  'says plainly that a sheet lists no such variant, and which it does [R14] [R24]': {
    data: {},
    ...cups,
    locale: 'en',
    arrives: { says: 'what about the red one?', sees: { meant: 'how much is the cup (red)', entities: [entity('colour', 'red')] } },
    says: ['The product sheet of 陶瓷杯 lists no red, only: Mist blue, cream.'],
    leaves: 'answered',
  },
  'does not take a colour that is not wanted for the one asked for': {
    data: {},
    ...cups,
    arrives: { says: '不要白色的，多少钱', sees: { entities: [{ ...entity('colour', '白色'), role: 'not' }] } },
    says: ['「陶瓷杯」的商品参数里写着：\n- 颜色：雾蓝、米白\n- 价格：¥128.00'],
    leaves: 'answered',
  },
  'shows the product of 「那云朵杯呢」 when nothing else was asked': {
    data: {},
    catalogue: [cup],
    sheets: () => ({ kind: 'unknown', product: 'cup', name: '陶瓷杯', named: true, asked: false }),
    arrives: '那个杯呢',
    says: ['[cards]', '是这款。想了解哪一点？'],
    leaves: 'answered',
  },
  'offers articles before it tells that the sheet of what was spoken of is silent': {
    data: { offerText: '哪一个？' },
    knows,
    sheets: () => ({ kind: 'unknown', product: 'wok', name: '炒锅', named: false, asked: true }),
    arrives: '那个能包装吗',
    says: ['哪一个？'],
    waits: true,
  },
  'looks only among the articles of its tags': {
    data: { tags: ['售后'] },
    knows: (question, tags) => (tags?.[0] === '售后' ? knows(question) : { kind: 'nothing' }),
    arrives: '运费谁出',
    leaves: 'answered',
  },
  'knows that nobody answered': { data: { silence: 2 }, hears: [{ event: 'silent' }], leaves: 'silent' },
  'leaves a broken index to the engine': { data: {}, fails: true, arrives: '运费谁出', leaves: 'error' },
})

describe('an open list of questions', () => {
  it('is offered again after an interruption, and fits what it can answer', () => {
    const data = knowledge.definition.data.parse({})
    const turn = testTurn({ memory: { articles: ['运费谁出'], questions: ['运费谁出'] }, knows })
    knowledge.behaviour.remind?.(data, turn)
    expect(turn.outbox[0]).toMatchObject({ type: 'choices', choices: [{ value: '运费谁出' }, { value: '@none' }] })
    const said = (text: string) => ({ kind: 'said' as const, content: { type: 'text' as const, text }, perception: perceived(text) })
    expect(knowledge.behaviour.fits?.(data, turn, said('1'))).toBe(1)
    expect(knowledge.behaviour.fits?.(data, turn, said('能上飞机吗'))).toBe(0.9)
    expect(knowledge.behaviour.fits?.(data, turn, said('哈哈'))).toBe(0)
  })

  it('knows which article it answered from, and keeps what is of this visitor alone out of memory', async () => {
    const data = knowledge.definition.data.parse({})
    let options: object = {}
    const turn = testTurn({
      knows: (question) => ({ kind: 'answer', article: 'a', question, answer: '好', confidence: 1 }),
      profile: { tier: 'gold' },
    })
    const { ask } = turn.knowledge
    turn.knowledge.ask = (question, asked) => {
      options = asked
      return ask(question, asked)
    }
    turn.hear({ type: 'text', text: '订单呢' }, perceived('订单呢', { entities: [entity('order_no', 'D1')] }), {})
    await knowledge.behaviour.enter(data, turn)
    expect(turn.cited).toEqual(['a'])
    expect(options).toMatchObject({ segment: 'gold', personal: true })
  })
})

describe('a question while another card’s is open', () => {
  const said = (text: string) => ({ kind: 'said' as const, content: { type: 'text' as const, text }, perception: perceived(text) })
  const named: ProductAnswer = { kind: 'fact', fact, named: true }
  const taken = (text: string, sheet: ProductAnswer = { kind: 'nothing' }, products = true) =>
    knowledge.behaviour.takes?.(knowledge.definition.data.parse({ products }), testTurn({ knows, sheets: () => sheet }), said(text))

  it('is taken when an article answers it, or the sheet of a product that it names [R24]', () => {
    expect(taken('运费谁出')).toEqual({ score: 0.9 })
    expect(taken('炒锅多重', named)).toMatchObject({ score: 0.9 })
    expect(taken('炒锅多重', named, false)).toBeNull()
  })

  it('is left alone when it may be anything', () => {
    expect(taken('那个呢')).toBeNull()
    expect(taken('多重', weight)).toBeNull()
  })
})
