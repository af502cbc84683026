import { dateOf, day, hour, shopDay } from './calendar.ts'
import type { ShopOrder } from './order.ts'
import { parcelOf } from './parcels.ts'
import { products, type ShopProduct } from './products.ts'
import { customers, demoCustomer } from './profiles.ts'

export interface ShopData {
  orders: ReadonlyMap<string, ShopOrder>
  /** Newest first. */
  ordersOf(customer: string): ShopOrder[]
}

/** The order in every picture and guide: its number stays the same however old the demo grows. */
export const heroOrder = 'D20261118-0042'

/** The same shop for the same moment: ≥ 60 orders in every state, dated from `now` (milliseconds since the epoch) backwards. */
export function createShopData(now: number): ShopData {
  const all = [hero(now), ...stories.flatMap((story, index) => ordersFor(story, index, now))]
  all.sort((one, other) => other.placedAt - one.placedAt)
  const orders = new Map(all.map((order) => [order.id, order]))
  return { orders, ordersOf: (customer) => all.filter((order) => order.customer === customer) }
}

interface Story {
  state: ShopOrder['state']
  story: ShopOrder['story']
  count: number
  /** Days ago that the newest of them was placed, and the days between two. */
  from: number
  every: number
  /** How many of them, from the first, belong to the demo customer. */
  demo?: number
}

const stories: readonly Story[] = [
  { state: 'unpaid', story: 'plain', count: 5, from: 0, every: 0 },
  { state: 'paid', story: 'plain', count: 5, from: 0, every: 1 },
  { state: 'paid', story: 'late', count: 3, from: 5, every: 1, demo: 1 },
  { state: 'paid', story: 'pre-sale', count: 3, from: 2, every: 1 },
  { state: 'packed', story: 'plain', count: 6, from: 1, every: 0, demo: 1 },
  { state: 'shipped', story: 'moving', count: 9, from: 2, every: 0 },
  { state: 'shipped', story: 'delivering', count: 5, from: 3, every: 0, demo: 1 },
  { state: 'shipped', story: 'stuck', count: 5, from: 6, every: 1, demo: 1 },
  { state: 'delivered', story: 'plain', count: 6, from: 5, every: 1 },
  { state: 'delivered', story: 'not-received', count: 3, from: 5, every: 1 },
  { state: 'completed', story: 'plain', count: 9, from: 14, every: 6, demo: 1 },
  { state: 'cancelled', story: 'plain', count: 4, from: 4, every: 3 },
  { state: 'intercepting', story: 'plain', count: 3, from: 2, every: 1 },
  { state: 'refunding', story: 'plain', count: 4, from: 7, every: 2 },
  { state: 'refunded', story: 'plain', count: 4, from: 16, every: 4 },
]

function ordersFor(story: Story, kind: number, now: number): ShopOrder[] {
  return Array.from({ length: story.count }, (_, index) => {
    const serial = 100 + kind * 20 + index
    const back = story.from + index * story.every
    const customer = index < (story.demo ?? 0) ? demoCustomer : (customers[1 + (serial % (customers.length - 1))]?.id ?? demoCustomer)
    return order(serial, customer, story, back, now)
  })
}

function order(serial: number, customer: string, story: Story, back: number, now: number): ShopOrder {
  const start = shopDay(now, back)
  // Never later than an hour ago, whatever the hour of `now` is.
  const placedAt = Math.min(start + (7 + (serial % 14)) * hour + ((serial * 7) % 60) * 60_000, now - hour)
  const first = pick(serial)
  const second = serial % 3 === 0 ? [{ product: pick(serial + 11), quantity: 1 + (serial % 2), variant: 1 as const }] : []
  return complete(
    {
      id: `D${dateOf(placedAt)}-${String(serial).padStart(4, '0')}`,
      customer,
      state: story.state,
      story: story.story,
      placedAt,
      lines: [{ product: first, quantity: 1, variant: 0 }, ...second],
    },
    now,
  )
}

function hero(now: number): ShopOrder {
  const cup = pick(0)
  return complete(
    {
      id: heroOrder,
      customer: demoCustomer,
      state: 'shipped',
      story: 'moving',
      placedAt: shopDay(now, 3) + 9 * hour + 18 * 60_000,
      lines: [{ product: cup, quantity: 1, variant: 0 }],
    },
    now,
  )
}

function complete(order: Omit<ShopOrder, 'total' | 'promisedAt' | 'parcel'>, now: number): ShopOrder {
  const sum = order.lines.reduce((total, line) => total + line.product.price * line.quantity, 0)
  const promisedAt = order.placedAt + (order.story === 'pre-sale' ? 15 : 2) * day
  const whole = { ...order, promisedAt, total: sum - (sum >= 39_900 ? 7_000 : sum >= 19_900 ? 3_000 : 0) }
  const parcel = parcelOf(whole, now)
  return parcel ? { ...whole, parcel } : whole
}

function pick(serial: number): ShopProduct {
  const product = products[(serial * 5) % products.length]
  if (!product) throw new Error('The demo shop has no products.')
  return product
}
