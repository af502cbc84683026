import { testOrder, testParcel } from '../test-goods.ts'
import { testNode } from '../testing.ts'
import shopAction from './run.ts'

testNode(shopAction, {
  'answers the parcel question with its card [R39] [B2]': {
    data: {
      action: 'parcel',
      order: 'order_no',
      keep: [
        { fact: 'stuck-hours', slot: 'stuck_hours' },
        { fact: 'eta', slot: 'eta' },
        { fact: 'parcel-step-words', slot: 'step' },
      ],
    },
    slots: { order_no: 'D1' },
    parcels: [testParcel('D1', 80)],
    says: ['[parcel]'],
    leaves: 'found',
    becomes: { stuck_hours: 80, eta: '2026-11-22T10:00:00Z', step: '运输中' },
  },
  'says on the card what is in the parcel': {
    data: { action: 'parcel' },
    slots: { order_no: 'D1' },
    parcels: [testParcel('D1')],
    orders: [testOrder('D1', '卫衣')],
    says: ['[parcel]'],
    leaves: 'found',
  },
  'tells an order in words of the visitor [R38]': {
    data: {
      action: 'order',
      show: false,
      keep: [
        { fact: 'order-state-words', slot: 'state' },
        { fact: 'order-total', slot: 'total' },
      ],
    },
    locale: 'en',
    slots: { order_no: 'D1' },
    orders: [testOrder('D1', '卫衣')],
    says: [],
    leaves: 'found',
    becomes: { state: 'shipped', total: 9_900 },
  },
  'shows the recent orders of the visitor [R38]': {
    data: { action: 'recent-orders', limit: 2, keep: [{ fact: 'order-count', slot: 'count' }] },
    orders: [testOrder('D1', '卫衣'), testOrder('D2', '耳机'), testOrder('D3', '水杯')],
    says: ['[order]', '[order]'],
    leaves: 'found',
    becomes: { count: 2 },
  },
  'empties a fact that this parcel lacks': {
    data: { action: 'parcel', keep: [{ fact: 'order-total', slot: 'total' }] },
    slots: { order_no: 'D1', total: 5 },
    parcels: [testParcel('D1')],
    leaves: 'found',
    becomes: { total: undefined },
  },
  'says so when there is no such order': { data: { action: 'order' }, slots: { order_no: 'D404' }, says: [], leaves: 'not-found' },
  'finds nothing without an order number': {
    data: { action: 'parcel', order: 'other_no', slowText: '正在查～' },
    says: [],
    leaves: 'not-found',
  },
  'finds nothing for a visitor without orders': { data: { action: 'recent-orders' }, orders: [], leaves: 'not-found' },
  'has a way out when the shop is down [R110]': {
    data: { action: 'parcel' },
    slots: { order_no: 'D1' },
    shopDown: true,
    says: [],
    leaves: 'error',
  },
})
