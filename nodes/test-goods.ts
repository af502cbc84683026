import type { Order, Parcel } from '../schemas/shop.ts'

/** An order for tests: shipped, one thing in it. */
export function testOrder(id: string, name: string): Order {
  return {
    id,
    state: 'shipped',
    placedAt: '2026-11-18T09:00:00Z',
    lines: [{ sku: 'K1', name, quantity: 1, price: { amount: 9_900, currency: 'CNY' } }],
    total: { amount: 9_900, currency: 'CNY' },
  }
}

/** Its parcel: moving, due tomorrow. */
export function testParcel(orderId: string, stuckHours = 0): Parcel {
  return {
    orderId,
    carrier: '顺丰',
    trackingNo: 'SF1001',
    step: 'moving',
    events: [{ at: '2026-11-20T13:14:00Z', text: '到达杭州转运中心' }],
    eta: '2026-11-22T10:00:00Z',
    stuckHours,
  }
}
