import { describe, expect, it } from 'vitest'
import { testOrder } from '../test-goods.ts'
import { entity, perceived, testTurn } from '../test-turn.ts'
import { testNode } from '../testing.ts'
import ask from './run.ts'

const question = { 'zh-CN': '请告诉我订单号', en: 'Your order number?' }
const orderNo = { question, slot: 'order_no', entity: 'order_no' as const }
const reasons = {
  question: '为什么想退？',
  slot: 'reason',
  offer: 'list' as const,
  entity: 'choice' as const,
  choices: [
    { id: 'size', label: { 'zh-CN': '尺码不合适', en: 'Wrong size' }, synonyms: ['不合身'] },
    { id: 'broken', label: { 'zh-CN': '有质量问题', en: 'Broken' } },
  ],
}
const seesOrder = { entities: [entity('order_no', 'D20261118-0042')] }

testNode(ask, {
  'asks and waits ten minutes': { data: orderNo, says: ['请告诉我订单号'], waits: true, silence: 10 },
  'asks in the language of the visitor': { data: orderNo, locale: 'en', says: ['Your order number?'], waits: true },
  'keeps the answer in its slot [R15]': {
    data: orderNo,
    hears: [{ says: 'D20261118-0042 这个', sees: seesOrder }],
    leaves: 'answered',
    becomes: { order_no: 'D20261118-0042' },
    measures: ['question-answered'],
  },
  'does not ask what the visitor has said already [R11]': {
    data: orderNo,
    arrives: { says: '查一下 D20261118-0042 的快递', sees: seesOrder },
    says: [],
    leaves: 'answered',
    becomes: { order_no: 'D20261118-0042' },
  },
  'does not read a yes said to somebody else as its answer': {
    data: { question: '要退款吗？', slot: 'refund', entity: 'yes_no' },
    arrives: { says: '好的', sees: { entities: [entity('yes_no', true)] } },
    waits: true,
  },
  'does not ask again what a variable knows, if so told': {
    data: { ...orderNo, known: true },
    slots: { order_no: 'D1' },
    says: [],
    leaves: 'answered',
  },
  'offers the last orders of the visitor': {
    data: { ...orderNo, offer: 'recent-orders', recent: 2 },
    orders: [testOrder('D1', '保温杯'), testOrder('D2', '卫衣'), testOrder('D3', '耳机')],
    offers: ['D1 · 保温杯', 'D2 · 卫衣'],
    waits: true,
  },
  'understands "the second" of the offered orders': {
    data: { ...orderNo, offer: 'recent-orders' },
    orders: [testOrder('D1', '保温杯'), testOrder('D2', '卫衣')],
    hears: ['第二个'],
    leaves: 'answered',
    becomes: { order_no: 'D2' },
  },
  'still asks when the shop does not answer [R110]': {
    data: { ...orderNo, offer: 'recent-orders' },
    shopDown: true,
    says: ['请告诉我订单号'],
    waits: true,
  },
  'takes a tapped choice': { data: reasons, hears: [{ taps: 'broken' }], leaves: 'answered', becomes: { reason: 'broken' } },
  'takes a synonym typed instead of a tap': { data: reasons, hears: ['就是不合身'], leaves: 'answered', becomes: { reason: 'size' } },
  'takes a choice named in the message that led here': {
    data: reasons,
    arrives: '想退，尺码不合适',
    says: [],
    leaves: 'answered',
    becomes: { reason: 'size' },
  },
  'goes the way of the choice': { data: { ...reasons, branch: true }, hears: ['2'], leaves: 'broken', becomes: { reason: 'broken' } },
  'asks in other words, then gives up [R34]': {
    data: { ...orderNo, again: ['D 开头的一串', '在「我的订单」里'], tries: 3 },
    hears: ['啥', '不知道', '唉'],
    says: ['请告诉我订单号', 'D 开头的一串', '在「我的订单」里'],
    leaves: 'gave-up',
  },
  'takes only an answer of the wanted shape': {
    data: { ...orderNo, entity: 'text', pattern: 'D\\d{4}', tries: 2 },
    hears: ['不知道', 'D1234'],
    leaves: 'answered',
    becomes: { order_no: 'D1234' },
  },
  'takes only a number within its limits': {
    data: { question: '买几件？', slot: 'count', entity: 'number', least: 1, most: 99 },
    hears: ['0', '100', '２０'],
    leaves: 'answered',
    becomes: { count: 20 },
  },
  'knows that nobody answered': { data: orderNo, hears: [{ event: 'silent' }], leaves: 'silent' },
  'waits for ever when told so': { data: { ...orderNo, silence: 0, short: '订单号是？' }, waits: true },
  'asks again when people hand the conversation back': {
    data: orderNo,
    hears: [{ event: 'handed-back' }],
    says: ['请告诉我订单号', '请告诉我订单号'],
    waits: true,
  },
  'leaves failures of the shop to the engine': { data: { ...orderNo, offer: 'recent-orders' }, fails: true, leaves: 'error' },
})

describe('the open question', () => {
  const data = ask.definition.data.parse(reasons)
  const order = ask.definition.data.parse({ ...orderNo, short: '刚才的订单号是？' })
  const said = (text: string, sees = {}) => ({
    kind: 'said' as const,
    content: { type: 'text' as const, text },
    perception: perceived(text, sees),
  })

  it('fits a choice best, an entity well and chatter not at all', () => {
    const turn = testTurn()
    expect(ask.behaviour.fits?.(data, turn, said('第一个'))).toBe(1)
    expect(ask.behaviour.fits?.(data, turn, said('今天天气不错'))).toBe(0)
    expect(ask.behaviour.fits?.(order, turn, said('D20261118-0042', seesOrder))).toBeGreaterThan(0.8)
    expect(ask.behaviour.fits?.(order, turn, said('运费谁出'))).toBe(0)
  })

  it('is repeated in short after an interruption [R13]', () => {
    const turn = testTurn()
    ask.behaviour.remind?.(order, turn)
    ask.behaviour.remind?.(data, turn)
    expect(turn.outbox).toEqual([
      { type: 'text', text: '刚才的订单号是？' },
      {
        type: 'choices',
        text: '为什么想退？',
        choices: [
          { value: 'size', label: '尺码不合适' },
          { value: 'broken', label: '有质量问题' },
        ],
      },
    ])
  })

  it('takes one entity each when two questions stand in one message [R11]', async () => {
    const turn = testTurn()
    turn.hear({ type: 'text', text: 'M 换 L' }, perceived('M 换 L', { entities: [entity('size', 'M'), entity('size', 'L')] }), {})
    for (const slot of ['from', 'to'])
      await ask.behaviour.enter(ask.definition.data.parse({ question: '尺码？', slot, entity: 'size' }), turn)
    expect(turn.slots).toEqual({ from: 'M', to: 'L' })
    expect(await ask.behaviour.enter(ask.definition.data.parse({ question: '尺码？', slot: 'from', entity: 'size' }), turn)).toHaveProperty(
      'wait',
    )
  })
})
