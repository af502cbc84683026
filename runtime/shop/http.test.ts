import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heroOrder } from '../../examples/shop/data.ts'
import { demoCustomer } from '../../examples/shop/profiles.ts'
import { type DemoShop, startDemoShop } from '../../examples/shop/server.ts'
import { createEgress, type Egress } from '../egress/egress.ts'
import { noShop, type ShopCaller, type ShopConnector, shopPort } from './connector.ts'
import { httpShop } from './http.ts'

const now = Date.parse('2026-11-21T02:24:00Z')
/** The deadline itself is 1.8 s; timers fire late when other tests share the machine. */
const busyMachine = 1_000
const caller: ShopCaller = { visitorId: 'v-1', locale: 'zh-CN' }
let demo: DemoShop
let strict: DemoShop
let egress: Egress

beforeAll(async () => {
  demo = await startDemoShop({ port: 0, runtimeUrl: 'http://127.0.0.1:1', now: () => now })
  strict = await startDemoShop({ port: 0, runtimeUrl: 'http://127.0.0.1:1', now: () => now, openOrders: false })
  egress = createEgress({ named: [new URL(demo.url).host, new URL(strict.url).host] })
})
afterAll(async () => {
  egress.close()
  await Promise.all([demo.close(), strict.close()])
})

const shop = (query = ''): ShopConnector => httpShop(egress, { baseUrl: `${demo.url}/mock/v1${query}`, demoCustomer })

describe('the shop behind HTTP', () => {
  it('tells where a parcel is, in the visitor’s language [R39] [B2]', async () => {
    expect(await shop().parcel(caller, heroOrder)).toMatchObject({
      ok: true,
      value: {
        orderId: heroOrder,
        carrier: '顺丰速运',
        step: 'moving',
        eta: '2026-11-22T10:00:00.000Z',
        stuckHours: 13,
        events: [{ at: '2026-11-20T13:14:00.000Z', text: '到达 杭州转运中心' }, {}, {}, {}, {}],
      },
    })
    expect(await shop().parcel({ ...caller, locale: 'en' }, heroOrder)).toMatchObject({ ok: true, value: { carrier: 'SF Express' } })
  })

  it('looks an order up by its full number [R38] [B1]', async () => {
    expect(await shop().order(caller, heroOrder)).toMatchObject({
      ok: true,
      value: {
        id: heroOrder,
        state: 'shipped',
        total: { amount: 12_800, currency: 'CNY' },
        lines: [{ name: '手作陶瓷杯 · 雾蓝', icon: 'cup' }],
      },
    })
    expect(await shop().order(caller, heroOrder.toLowerCase())).toMatchObject({ ok: true })
    expect(await shop().order(caller, 'D20261118-9999')).toEqual({ ok: false, why: 'not-found' })
  })

  it('offers an unverified visitor of the demo the last three orders of the demo customer [R38]', async () => {
    const answer = await shop().recentOrders(caller, 3)
    if (!answer.ok) throw new Error(answer.why)
    expect(answer.value).toHaveLength(3)
    expect(answer.value.map((order) => order.id)).toContain(heroOrder)
    const placed = answer.value.map((order) => order.placedAt)
    expect(placed).toEqual(placed.toSorted().toReversed())
    for (const order of answer.value) expect(await shop().parcel(caller, order.id)).toMatchObject({ ok: true })
  })

  it('shows a shop’s customer only their own orders when the shop is not a demo', async () => {
    const connector = httpShop(egress, { baseUrl: `${strict.url}/mock/v1` })
    expect(await connector.order(caller, heroOrder)).toEqual({ ok: false, why: 'refused' })
    expect(await connector.order({ ...caller, customerId: 'c-1002' }, heroOrder)).toEqual({ ok: false, why: 'refused' })
    expect(await connector.order({ ...caller, customerId: demoCustomer }, heroOrder)).toMatchObject({ ok: true })
    expect(await connector.recentOrders(caller, 3)).toEqual({ ok: false, why: 'refused' })
  })

  it('finds products by their words', async () => {
    const answer = await shop().products(caller, '台灯', 5)
    expect(answer).toMatchObject({
      ok: true,
      value: [{ id: 'lamp-desk', price: { amount: 26_900 }, icon: 'lamp', attributes: { 显色: 'Ra 97' } }],
    })
    expect(await shop().products({ ...caller, locale: 'en' }, 'candle', 1)).toMatchObject({ ok: true, value: [{ variant: 'Cedar' }] })
  })

  it.each([
    ['?fail=500', 'unavailable'],
    ['?fail=503', 'unavailable'],
    ['?fail=429', 'unavailable'],
    ['?fail=json', 'unavailable'],
    ['?fail=large', 'unavailable'],
    ['?fail=404', 'not-found'],
    ['?fail=403', 'refused'],
    ['?fail=redirect&to=http://127.0.0.1:1/', 'unavailable'],
    ['?fail=redirect&to=http://169.254.169.254/', 'unavailable'],
  ] as const)('answers %s with %s and throws nothing [R110]', async (query, why) => {
    expect(await shop(query).order(caller, heroOrder)).toEqual({ ok: false, why })
  })

  it.concurrent.each(['?fail=never', '?fail=slow', '?delay=9000'])('gives up after about two seconds on %s [R110]', async (query) => {
    const begun = performance.now()
    expect(await shop(query).parcel(caller, heroOrder)).toEqual({ ok: false, why: 'unavailable' })
    expect(performance.now() - begun).toBeLessThan(2_000 + busyMachine)
  })

  it('follows the shop’s own redirect', async () => {
    expect(await shop(`?fail=redirect&to=/mock/v1/orders/${heroOrder}`).order(caller, 'D20261118-0000')).toMatchObject({
      ok: true,
      value: { id: heroOrder },
    })
  })

  it('keeps what a visitor typed inside one segment of the path', async () => {
    for (const typed of ['../products', '..', '.', '', 'a/b', '?fail=500', '%2e%2e', `${heroOrder}/logistics`, '🎁', 'x'.repeat(5_000)]) {
      const answer = await shop().order(caller, typed)
      expect([typed.slice(0, 20), answer.ok ? 'found' : answer.why]).toEqual([
        typed.slice(0, 20),
        typed.length > 4_000 ? expect.stringMatching(/not-found|unavailable/) : 'not-found',
      ])
    }
  })
})

it('is unavailable where no shop is connected', async () => {
  const port = shopPort(noShop, caller)
  for (const answer of [await port.order('x'), await port.recentOrders(3), await port.parcel('x'), await port.products('', 3)])
    expect(answer).toEqual({ ok: false, why: 'unavailable' })
})
