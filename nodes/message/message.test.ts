import { testOrder, testParcel } from '../test-goods.ts'
import { testNode } from '../testing.ts'
import message from './run.ts'

const product = { id: 'P1', name: { 'zh-CN': '保温杯' }, price: { amount: 9_900, currency: 'CNY' }, tags: ['保温杯'], attributes: {} }

testNode(message, {
  'says its words and goes on': { data: { wordings: ['您好'] }, says: ['您好'], leaves: 'next' },
  'fills in what it knows': {
    data: { wordings: ['订单 {{ order_no }} 到{{ city | default: "杭州" }}了'] },
    slots: { order_no: 'D1' },
    says: ['订单 D1 到杭州了'],
  },
  'says a value with braces in it as it stands': {
    data: { wordings: ['您说：{{ said }}'] },
    slots: { said: '{{ 7 | times: 7 }}{% if a %}' },
    says: ['您说：{{ 7 | times: 7 }}{% if a %}'],
  },
  'takes turns with its wordings [R34]': { data: { wordings: ['甲', '乙'] }, visit: 4, says: ['乙'], leaves: 'next' },
  'offers words to tap without waiting for them': {
    data: { wordings: ['还有什么？'], suggestions: [{ id: 's1', label: { 'zh-CN': '查物流', en: 'Track' } }] },
    locale: 'en',
    offers: ['Track'],
    leaves: 'next',
  },
  'shows steps [R17]': {
    data: { wordings: ['这样退：'], card: 'steps', steps: ['打开我的订单', '点申请退货'] },
    says: ['这样退：', '[steps]'],
    leaves: 'next',
  },
  'shows the parcel of the order [R39]': {
    data: { wordings: [], card: 'parcel', order: 'order_no' },
    slots: { order_no: 'D1' },
    parcels: [testParcel('D1')],
    says: ['[parcel]'],
    leaves: 'next',
  },
  'shows the order [R38]': {
    data: { wordings: [], card: 'order', order: 'order_no' },
    slots: { order_no: 'D1' },
    orders: [testOrder('D1', '卫衣')],
    says: ['[order]'],
    leaves: 'next',
  },
  'shows products': {
    data: { wordings: ['看看这些'], card: 'products', search: '{{ kind }}' },
    slots: { kind: '保温杯' },
    products: [product],
    says: ['看看这些', '[cards]'],
    leaves: 'next',
  },
  'says nothing half when its card cannot be had': {
    data: { wordings: ['您的包裹：'], card: 'parcel', order: 'order_no' },
    slots: { order_no: 'D1' },
    shopDown: true,
    says: [],
    leaves: 'error',
  },
  'leaves by error when there is nothing to show': {
    data: { wordings: ['看看这些'], card: 'products', search: '帐篷' },
    products: [product],
    says: [],
    leaves: 'error',
  },
})
