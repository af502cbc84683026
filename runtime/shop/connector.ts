import type { Answer, ShopPort } from '../../nodes/turn.ts'
import type { Order, Parcel, Product } from '../../schemas/shop.ts'
import type { Locale } from '../../schemas/text.ts'

/** For whom the shop is asked. Only a customer id that the shop vouched for stands here. */
export interface ShopCaller {
  visitorId: string
  customerId?: string
  locale: Locale
}

/**
 * A shop system behind the one interface that flows know. Implementations never throw for what a shop can do wrong:
 * slow, broken or refusing shops are answers with `ok: false`. `signal` ends a call early.
 */
export interface ShopConnector {
  order(caller: ShopCaller, orderId: string, signal?: AbortSignal): Promise<Answer<Order>>
  /** Newest first. `refused` for a visitor the shop does not know. */
  recentOrders(caller: ShopCaller, limit: number, signal?: AbortSignal): Promise<Answer<Order[]>>
  parcel(caller: ShopCaller, orderId: string, signal?: AbortSignal): Promise<Answer<Parcel>>
  /** An empty query lists what the shop shows first. */
  products(caller: ShopCaller, query: string, limit: number, signal?: AbortSignal): Promise<Answer<Product[]>>
}

/** The shop as one visitor's turn sees it. */
export function shopPort(connector: ShopConnector, caller: ShopCaller): ShopPort {
  return {
    order: (orderId) => connector.order(caller, orderId),
    recentOrders: (limit) => connector.recentOrders(caller, limit),
    parcel: (orderId) => connector.parcel(caller, orderId),
    products: (query, limit) => connector.products(caller, query, limit),
  }
}

/** A shop that is not connected: everything is unavailable, so that flows take their way out. */
export const noShop: ShopConnector = {
  order: async () => ({ ok: false, why: 'unavailable' }),
  recentOrders: async () => ({ ok: false, why: 'unavailable' }),
  parcel: async () => ({ ok: false, why: 'unavailable' }),
  products: async () => ({ ok: false, why: 'unavailable' }),
}
