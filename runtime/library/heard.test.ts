import { describe, expect, it } from 'vitest'
import type { Content } from '../../schemas/content.ts'
import { emptyState } from '../../schemas/conversation.ts'
import { type Flow, flow as flowSchema } from '../../schemas/flow.ts'
import type { Perception } from '../../schemas/perception.ts'
import { compile } from '../engine/compile.ts'
import { type HeardTurn, reviewsOf, wordingOf } from './heard.ts'

const node = (id: string, type: string, data: Record<string, unknown>) => ({ id, type, v: 1, data })
const desk: Flow = flowSchema.parse({
  format: 1,
  id: 'desk',
  name: 'desk',
  slots: [{ name: 'order_no', type: 'order_no' }],
  nodes: [
    node('start', 'start', {}),
    node('hear', 'intent', { branches: [{ id: 'b1', name: '查物流', intents: ['track'] }] }),
    node('number', 'ask', { question: '订单号？', slot: 'order_no' }),
    node('look', 'knowledge', {}),
    node('angry', 'watch-intent', { intents: ['complain'] }),
  ],
  edges: [],
})
const programs = new Map([['desk', compile(desk, 'v1')]])

const perceived = (text: string, confidence = 0.4): Perception => ({
  text,
  language: 'zh',
  intents: [
    { id: 'track', confidence },
    { id: 'complain', confidence: 0.1 },
  ],
  entities: [],
  mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 },
})
const said = (text: string): Content => ({ type: 'text', text })
const step = (nodeId: string, did: HeardTurn['trace'][number]['did'], outlet?: string) => ({
  flow: 'desk',
  node: nodeId,
  did,
  ...(outlet === undefined ? {} : { outlet }),
})

const heard = (text: string, change: Partial<HeardTurn> = {}) =>
  reviewsOf({
    locale: 'zh-CN',
    content: said(text),
    programs,
    state: emptyState(),
    perception: perceived(text),
    trace: [step('hear', 'resumed', 'not-understood')],
    measures: [],
    ...change,
  }).map(({ kind, text: words, article }) => [kind, words, ...(article === undefined ? [] : [article])])

describe('what a turn leaves to look at', () => {
  it('is a message whose intent is unclear, with what it may be', () => {
    expect(heard('我那宝贝呢')).toEqual([['unsure', '我那宝贝呢']])
    const [review] = reviewsOf({
      locale: 'zh-CN',
      content: said('我那宝贝呢'),
      programs,
      state: emptyState(),
      perception: perceived('我那宝贝呢'),
      trace: [],
      measures: [],
    })
    expect(review).toMatchObject({ intents: [{ id: 'track', confidence: 0.4 }, { id: 'complain' }], wording: wordingOf('我那宝贝呢！！') })
  })

  it.each([
    ['one that was clear', '查物流', { perception: perceived('查物流', 0.8) }],
    ['one too short to teach anything', '嗯', {}],
    ['a number', '13812345678', {}],
    ['a tap', '查物流', { content: { type: 'choice', value: 'b1', label: '查物流' } as Content }],
    ['what went on as the answer to a question', '就上次那单', { trace: [step('number', 'resumed', 'answered')] }],
    ['what a card was sure enough of', '包裹呢啊', { trace: [step('hear', 'resumed', 'b1')] }],
    ['what a watching card took', '你们太差了', { trace: [step('angry', 'fired')] }],
    ['what an article answered', '能退吗啊', { measures: [{ name: 'article-answered', detail: { article: 'returns' } }] }],
    ['what a product sheet answered', '这锅多重啊', { measures: [{ name: 'product-answered', detail: { product: 'wok' } }] }],
    ['one in a flow that listens for no intent', '我那宝贝呢', { programs: new Map() }],
    ['one that people answer', '我那宝贝呢', { perception: null, trace: [] }],
  ])('is not %s', (_what, text, change: Partial<HeardTurn>) => {
    expect(heard(text, change)).toEqual([])
  })

  it('is a message that is no answer to the open question', () => {
    expect(heard('我忘了在哪看', { trace: [step('number', 'resumed')] })).toEqual([['unsure', '我忘了在哪看']])
    expect(heard('你问这个干嘛', { trace: [step('number', 'resumed', 'gave-up')] })).toEqual([['unsure', '你问这个干嘛']])
  })

  it('is a question that no article answered, also when none of the offered ones was meant', () => {
    expect(heard('能开专票吗', { trace: [step('look', 'entered', 'nothing')] })).toEqual([
      ['unanswered', '能开专票吗'],
      ['unsure', '能开专票吗'],
    ])
    const none: Content = { type: 'choice', value: '@none', label: '都不是' }
    const trace = [step('look', 'resumed', 'nothing')]
    expect(heard('', { content: none, state: offering('能开专票吗'), trace })).toEqual([['unanswered', '能开专票吗']])
    expect(heard('', { content: none, trace })).toEqual([])
    const measures = [{ name: 'candidates-refused' }]
    expect(heard('都不是', { state: offering('能开专票吗'), trace, measures })).toEqual([['unanswered', '能开专票吗']])
  })

  it('is the question for which a visitor picked an article from the list', () => {
    const content: Content = { type: 'choice', value: 'invoice', label: '怎么开发票' }
    const measures = [{ name: 'article-answered', detail: { article: 'invoice' } }]
    expect(heard('', { content, state: offering('能开专票吗'), measures, trace: [] })).toEqual([['confirmed', '能开专票吗', 'invoice']])
    expect(heard('', { content, measures, trace: [] })).toEqual([])
  })
})

/** The knowledge card waits with a list that it offered for this question. */
function offering(asked: string): HeardTurn['state'] {
  const waiting = { token: 't', memory: { articles: ['invoice'], questions: ['怎么开发票'], asked } }
  return { ...emptyState(), frames: [{ kind: 'flow', flow: 'desk', node: 'look', waiting }] }
}
