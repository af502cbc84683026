import { nodeText } from '../define.ts'
import { shopAction } from './node.ts'

export const shopActionText = nodeText(shopAction, {
  'zh-CN': {
    name: '商城动作',
    help: '到商城里查：订单、物流或最近的订单，查到的可以记进变量、显示成卡片。',
    example: '用 order_no 查物流，显示包裹卡片；停了多少小时记进 stuck_hours，超过 72 就走补偿。',
    outlets: { found: '查到了', 'not-found': '没查到', error: { label: '查询失败', open: '用流程的兜底话术' } },
    fields: {
      action: { label: '查什么', options: { order: '订单', parcel: '物流', 'recent-orders': '最近的订单' } },
      order: { label: '哪个变量里是订单号' },
      limit: { label: '最多几个' },
      show: { label: '查到后显示卡片' },
      keep: { label: '记下来', hint: '记进变量后，后面的话术和条件就能用。' },
      'keep.fact': {
        label: '记什么',
        options: {
          'order-no': '订单号', 'order-state': '订单状态', 'order-state-words': '订单状态（文字）', 'order-total': '订单金额（分）', 'order-placed': '下单时间',
          'order-promised': '承诺发货时间', 'order-item': '第一件商品', 'order-count': '订单个数', carrier: '快递公司', 'tracking-no': '快递单号',
          'parcel-step': '物流阶段', 'parcel-step-words': '物流阶段（文字）', 'parcel-event': '最新轨迹', eta: '预计送达时间', 'stuck-hours': '停滞小时数',
        },
      },
      'keep.slot': '记进变量',
      slowText: { label: '查得慢时先说', hint: '可以不填。例：正在查，稍等一下～' },
    },
    card: { order: '用 {slot} 查订单', parcel: '用 {slot} 查包裹', 'recent-orders': '查最近 {limit} 个订单' },
  },
  en: {
    name: 'Shop action',
    help: 'Looks something up in the shop: an order, a parcel or the recent orders. Results go into variables and onto cards.',
    example: 'Looks up the parcel of order_no and shows its card; keeps the hours without movement in stuck_hours for a condition.',
    outlets: { found: 'Found', 'not-found': 'Not found', error: { label: 'Look-up failed', open: "The flow's fallback takes over" } },
    fields: {
      action: { label: 'Look up', options: { order: 'Order', parcel: 'Parcel', 'recent-orders': 'Recent orders' } },
      order: { label: 'Variable that holds the order number' },
      limit: { label: 'At most' },
      show: { label: 'Show a card when found' },
      keep: { label: 'Keep', hint: 'Kept facts can be used in later texts and conditions.' },
      'keep.fact': {
        label: 'Fact',
        options: {
          'order-no': 'Order number', 'order-state': 'Order state', 'order-state-words': 'Order state in words', 'order-total': 'Order total in cents', 'order-placed': 'Time of order',
          'order-promised': 'Promised dispatch', 'order-item': 'First item', 'order-count': 'Number of orders', carrier: 'Carrier', 'tracking-no': 'Tracking number',
          'parcel-step': 'Parcel step', 'parcel-step-words': 'Parcel step in words', 'parcel-event': 'Latest movement', eta: 'Expected delivery', 'stuck-hours': 'Hours without movement',
        },
      },
      'keep.slot': 'Into variable',
      slowText: { label: 'Say first when it is slow', hint: 'May stay empty. For example: Looking it up, one moment.' },
    },
    card: { order: 'Looks up the order of {slot}', parcel: 'Looks up the parcel of {slot}', 'recent-orders': 'Looks up the last {limit} orders' },
  },
})
