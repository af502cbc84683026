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
const price = { amount: 12_800, currency: 'CNY' }
const cup = { id: 'cup', name: { 'zh-CN': '手作陶瓷杯', en: 'Ceramic cup' }, price, tags: [], attributes: {} }
const hoodie = { id: 'hoodie', name: { 'zh-CN': '加绒连帽卫衣', en: 'Warm hoodie' }, price, tags: [], attributes: {} }
const seesOrder = { entities: [entity('order_no', 'D20261118-0042')] }

testNode(ask, {
  'asks and waits ten minutes': { data: orderNo, says: ['请告诉我订单号'], waits: true, silence: 10 },
  'may insist on its own answer before anything else': { data: { ...orderNo, aside: false }, says: ['请告诉我订单号'], waits: true },
  'takes no question for the name of a product': {
    data: { question: '哪件商品？', slot: 'item', entity: 'product', again: ['请说商品名'] },
    hears: ['你们几天内可以退货'],
    says: ['哪件商品？', '请说商品名'],
    waits: true,
  },
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
  'takes a known value only while no other is named': {
    data: { ...orderNo, known: true },
    slots: { order_no: 'D1' },
    arrives: { says: '退 D20261118-0042', sees: seesOrder },
    leaves: 'answered',
    becomes: { order_no: 'D20261118-0042' },
  },
  'knows an order by what was bought [R15]': {
    data: { ...orderNo, offer: 'recent-orders' },
    orders: [testOrder('D1', '保温杯'), testOrder('D2', '加绒连帽卫衣')],
    hears: ['卫衣那单'],
    leaves: 'answered',
    becomes: { order_no: 'D2' },
  },
  'does not guess between two orders of one thing, nor in a question about it': {
    data: { ...orderNo, offer: 'recent-orders' },
    orders: [testOrder('D1', '连帽卫衣'), testOrder('D2', '连帽卫衣'), testOrder('D3', '保温杯')],
    hears: ['卫衣那单', '保温杯能退吗'],
    waits: true,
  },
  'understands "the second" of the offered orders': {
    data: { ...orderNo, offer: 'recent-orders' },
    orders: [testOrder('D1', '保温杯'), testOrder('D2', '卫衣')],
    hears: ['第二个'],
    leaves: 'answered',
    becomes: { order_no: 'D2' },
  },
  'asks for the number when none of the offered orders is meant': {
    data: { ...orderNo, offer: 'recent-orders', tries: 1 },
    orders: [testOrder('D1', '保温杯'), testOrder('D2', '卫衣')],
    hears: ['都不是', { says: 'D20261118-0042', sees: seesOrder }],
    says: ['请告诉我订单号', '好的，都不是。那请打字告诉我。'],
    leaves: 'answered',
    becomes: { order_no: 'D20261118-0042' },
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
  'spares a question that was answered in passing earlier in this flow [R11]': {
    data: { question: '什么颜色？', slot: 'colour', entity: 'colour' },
    mentions: [{ type: 'colour', value: '黑色' }],
    says: [],
    leaves: 'answered',
    becomes: { colour: '黑色' },
  },
  'asks nevertheless when the operator wants it asked': {
    data: { question: '什么颜色？', slot: 'colour', entity: 'colour', always: true },
    mentions: [{ type: 'colour', value: '黑色' }],
    says: ['什么颜色？'],
    waits: true,
  },
  'takes of M to L what it asks for [R11]': {
    data: { question: '换成哪个尺码？', slot: 'size', entity: 'size', role: 'to' },
    role: 'to',
    arrives: {
      says: 'M换L',
      sees: {
        entities: [
          { ...entity('size', 'M'), role: 'from' },
          { ...entity('size', 'L'), role: 'to' },
        ],
      },
    },
    leaves: 'answered',
    becomes: { size: 'L' },
  },
  'takes the M that somebody has for no wish': {
    data: { question: '换成哪个尺码？', slot: 'size', entity: 'size', role: 'to' },
    role: 'to',
    arrives: { says: 'M码的卫衣', sees: { entities: [entity('size', 'M')] } },
    says: ['换成哪个尺码？'],
    waits: true,
  },
  'guesses at none of two colours and offers both [R18]': {
    data: { question: '什么颜色？', slot: 'colour', entity: 'colour' },
    arrives: { says: '黑色还是白色好', sees: { entities: [entity('colour', '黑色'), entity('colour', '白色')] } },
    offers: ['黑色', '白色'],
    hears: [{ taps: '白色' }],
    leaves: 'answered',
    becomes: { colour: '白色' },
  },
  'asks which when the answer names two': {
    data: { question: '什么颜色？', slot: 'colour', entity: 'colour' },
    hears: [{ says: '黑色和白色都行', sees: { entities: [entity('colour', '黑色'), entity('colour', '白色')] } }],
    says: ['什么颜色？', '您说的这几个里，要哪一个？'],
    offers: ['黑色', '白色'],
    waits: true,
  },
  'takes yesterday, when something was bought, for no day of a visit': {
    data: { question: '希望哪天上门取件？', slot: 'day', entity: 'date' },
    mentions: [{ type: 'date', value: '2026-11-20' }],
    says: ['希望哪天上门取件？'],
    waits: true,
  },
  'says what it needs, with an example, then offers help, then gives up [R34] [H4]': {
    data: { ...orderNo },
    hears: ['啥', '不知道', '唉'],
    says: [
      '请告诉我订单号',
      '没看到订单号。它在「我的订单」里，是一串 12–18 位的数字（有的带字母），比如 D20261118-0042。',
      '还是没对上。您再试一次，或者我请同事来帮您。',
    ],
    offers: ['找人工'],
    leaves: 'gave-up',
  },
  'offers usual sizes at the second try': {
    data: { question: '穿什么码？', slot: 'size', entity: 'size', optional: true },
    hears: ['不清楚啊', '我也说不好'],
    offers: ['S', 'M', 'L', 'XL', 'XXL', '跳过', '找人工'],
    waits: true,
  },
  'lets an optional question stay open': {
    data: { question: '有订单号吗？', slot: 'order_no', entity: 'order_no', optional: true },
    slots: { order_no: 'D1' },
    hears: ['跳过'],
    leaves: 'answered',
    becomes: { order_no: undefined },
    measures: ['question-skipped'],
  },
  'skips an optional question for somebody in a great hurry [R30]': {
    data: { question: '有照片吗？', slot: 'photo', entity: 'photo', optional: true },
    mood: { urgency: 0.9 },
    says: [],
    leaves: 'answered',
  },
  'knows a product by a part of its name [R11] [R14]': {
    data: { question: '哪件商品？', slot: 'item', entity: 'product' },
    products: [cup, hoodie],
    arrives: '昨天买的黑色M码卫衣能换L吗',
    says: [],
    leaves: 'answered',
    becomes: { item: '加绒连帽卫衣', item_id: 'hoodie' },
  },
  'knows a product that was named in an earlier question': {
    data: { question: '哪件商品？', slot: 'item', entity: 'product' },
    products: [cup, hoodie],
    recall: { last: '那件卫衣想换' },
    leaves: 'answered',
    becomes: { item: '加绒连帽卫衣', item_id: 'hoodie' },
  },
  'asks which product when several fit': {
    data: { question: '哪件商品？', slot: 'item', entity: 'product' },
    products: [hoodie, { ...hoodie, id: 'thin', name: { 'zh-CN': '薄款套头卫衣' } }],
    hears: ['卫衣', { taps: 'thin' }],
    says: ['哪件商品？', '您说的这几个里，要哪一个？'],
    leaves: 'answered',
    becomes: { item: '薄款套头卫衣', item_id: 'thin' },
  },
  'takes a name that the shop does not know when it is said twice': {
    data: { question: '哪件商品？', slot: 'item', entity: 'product' },
    shopDown: true,
    hears: ['火星帐篷', '火星帐篷'],
    leaves: 'answered',
    becomes: { item: '火星帐篷', item_id: undefined },
  },
  'hears the reason of a list in other words [R41]': {
    data: { ...reasons, entity: 'reason' },
    arrives: { says: '太紧了穿不下，想退', sees: { entities: [entity('reason', '尺码不合适')] } },
    leaves: 'answered',
    becomes: { reason: 'size' },
  },
  'takes symptoms in the visitor’s own words [R42]': {
    data: { question: '什么问题？', slot: 'symptom', entity: 'symptom' },
    hears: ['不知道', '转起来咯吱咯吱的'],
    leaves: 'answered',
    becomes: { symptom: '转起来咯吱咯吱的' },
  },
  'keeps its answer while the flow runs again after a correction': {
    data: orderNo,
    slots: { order_no: 'D1' },
    isKept: true,
    says: [],
    leaves: 'answered',
  },
  'goes its old way while the flow runs again after a correction': {
    data: { ...reasons, branch: true },
    slots: { reason: 'broken' },
    isKept: true,
    leaves: 'broken',
  },
  'finds the one code of its shape among the words': {
    data: { ...orderNo, pattern: 'W\\d{6}' },
    hears: ['不对，是 W123456 那个'],
    leaves: 'answered',
    becomes: { order_no: 'W123456' },
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
    const name = ask.definition.data.parse({ question: '姓名？', slot: 'name', entity: 'person_name' })
    expect(ask.behaviour.fits?.(name, turn, said('王小明'))).toBeGreaterThan(0)
    expect(ask.behaviour.fits?.(name, turn, said('几天内可以退货'))).toBe(0)
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
})
