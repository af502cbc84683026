import { z } from 'zod'
import type { Answer } from '../../nodes/turn.ts'
import { type Order, order, orderState, type Parcel, type Product, parcel, parcelStep, product } from '../../schemas/shop.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Egress } from '../egress/egress.ts'
import type { ShopCaller, ShopConnector } from './connector.ts'
import { readInTime } from './resilience.ts'

export interface HttpShopOptions {
  /** Base of the shop's API, e.g. `https://shop.example/mock/v1`; its query, if any, goes with every call. */
  baseUrl: string
  /** Sent as `X-Shop`. */
  shop?: string
  /** The customer whom an unverified visitor is taken for. For demos only: leave it out and such visitors are refused. */
  demoCustomer?: string
}

/** Asks a shop that speaks the conventions of the demo shop's API: fen, ISO times, `{code, message_zh, message_en}` errors. */
export function httpShop(egress: Egress, options: HttpShopOptions): ShopConnector {
  const ask = <T>(
    caller: ShopCaller,
    path: string[],
    query: Record<string, string>,
    read: (body: unknown) => T,
    signal?: AbortSignal,
  ): Promise<Answer<T>> => readInTime((inTime) => once(caller, path, query, read, inTime), signal)
  const once = async <T>(
    caller: ShopCaller,
    path: string[],
    query: Record<string, string>,
    read: (body: unknown) => T,
    signal: AbortSignal,
  ): Promise<Answer<T>> => {
    // Dots would climb out of the path, however they are escaped; no shop has such an id.
    if (path.some((part) => /^\.*$/.test(part))) return { ok: false, why: 'not-found' }
    const customer = caller.customerId ?? options.demoCustomer
    const headers = { ...(customer ? { 'x-visitor': customer } : {}), ...(options.shop ? { 'x-shop': options.shop } : {}) }
    const answer = await egress.get(addressOf(options.baseUrl, path, query), { headers, signal })
    if (!answer.ok) return { ok: false, why: 'unavailable' }
    if (answer.status === 404) return { ok: false, why: 'not-found' }
    if (answer.status === 401 || answer.status === 403) return { ok: false, why: 'refused' }
    if (answer.status !== 200) return { ok: false, why: 'unavailable' }
    try {
      return { ok: true, value: read(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body))) }
    } catch {
      // Not JSON, or not what was agreed: as good as no answer.
      return { ok: false, why: 'unavailable' }
    }
  }
  return {
    order: (caller, orderId, signal) =>
      ask(caller, ['orders', orderId], {}, (body) => toOrder(orderBody.parse(body), caller.locale), signal),
    recentOrders: (caller, limit, signal) =>
      ask(
        caller,
        ['orders'],
        { limit: String(limit) },
        (body) =>
          z
            .object({ orders: z.array(orderBody) })
            .parse(body)
            .orders.slice(0, limit)
            .map((each) => toOrder(each, caller.locale)),
        signal,
      ),
    parcel: (caller, orderId, signal) =>
      ask(caller, ['orders', orderId, 'logistics'], {}, (body) => toParcel(parcelBody.parse(body), caller.locale), signal),
    products: (caller, query, limit, signal) =>
      ask(
        caller,
        ['products'],
        { q: query, limit: String(limit) },
        (body) =>
          z
            .object({ products: z.array(productBody) })
            .parse(body)
            .products.slice(0, limit)
            .map((each) => toProduct(each, caller.locale)),
        signal,
      ),
  }
}

/** Every part is escaped, so that what a visitor typed stays one segment of the path. */
function addressOf(base: string, path: string[], query: Record<string, string>): string {
  const url = new URL(base)
  url.pathname = [url.pathname.replace(/\/$/, ''), ...path.map(encodeURIComponent)].join('/')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

const time = z.iso.datetime()

const orderBody = z.object({
  id: z.string().max(64),
  state: orderState,
  placed_at: time,
  promise_ship_at: time.optional(),
  items: z
    .array(
      z.object({
        sku: z.string(),
        name_zh: z.string(),
        name_en: z.string().optional(),
        quantity: z.int().min(1),
        price: z.int(),
        icon: z.string().optional(),
      }),
    )
    .max(200),
  amount: z.object({ total: z.int(), currency: z.string().length(3).default('CNY') }),
})

const parcelBody = z.object({
  order_id: z.string().max(64),
  carrier_zh: z.string(),
  carrier_en: z.string().optional(),
  tracking_no: z.string().max(64),
  step: parcelStep,
  events: z.array(z.object({ at: time, text_zh: z.string(), text_en: z.string().optional() })).max(200),
  eta: time.optional(),
  stuck_hours: z.number().min(0).default(0),
})

const productBody = z.object({
  id: z.string().max(64),
  name_zh: z.string(),
  name_en: z.string().optional(),
  variant_zh: z.string().optional(),
  variant_en: z.string().optional(),
  price: z.int(),
  currency: z.string().length(3).default('CNY'),
  icon: z.string().optional(),
  url: z.string().optional(),
  tags: z.array(z.string()).default([]),
  attributes_zh: z.record(z.string(), z.string()).default({}),
  attributes_en: z.record(z.string(), z.string()).default({}),
})

const words = (locale: Locale, zh: string | undefined, en: string | undefined) => (locale === 'en' ? (en ?? zh) : (zh ?? en))

function toOrder(body: z.infer<typeof orderBody>, locale: Locale): Order {
  const currency = body.amount.currency
  return order.parse({
    id: body.id,
    state: body.state,
    placedAt: body.placed_at,
    ...(body.promise_ship_at ? { promisedAt: body.promise_ship_at } : {}),
    lines: body.items.map((item) => ({
      sku: item.sku,
      name: words(locale, item.name_zh, item.name_en),
      quantity: item.quantity,
      price: { amount: item.price, currency },
      ...(item.icon ? { icon: item.icon } : {}),
    })),
    total: { amount: body.amount.total, currency },
  })
}

function toParcel(body: z.infer<typeof parcelBody>, locale: Locale): Parcel {
  const events = body.events.map((event) => ({ at: event.at, text: words(locale, event.text_zh, event.text_en) ?? '' }))
  events.sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
  return parcel.parse({
    orderId: body.order_id,
    carrier: words(locale, body.carrier_zh, body.carrier_en),
    trackingNo: body.tracking_no,
    step: body.step,
    events,
    ...(body.eta ? { eta: body.eta } : {}),
    stuckHours: body.stuck_hours,
  })
}

function toProduct(body: z.infer<typeof productBody>, locale: Locale): Product {
  const variant = words(locale, body.variant_zh, body.variant_en)
  return product.parse({
    id: body.id,
    name: { 'zh-CN': body.name_zh, ...(body.name_en ? { en: body.name_en } : {}) },
    ...(variant ? { variant } : {}),
    price: { amount: body.price, currency: body.currency },
    ...(body.icon ? { icon: body.icon } : {}),
    ...(body.url ? { url: body.url } : {}),
    tags: body.tags,
    attributes: locale === 'en' ? body.attributes_en : body.attributes_zh,
  })
}
