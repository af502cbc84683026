import type { SlotValue } from '../../schemas/conversation.ts'
import type { Order, OrderState, Parcel, ParcelStep } from '../../schemas/shop.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Fact } from './node.ts'

export type Facts = { [fact in Fact]?: SlotValue }

const stateWords: { [state in OrderState]: { [locale in Locale]: string } } = {
  unpaid: { 'zh-CN': '待付款', en: 'awaiting payment' },
  paid: { 'zh-CN': '待发货', en: 'paid, not yet packed' },
  packed: { 'zh-CN': '已打包', en: 'packed' },
  shipped: { 'zh-CN': '已发货', en: 'shipped' },
  delivered: { 'zh-CN': '已签收', en: 'delivered' },
  completed: { 'zh-CN': '已完成', en: 'completed' },
  cancelled: { 'zh-CN': '已取消', en: 'cancelled' },
  intercepting: { 'zh-CN': '拦截中', en: 'being intercepted' },
  refunding: { 'zh-CN': '退款中', en: 'being refunded' },
  refunded: { 'zh-CN': '已退款', en: 'refunded' },
}

const stepWords: { [step in ParcelStep]: { [locale in Locale]: string } } = {
  ordered: { 'zh-CN': '已下单', en: 'ordered' },
  shipped: { 'zh-CN': '已发出', en: 'on its way' },
  moving: { 'zh-CN': '运输中', en: 'in transit' },
  delivering: { 'zh-CN': '派送中', en: 'out for delivery' },
  signed: { 'zh-CN': '已签收', en: 'delivered' },
}

/** What an order tells, ready for slots. Money in minor units, times as ISO 8601. */
export function factsOfOrder(order: Order, locale: Locale): Facts {
  const item = order.lines[0]?.name
  return {
    'order-no': order.id,
    'order-state': order.state,
    'order-state-words': stateWords[order.state][locale],
    'order-total': order.total.amount,
    'order-placed': order.placedAt,
    ...(order.promisedAt ? { 'order-promised': order.promisedAt } : {}),
    ...(item ? { 'order-item': item } : {}),
    'order-count': 1,
  }
}

export function factsOfParcel(parcel: Parcel, locale: Locale): Facts {
  const latest = parcel.events[0]?.text
  return {
    'order-no': parcel.orderId,
    carrier: parcel.carrier,
    'tracking-no': parcel.trackingNo,
    'parcel-step': parcel.step,
    'parcel-step-words': stepWords[parcel.step][locale],
    ...(latest ? { 'parcel-event': latest } : {}),
    ...(parcel.eta ? { eta: parcel.eta } : {}),
    'stuck-hours': parcel.stuckHours,
  }
}
