import { sign } from 'hono/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../clock.ts'
import type { Settings } from '../settings.ts'
import { defaultLimits } from './limits.ts'
import { createSessions } from './sessions.ts'
import { origin, read, startTestRuntime, type TestRequest, type TestRuntime } from './testing.ts'

let house: TestRuntime
beforeAll(async () => {
  house = await startTestRuntime()
})
afterAll(() => house.close())

/** A house of its own for one test. */
async function within(settings: Partial<Settings>, test: () => Promise<void>): Promise<void> {
  const shared = house
  house = await startTestRuntime({ settings })
  try {
    await test()
  } finally {
    await house.close()
    house = shared
  }
}

describe('a write to the admin API', () => {
  const flow = { name: 'Forged' }
  const refused: [string, TestRequest['headers']][] = [
    ['another site', { origin: 'https://evil.test' }],
    ['a page without an origin', { origin: 'null' }],
    ['another port of this host', { origin: `${origin}:8080` }],
    ['a host that only begins like ours', { origin: `${origin}.evil.test` }],
    ['a site that may embed the chat', { origin: 'https://listed.test' }],
    ['our own origin, by a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['our own origin, by a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['our own origin, by a click from outside', { 'sec-fetch-site': 'none' }],
  ]
  it.each(refused)('is refused when it comes from %s', async (_where, headers = {}) => {
    const response = await house.ask('POST', '/api/flows', { cookie: house.cookies.owner, body: flow, headers })
    expect(response.status).toBe(403)
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
    expect(await names()).not.toContain('forged')
  })

  it('is refused without any origin', async () => {
    const response = await house.runtime.app.request(`${origin}/api/flows`, {
      method: 'POST',
      headers: { host: 'shop.test', cookie: house.cookies.owner, 'content-type': 'application/json' },
      body: JSON.stringify(flow),
    })
    expect(response.status).toBe(403)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('is refused as %s, which a form could send', async (type) => {
    const response = await house.ask('POST', '/api/flows', { cookie: house.cookies.owner, text: JSON.stringify(flow), headers: { 'content-type': type } })
    expect(response.status).toBe(415)
  })

  it('is accepted from our own pages', async () => {
    const response = await house.ask('POST', '/api/flows', { cookie: house.cookies.owner, body: flow, headers: { 'sec-fetch-site': 'same-origin' } })
    expect(response.status).toBe(201)
  })

  it('is never allowed by a preflight', async () => {
    const response = await house.ask('OPTIONS', '/api/flows', { headers: { origin: 'https://listed.test', 'access-control-request-method': 'POST' } })
    expect(response.status).toBe(403)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('compares with the public address when one is set', async () => {
    await within({ publicUrl: 'https://chat.shop.test' }, async () => {
      const send = (from: string) => house.ask('POST', '/api/session/link', { body: { token: 'no-such-link-at-all-xx' }, headers: { origin: from } })
      expect((await send(origin)).status).toBe(403)
      expect((await send('https://chat.shop.test')).status).toBe(401)
    })
  })
})

describe('the chat API', () => {
  it('lets a listed site read replies, and no other', async () => {
    const listed = await house.ask('POST', '/v1/conversations', { body: {}, headers: { origin: 'https://listed.test' } })
    expect([listed.status, listed.headers.get('access-control-allow-origin'), listed.headers.get('vary')]).toEqual([201, 'https://listed.test', 'Origin'])
    expect(listed.headers.has('access-control-allow-credentials')).toBe(false)
    const other = await house.ask('POST', '/v1/conversations', { body: {}, headers: { origin: 'https://other.test' } })
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  it('answers a preflight of a listed site only', async () => {
    const ask = (from: string) => house.ask('OPTIONS', '/v1/conversations', { headers: { origin: from, 'access-control-request-method': 'POST' } })
    const listed = await ask('https://listed.test')
    expect([listed.status, listed.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization, content-type, last-event-id'])
    expect((await ask('https://other.test')).status).toBe(403)
  })

  it('does not begin a conversation of one entry on the site of another', async () => {
    const second = { id: 'second', flowId: 'welcome', name: 'Second', look: { shop: 'S', colour: '#000000', letter: 'S' }, origins: ['https://second.test'] }
    await house.ask('PUT', '/api/entries/second', { cookie: house.cookies.owner, body: second })
    const start = (entry: string) => house.ask('POST', '/v1/conversations', { body: { entry }, headers: { origin: 'https://second.test' } })
    expect((await start('second')).status).toBe(201)
    expect((await start('storefront')).status).toBe(403)
  })

  it('hears of a changed list at once', async () => {
    const start = () => house.ask('POST', '/v1/conversations', { body: {}, headers: { origin: 'https://new.test' } })
    expect((await start()).status).toBe(403)
    const entry = (await house.runtime.store.flows.entry('storefront'))!
    await house.ask('PUT', '/api/entries/storefront', { cookie: house.cookies.owner, body: { ...entry, origins: ['https://new.test'] } })
    expect((await start()).status).toBe(201)
  })
})

describe('limits', () => {
  it('stop a visitor who writes more than five messages at once, and let others write on', () =>
    within({ limits: defaultLimits }, async () => {
      const hasty = await house.visit()
      const other = await house.visit()
      const say = (to: { conversationId: string; token: string }, id: number) =>
        house.ask('POST', `/v1/conversations/${to.conversationId}/messages`, { token: to.token, body: { id: `message-${id}`, content: { type: 'text', text: '在吗' } } })
      const replies = []
      for (let id = 0; id < 7; id++) replies.push((await say(hasty, id)).status)
      expect(replies).toEqual([200, 200, 200, 200, 200, 429, 429])
      expect(Number((await say(hasty, 8)).headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect((await say(other, 1)).status).toBe(200)
    }))

  it('stop an address that guesses passwords', () =>
    within({ limits: { ...defaultLimits, signInsPerQuarter: 12 } }, async () => {
      const statuses = []
      // the four people of the test were signed in from the same address
      for (let tries = 0; tries < 10; tries++) statuses.push((await guess(`p${tries}@shop.test`)).status)
      expect(statuses).toEqual([...Array(8).fill(401), 429, 429])
    }))

  it('stop the guessing of one account, from wherever it is tried', () =>
    within({ limits: { ...defaultLimits, signInsPerQuarter: 6 }, proxies: ['0.0.0.0/0'] }, async () => {
      const statuses = []
      for (let tries = 0; tries < 8; tries++) statuses.push((await guess('lin@shop.test', { 'x-forwarded-for': `203.0.113.${tries}` })).status)
      expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(6)
      expect(statuses.at(-1)).toBe(429)
    }))
})

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { whole } = await somebody()
    expect(whole).toMatch(/^floorwalker-session=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('binds the cookie to the host when served over https', async () => {
    const sessions = createSessions({ store: house.runtime.store, clock: systemClock, secret: 'x'.repeat(43), secure: true })
    const { cookie } = await sessions.signInByLink(await sessions.link(house.people.agent))
    expect(cookie).toMatch(/^__Host-floorwalker-session=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('answers an unknown address and a wrong password alike', async () => {
    const { email } = await somebody('a password of hers')
    const ask = async (tried: string) => {
      const response = await guess(tried)
      const { instance: _request, ...document } = z.record(z.string(), z.unknown()).parse(await response.json())
      return [response.status, document, response.headers.get('set-cookie')]
    }
    expect(await ask(email)).toEqual(await ask('nobody@shop.test'))
  })

  it('works by password once one is set, and ends all other sessions then', async () => {
    const { email, earlier } = await somebody('a password of hers')
    expect((await house.ask('GET', '/api/session', { cookie: earlier })).status).toBe(401)
    const response = await house.ask('POST', '/api/session', { body: { email, password: 'a password of hers' } })
    expect(await read('signIn', response)).toMatchObject({ email, role: 'agent' })
  })

  it('needs the current password to set another', async () => {
    const { cookie } = await somebody('a password of hers')
    const change = (body: object) => house.ask('PUT', '/api/session/password', { cookie, body: { next: 'another password', ...body } })
    expect((await change({})).status).toBe(403)
    expect((await change({ current: 'a wrong one' })).status).toBe(403)
    expect((await change({ current: 'a password of hers' })).status).toBe(200)
  })

  it('by a link works once', async () => {
    const { link } = await invite()
    const enter = () => house.ask('POST', '/api/session/link', { body: { token: link.split('token=')[1] } })
    const both = await Promise.all([enter(), enter()])
    expect(both.map((response) => response.status).toSorted()).toEqual([200, 401])
  })

  it('prints no owner’s link any more once an owner was there', async () => {
    expect(await house.runtime.ownerLink()).toBeNull()
  })

  it('ends on the server when signing out', async () => {
    const { earlier: cookie } = await somebody()
    const response = await house.ask('DELETE', '/api/session', { cookie })
    expect([response.status, response.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await house.ask('GET', '/api/session', { cookie })).status).toBe(401)
  })

  it('is over for somebody who was stopped', async () => {
    const { id, earlier: cookie } = await somebody()
    expect((await house.ask('GET', '/api/session', { cookie })).status).toBe(200)
    await house.ask('PATCH', `/api/users/${id}`, { cookie: house.cookies.owner, body: { disabled: true } })
    expect((await house.ask('GET', '/api/session', { cookie })).status).toBe(401)
  })

  it('refuses a cookie that was altered', async () => {
    const [name, value = ''] = house.cookies.owner.split('=')
    for (const forged of [`${name}=${value.slice(1)}`, `${name}=${value.split('.')[0]}`, `${name}=${value.split('.')[0]}.`, `${name}=`, `${name}=${value}x`])
      expect((await house.ask('GET', '/api/session', { cookie: forged })).status).toBe(401)
  })

  it('does not let the last owner lock everybody out', async () => {
    const take = (body: object) => house.ask('PATCH', `/api/users/${house.people.owner}`, { cookie: house.cookies.owner, body })
    expect((await take({ role: 'agent' })).status).toBe(409)
    expect((await take({ disabled: true })).status).toBe(409)
  })
})

describe('a customer the shop vouches for [R13]', () => {
  const secret = 'a secret shared with the shop, long enough'
  const now = () => Math.floor(Date.now() / 1_000)
  const claims = () => ({ sub: 'c-1001', aud: 'floorwalker', jti: crypto.randomUUID(), iat: now(), exp: now() + 300 })
  const start = async (payload: object, key = secret, alg: 'HS256' | 'HS512' = 'HS256') =>
    house.ask('POST', '/v1/conversations', { body: { visitor: { customerToken: await sign({ ...payload }, key, alg) } } })

  it('is one visitor on all devices, and each token counts once', async () => {
    await within({ customerSecret: secret }, async () => {
      const first = claims()
      const one = await start(first)
      const two = await start(claims())
      expect([one.status, two.status]).toEqual([201, 201])
      expect((await read('startConversation', one)).visitorId).toBe((await read('startConversation', two)).visitorId)
      expect((await start(first)).status).toBe(401)
    })
  })

  it('is not believed with any other token', async () => {
    await within({ customerSecret: secret }, async () => {
    const wrong = [
      start({ ...claims(), aud: 'other' }),
      start({ ...claims(), exp: now() - 1 }),
      start({ ...claims(), exp: now() + 3_600 }),
      start({ ...claims(), jti: undefined }),
      start({ ...claims(), iat: now() + 600, exp: now() + 900 }),
      start(claims(), 'another secret, of somebody else entirely'),
      start(claims(), secret, 'HS512'),
    ]
    for (const response of await Promise.all(wrong)) expect(response.status).toBe(401)
    })
  })

  it('is nobody when the shop shares no secret', async () => {
    expect((await start(claims())).status).toBe(401)
  })
})

describe('pages', () => {
  it('may run their own scripts only, and stand in no frame', async () => {
    const response = await house.ask('GET', '/docs/api')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*|http:/)
    expect(await response.text()).not.toMatch(/<script>|\son\w+=|https?:\/\/(?!www\.w3)/)
  })

  it('never leave their folder', async () => {
    for (const path of ['/editor/../../package.json', '/editor/%2e%2e/%2e%2e/package.json', '/editor/..%2f..%2fpackage.json', '/editor/assets/..%2f..%2f..%2fpackage.json', '/docs/api/..%2fpackage.json', '/widget.js/../../package.json']) {
      const text = await (await house.ask('GET', path)).text()
      expect([path, text.includes('"dependencies"')]).toEqual([path, false])
    }
  })
})

describe('the audit', () => {
  it('holds who signed in, who was invited and what was changed, in a whole chain', () =>
    within({}, async () => {
      const cookie = house.cookies.owner
      await house.ask('POST', '/api/flows', { cookie, body: { name: 'Noted' } })
      await house.ask('PATCH', '/api/flows/noted', { cookie, body: { archived: true } })
      await house.ask('PATCH', `/api/users/${house.people.analyst}`, { cookie, body: { role: 'agent' } })
      const { entries } = await read('listAudit', await house.ask('GET', '/api/audit', { cookie }))
      expect(entries.slice(0, 3).map(({ actor, action, target }) => [actor, action, target])).toEqual([
        [house.people.owner, 'person-changed', house.people.analyst],
        [house.people.owner, 'flow-archived', 'noted'],
        [house.people.owner, 'flow-created', 'noted'],
      ])
      expect(entries.map((entry) => entry.action)).toEqual(expect.arrayContaining(['signed-in', 'person-invited', 'flow-published']))
      expect(await house.runtime.store.audit.verify()).toBeNull()
    }))
})

describe('counters', () => {
  it('answer this machine and the metrics token only', async () => {
    await within({ metricsToken: 'a token for the metrics' }, async () => {
      expect((await house.ask('GET', '/metrics')).status).toBe(403)
      expect((await house.ask('GET', '/metrics', { token: 'another token' })).status).toBe(403)
      await house.visit()
      const text = await (await house.ask('GET', '/metrics', { token: 'a token for the metrics' })).text()
      expect(text).toContain('floorwalker_turns_total{outcome="opened"} 1')
    })
  })
})

async function names(): Promise<string[]> {
  return (await house.runtime.store.flows.list()).map((head) => head.id)
}

function guess(email: string, headers: Record<string, string> = {}): Promise<Response> {
  return house.ask('POST', '/api/session', { body: { email, password: 'a wrong password' }, headers })
}

let invited = 0

async function invite() {
  const body = { name: 'Lin', email: `lin-${++invited}@shop.test`, role: 'agent' }
  return read('inviteUser', await house.ask('POST', '/api/users', { cookie: house.cookies.owner, body }))
}

/** Somebody who was invited, came by the link and, if given, set a password. */
async function somebody(password?: string) {
  const { user, link } = await invite()
  const entered = await house.ask('POST', '/api/session/link', { body: { token: link.split('token=')[1] } })
  const whole = entered.headers.get('set-cookie') ?? ''
  const earlier = firstPart(whole)
  const set = password === undefined ? null : await house.ask('PUT', '/api/session/password', { cookie: earlier, body: { next: password } })
  return { id: user.id, email: user.email, whole, earlier, cookie: set ? firstPart(set.headers.get('set-cookie') ?? '') : earlier }
}

function firstPart(cookie: string): string {
  return cookie.split(';')[0] ?? ''
}
