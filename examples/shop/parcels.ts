import { day, hour, shopDay } from './calendar.ts'
import type { ShopOrder, ShopParcel } from './order.ts'
import { customers } from './profiles.ts'

type Event = ShopParcel['events'][number]

const carriers: readonly [string, string, string][] = [
  ['顺丰速运', 'SF Express', 'SF14'],
  ['中通快递', 'ZTO Express', '7831'],
  ['京东快递', 'JD Logistics', 'JDVA'],
]

/** The parcel of an order, told by its state and story; none for orders that will never be sent. */
export function parcelOf(order: Omit<ShopOrder, 'parcel'>, now: number): ShopParcel | undefined {
  if (order.state === 'cancelled' || order.state === 'unpaid') return undefined
  const serial = Number(order.id.slice(-4))
  const [zh, en, prefix] = carriers[serial % carriers.length] ?? ['顺丰速运', 'SF Express', 'SF14']
  const common = { carrier: [zh, en] as [string, string], trackingNo: `${prefix}${String(40_172_300_000 + serial * 7_919)}`, stuckHours: 0 }
  const events = eventsOf(order, now)
    .filter((event) => event.at <= now)
    .sort((one, other) => other.at - one.at)
  const last = events[0]?.at ?? order.placedAt
  switch (order.state) {
    case 'paid':
    case 'packed':
      return { ...common, step: 'ordered', events, ...(order.promisedAt ? { eta: order.promisedAt + 2 * day } : {}) }
    case 'shipped':
    case 'intercepting':
      return {
        ...common,
        step: order.story === 'delivering' ? 'delivering' : 'moving',
        events,
        ...(order.story === 'stuck' ? { exception: 'no-movement' as const } : { eta: etaOf(order, now) }),
        stuckHours: Math.floor((now - last) / hour),
      }
    default:
      return { ...common, step: 'signed', events, ...(order.story === 'not-received' ? { exception: 'signed-not-received' as const } : {}) }
  }
}

function etaOf(order: Omit<ShopOrder, 'parcel'>, now: number): number {
  // On its way out it comes today (or tomorrow, late in the evening); otherwise tomorrow at six.
  const today = shopDay(now, 0) + 20 * hour
  return order.story === 'delivering' && today > now ? today : shopDay(now, -1) + 18 * hour
}

function eventsOf(order: Omit<ShopOrder, 'parcel'>, now: number): Event[] {
  const customer = customers.find((each) => each.id === order.customer)
  const [city, cityEn] = [customer?.city ?? '杭州', customer?.cityEn ?? 'Hangzhou']
  const sent = order.placedAt + 9 * hour
  const events: Event[] = [{ at: order.placedAt, zh: '订单已提交', en: 'Order placed' }]
  const add = (at: number, zh: string, en: string) => events.push({ at, zh, en })
  if (order.state === 'paid' || order.state === 'packed') {
    if (order.story === 'pre-sale') add(order.placedAt + 60_000, '预售商品，正在排产', 'Pre-sale item, being made')
    if (order.state === 'packed') add(order.placedAt + 5 * hour, '商品已打包，等待揽收', 'Packed, waiting for the carrier')
    return events
  }
  add(order.placedAt + 5 * hour, '商品已打包，等待揽收', 'Packed, waiting for the carrier')
  add(sent, '快件已揽收，离开 金华仓', 'Picked up, left the Jinhua warehouse')
  if (order.story === 'stuck') {
    add(now - 80 * hour, `到达 ${city}转运中心`, `Arrived at the ${cityEn} sorting centre`)
    return events
  }
  add(sent + 8 * hour, '到达 义乌分拨中心', 'Arrived at the Yiwu depot')
  if (order.state === 'shipped' || order.state === 'intercepting') {
    add(shopDay(now, 1) + 21 * hour + 14 * 60_000, `到达 ${city}转运中心`, `Arrived at the ${cityEn} sorting centre`)
    if (order.story === 'delivering') {
      const out = Math.min(shopDay(now, 0) + 8 * hour + 25 * 60_000, now - 20 * 60_000)
      add(out, '快递员正在派送，请保持电话畅通', 'Out for delivery; please keep your phone at hand')
    }
    return events
  }
  add(sent + 30 * hour, `到达 ${city}转运中心`, `Arrived at the ${cityEn} sorting centre`)
  add(sent + 44 * hour, '快递员正在派送', 'Out for delivery')
  add(
    sent + 48 * hour,
    order.story === 'not-received' ? '已签收：门卫代收' : '已签收：本人签收',
    order.story === 'not-received' ? 'Signed for by the gatekeeper' : 'Signed for by the addressee',
  )
  return events
}
