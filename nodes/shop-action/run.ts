import type { z } from 'zod'
import type { Order, Parcel } from '../../schemas/shop.ts'
import { behave, type Outcome } from '../define.ts'
import type { Answer, Turn } from '../turn.ts'
import { type Facts, factsOfOrder, factsOfParcel } from './facts.ts'
import { shopAction } from './node.ts'

type Data = z.infer<typeof shopAction.data>
type Out = Outcome<'found' | 'not-found' | 'error'>

export default behave(shopAction, {
  async enter(data, turn) {
    if (data.action === 'recent-orders') return recentOrders(data, turn)
    const orderId = String(turn.slots[data.order] ?? '').trim()
    if (!orderId) return { leave: 'not-found' }
    if (data.action === 'order') {
      const found = await turn.shop.order(orderId)
      return finish(data, turn, found, showOrder, (order) => factsOfOrder(order, turn.locale))
    }
    const found = await turn.shop.parcel(orderId)
    // the card says what is in the parcel; without the order it still says where it is
    const order = found.ok && data.show ? await turn.shop.order(orderId) : undefined
    return finish(
      data,
      turn,
      found,
      (parcel) => showParcel(parcel, order, turn),
      (parcel) => factsOfParcel(parcel, turn.locale),
    )
  },
})

async function recentOrders(data: Data, turn: Turn): Promise<Out> {
  const found = await turn.shop.recentOrders(data.limit)
  if (found.ok && found.value.length === 0) return { leave: 'not-found' }
  return finish(
    data,
    turn,
    found,
    (orders) => orders.slice(0, data.limit).forEach((order) => showOrder(order, turn)),
    (orders) => ({ ...(orders[0] ? factsOfOrder(orders[0], turn.locale) : {}), 'order-count': orders.length }),
  )
}

function finish<T>(data: Data, turn: Turn, found: Answer<T>, show: (value: T, turn: Turn) => void, facts: (value: T) => Facts): Out {
  if (!found.ok) return { leave: found.why === 'unavailable' ? 'error' : 'not-found' }
  const known = facts(found.value)
  // a fact that this answer lacks is emptied: the last parcel's date must not stand beside this one
  for (const each of data.keep) turn.set(each.slot, known[each.fact])
  if (data.show) show(found.value, turn)
  turn.measure('shop-answered', { action: data.action })
  return { leave: 'found' }
}

function showOrder(order: Order, turn: Turn): void {
  turn.show({ type: 'order', order })
}

function showParcel(parcel: Parcel, order: Answer<Order> | undefined, turn: Turn): void {
  turn.show({ type: 'parcel', parcel, ...(order?.ok ? { order: order.value } : {}) })
}
