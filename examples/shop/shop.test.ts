import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createShopData, heroOrder } from './data.ts'
import { products } from './products.ts'
import { customers, demoCustomer } from './profiles.ts'
import { createDemoShop } from './server.ts'

const now = Date.parse('2026-11-21T02:24:00Z')
const hours = 3_600_000
const app = createDemoShop({ runtimeUrl: 'http://127.0.0.1:4400/some/path', now: () => now })
const get = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await app.request(path, { headers })
  const text = await reply.text()
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    body: reply.headers.get('content-type')?.includes('json') ? z.record(z.string(), z.unknown()).parse(JSON.parse(text)) : {},
  }
}
const idsOf = (list: unknown) =>
  z
    .array(z.object({ id: z.string() }))
    .parse(list)
    .map((each) => each.id)

describe('the demo shop', () => {
  it('has goods, customers and orders in every state', () => {
    const { orders } = createShopData(now)
    expect(products.length).toBeGreaterThanOrEqual(30)
    expect(new Set(products.map((product) => product.id)).size).toBe(products.length)
    expect(customers.length).toBeGreaterThanOrEqual(8)
    expect(orders.size).toBeGreaterThanOrEqual(60)
    expect(new Set([...orders.values()].map((order) => order.state))).toEqual(
      new Set(['unpaid', 'paid', 'packed', 'shipped', 'delivered', 'completed', 'cancelled', 'intercepting', 'refunding', 'refunded']),
    )
    expect([...orders.values()].some((order) => (order.parcel?.stuckHours ?? 0) > 72)).toBe(true)
    expect([...orders.values()].some((order) => order.parcel?.exception === 'signed-not-received')).toBe(true)
  })

  it('tells no story about the future, at any hour of any day', () => {
    for (let hour = 0; hour < 72; hour++) {
      const moment = now + hour * hours
      for (const order of createShopData(moment).orders.values()) {
        expect(order.placedAt).toBeLessThan(moment)
        const times = order.parcel?.events.map((event) => event.at) ?? []
        expect(times).toEqual(times.toSorted((one, other) => other - one))
        for (const at of times) expect(at).toBeLessThanOrEqual(moment)
        if (order.parcel?.eta && order.parcel.step !== 'ordered') expect(order.parcel.eta).toBeGreaterThan(moment)
      }
    }
  })

  it('is the same shop for the same moment, and keeps the number of its best-known order', () => {
    expect([...createShopData(now).orders]).toEqual([...createShopData(now).orders])
    for (const years of [0, 1, 5])
      expect(
        createShopData(now + years * 8_766 * hours)
          .ordersOf(demoCustomer)
          .slice(0, 3)
          .map((order) => order.id),
      ).toContain(heroOrder)
  })

  it('answers as its conventions say', async () => {
    expect(await get(`/mock/v1/orders/${heroOrder}`)).toMatchObject({
      status: 200,
      body: { id: heroOrder, state: 'shipped', amount: { total: 12_800, currency: 'CNY' } },
    })
    expect(await get('/mock/v1/orders/D0')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', message_zh: '没有找到', message_en: 'Not found', retryable: false },
    })
    expect(await get('/mock/v1/orders')).toMatchObject({ status: 401, body: { code: 'NOT_VERIFIED' } })
    expect(await get('/mock/v1/nothing')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    expect((await get('/mock/v1/orders?limit=2', { 'x-visitor': demoCustomer })).body.orders).toHaveLength(2)
    expect((await get('/mock/v1/products?q=lamp&limit=3')).body.products).toHaveLength(3)
    expect((await get('/mock/v1/products/cup-mist')).body).toMatchObject({ price: 12_800, name_zh: '手作陶瓷杯' })
    expect(await get('/mock/v1/orders?fail=503')).toMatchObject({ status: 503, body: { code: 'UPSTREAM_TIMEOUT', retryable: true } })
    expect(await get('/mock/v1/orders?fail=nonsense')).toMatchObject({ status: 400, body: { code: 'INVALID_SLOT' } })
  })

  it('offers what is on now, to those who may have it', async () => {
    const active = idsOf((await get('/mock/v1/promotions/active')).body.promotions)
    expect(active).toEqual(['p-199-30', 'p-399-70', 'p-light-9'])
    const of = async (visitor: string) => idsOf((await get('/mock/v1/coupons', { 'x-visitor': visitor })).body.coupons)
    expect(await of('c-1003')).toContain('c-gold-50')
    expect(await of(demoCustomer)).not.toContain('c-gold-50')
    expect(await of('c-1003')).not.toContain('c-gone-30')
  })

  it('shows a profile to its owner only', async () => {
    expect((await get('/mock/v1/profiles/c-1003', { 'x-visitor': 'c-1003' })).body).toMatchObject({ tier: 'gold' })
    expect((await get('/mock/v1/profiles/c-1003', { 'x-visitor': demoCustomer })).status).toBe(404)
  })

  it('serves a page that runs nothing but its own scripts and the chat’s', async () => {
    const { status, headers, text } = await get('/')
    expect(status).toBe(200)
    expect(text).toContain('src="http://127.0.0.1:4400/widget.js" data-entry="storefront"')
    expect(text).not.toMatch(/\{\{|<style|style=|onclick/)
    expect(headers.get('content-security-policy')).toContain("script-src 'self' http://127.0.0.1:4400;")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    for (const file of ['/storefront.css', '/sheets.css', '/storefront.js', '/bag.js', '/dom.js', '/words.js', '/drawings.json'])
      expect([file, (await get(file)).status]).toEqual([file, 200])
  })
})
