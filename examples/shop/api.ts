import { type Context, Hono } from 'hono'
import type { ShopData } from './data.ts'
import { faults, problem } from './faults.ts'
import type { ShopOrder } from './order.ts'
import { products, type ShopProduct } from './products.ts'
import { customers } from './profiles.ts'
import { promotions } from './promotions.ts'

export interface ShopApiOptions {
  /** Called for each request, so that a long-running demo stays dated from today. */
  data(): ShopData
  now(): number
  /** A full order number is enough to see an order, as in the demo without sign-in. */
  openOrders: boolean
}

/** The demo shop's own API, `/mock/v1/…`: money in fen, ISO times, errors `{code, message_zh, message_en, retryable}`. */
export function createShopApi(options: ShopApiOptions): Hono {
  const api = new Hono()
  api.use(faults())
  api.get('/orders', (context) => {
    const visitor = context.req.header('x-visitor')
    if (!visitor) return notVerified(context)
    const orders = options.data().ordersOf(visitor).slice(0, limitOf(context, 20))
    return context.json({ orders: orders.map(orderJson) })
  })
  api.get('/orders/:id', (context) => withOrder(context, options, (order) => context.json(orderJson(order))))
  api.get('/orders/:id/logistics', (context) =>
    withOrder(context, options, (order) => {
      if (!order.parcel) return context.json(problem('NOT_FOUND', '这笔订单没有物流', 'There is no parcel for this order', false), 404)
      const { carrier, trackingNo, step, events, eta, stuckHours, exception } = order.parcel
      return context.json({
        order_id: order.id,
        carrier_zh: carrier[0],
        carrier_en: carrier[1],
        tracking_no: trackingNo,
        step,
        events: events.map((event) => ({ at: iso(event.at), text_zh: event.zh, text_en: event.en })),
        ...(eta ? { eta: iso(eta) } : {}),
        stuck_hours: stuckHours,
        ...(exception ? { exception } : {}),
      })
    }),
  )
  api.get('/products', (context) => {
    const found = search(context.req.query('q') ?? '', context.req.query('category'))
    return context.json({ products: found.slice(0, limitOf(context, 50)).map(productJson) })
  })
  api.get('/products/:id', (context) => {
    const found = products.find((product) => product.id === context.req.param('id'))
    return found ? context.json(productJson(found)) : notFound(context)
  })
  api.get('/promotions/active', (context) => context.json({ promotions: offers(options.now(), 'offer') }))
  api.get('/coupons', (context) => {
    const customer = customers.find((each) => each.id === context.req.header('x-visitor'))
    if (!customer) return notVerified(context)
    const may = promotions.filter(
      (offer) => (!offer.tier || offer.tier === customer.tier) && (!offer.tag || customer.tags.includes(offer.tag)),
    )
    return context.json({ coupons: offers(options.now(), 'coupon', may) })
  })
  api.get('/profiles/:visitor', (context) => {
    const found = customers.find((each) => each.id === context.req.param('visitor'))
    if (!found || found.id !== context.req.header('x-visitor')) return notFound(context)
    const orders = options.data().ordersOf(found.id)
    return context.json({
      id: found.id,
      kind: found.kind,
      tier: found.tier,
      points: found.points,
      tags: found.tags,
      orders: orders.length,
      spent: orders.reduce((sum, order) => sum + order.total, 0),
    })
  })
  return api
}

function withOrder(context: Context, options: ShopApiOptions, answer: (order: ShopOrder) => Response): Response {
  const visitor = context.req.header('x-visitor')
  if (!visitor && !options.openOrders) return notVerified(context)
  const order = options.data().orders.get((context.req.param('id') ?? '').toUpperCase())
  if (!order) return notFound(context)
  if (order.customer !== visitor && !options.openOrders)
    return context.json(problem('NOT_OWNER', '这不是您的订单', 'This is not your order', false), 403)
  return answer(order)
}

/** Products whose name, variant, category or tag holds a word of the query; all when the query is empty. */
function search(query: string, category: string | undefined): readonly ShopProduct[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return products.filter((product) => {
    if (category && product.category !== category) return false
    const text = [product.id, product.zh, product.en, product.variantZh, product.variantEn, product.category, ...product.tags]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function offers(now: number, kind: 'coupon' | 'offer', from = promotions) {
  const at = (days: number) => iso(now + days * 86_400_000)
  return from
    .filter((offer) => (offer.kind === 'coupon') === (kind === 'coupon') && offer.fromDays <= 0 && offer.toDays > 0 && offer.left > 0)
    .map(({ id, kind: type, zh, en, value, threshold, fromDays, toDays, left }) => ({
      id,
      kind: type,
      name_zh: zh,
      name_en: en,
      value,
      ...(threshold ? { threshold } : {}),
      valid_from: at(fromDays),
      valid_to: at(toDays),
      left,
    }))
}

function orderJson(order: ShopOrder) {
  return {
    id: order.id,
    state: order.state,
    placed_at: iso(order.placedAt),
    ...(order.promisedAt ? { promise_ship_at: iso(order.promisedAt) } : {}),
    items: order.lines.map(({ product, quantity, variant }) => ({
      sku: product.id,
      name_zh: `${product.zh} · ${part(product.variantZh, variant)}`,
      name_en: `${product.en} · ${part(product.variantEn, variant)}`,
      quantity,
      price: product.price,
      icon: product.icon,
    })),
    amount: { total: order.total, currency: 'CNY' },
  }
}

function productJson(product: ShopProduct) {
  return {
    id: product.id,
    name_zh: product.zh,
    name_en: product.en,
    variant_zh: product.variantZh,
    variant_en: product.variantEn,
    price: product.price,
    currency: 'CNY',
    icon: product.icon,
    category: product.category,
    stock: product.stock,
    tags: product.tags,
    fresh: product.fresh ?? false,
    attributes_zh: Object.fromEntries(product.facts.map(([name, value]) => [name, value])),
    attributes_en: Object.fromEntries(product.facts.map(([, , name, value]) => [name, value])),
  }
}

/** `雾蓝 / 米白` → one of the two. */
function part(variant: string, index: 0 | 1): string {
  const parts = variant.split(' / ')
  return parts[index] ?? parts[0] ?? variant
}

function limitOf(context: Context, most: number): number {
  const asked = Number(context.req.query('limit'))
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : most
}

const iso = (at: number) => new Date(at).toISOString()
const notFound = (context: Context) => context.json(problem('NOT_FOUND', '没有找到', 'Not found', false), 404)
const notVerified = (context: Context) => context.json(problem('NOT_VERIFIED', '请先登录', 'Please sign in first', false), 401)
