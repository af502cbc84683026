import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { origin, startTestRuntime, type TestRequest, type TestRuntime, within } from './testing.ts'

let house: TestRuntime
beforeAll(async () => {
  house = await startTestRuntime()
})
afterAll(() => house.close())

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

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused as %s, which a form could send',
    async (type) => {
      const response = await house.ask('POST', '/api/flows', {
        cookie: house.cookies.owner,
        text: JSON.stringify(flow),
        headers: { 'content-type': type },
      })
      expect(response.status).toBe(415)
    },
  )

  it('is accepted from our own pages', async () => {
    const response = await house.ask('POST', '/api/flows', {
      cookie: house.cookies.owner,
      body: flow,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(response.status).toBe(201)
  })

  it('is never allowed by a preflight', async () => {
    const response = await house.ask('OPTIONS', '/api/flows', {
      headers: { origin: 'https://listed.test', 'access-control-request-method': 'POST' },
    })
    expect(response.status).toBe(403)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('compares with the public address when one is set', async () => {
    await within({ publicUrl: 'https://chat.shop.test' }, async (house) => {
      const send = (from: string) =>
        house.ask('POST', '/api/session/link', { body: { token: 'no-such-link-at-all-xx' }, headers: { origin: from } })
      expect((await send(origin)).status).toBe(403)
      expect((await send('https://chat.shop.test')).status).toBe(401)
    })
  })
})

describe('the chat API', () => {
  it('lets a listed site read replies, and no other', async () => {
    const listed = await house.ask('POST', '/v1/conversations', { body: {}, headers: { origin: 'https://listed.test' } })
    expect([listed.status, listed.headers.get('access-control-allow-origin'), listed.headers.get('vary')]).toEqual([
      201,
      'https://listed.test',
      'Origin',
    ])
    expect(listed.headers.has('access-control-allow-credentials')).toBe(false)
    const other = await house.ask('POST', '/v1/conversations', { body: {}, headers: { origin: 'https://other.test' } })
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  it('answers a preflight of a listed site only', async () => {
    const ask = (from: string) =>
      house.ask('OPTIONS', '/v1/conversations', { headers: { origin: from, 'access-control-request-method': 'POST' } })
    const listed = await ask('https://listed.test')
    expect([listed.status, listed.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization, content-type, last-event-id'])
    expect((await ask('https://other.test')).status).toBe(403)
  })

  it('does not begin a conversation of one entry on the site of another', async () => {
    const second = {
      id: 'second',
      flowId: 'welcome',
      name: 'Second',
      look: { shop: 'S', colour: '#000000', letter: 'S' },
      origins: ['https://second.test'],
    }
    await house.ask('PUT', '/api/entries/second', { cookie: house.cookies.owner, body: second })
    const start = (entry: string) => house.ask('POST', '/v1/conversations', { body: { entry }, headers: { origin: 'https://second.test' } })
    expect((await start('second')).status).toBe(201)
    expect((await start('storefront')).status).toBe(403)
  })

  it('hears of a changed list at once', async () => {
    const start = () => house.ask('POST', '/v1/conversations', { body: {}, headers: { origin: 'https://new.test' } })
    expect((await start()).status).toBe(403)
    const entry = await house.runtime.store.flows.entry('storefront')
    await house.ask('PUT', '/api/entries/storefront', { cookie: house.cookies.owner, body: { ...entry, origins: ['https://new.test'] } })
    expect((await start()).status).toBe(201)
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

  it('answer an address that is no text as one that is not there', async () => {
    for (const path of ['/editor/%zz', '/editor/assets/%ff']) expect([path, (await house.ask('GET', path)).status]).toEqual([path, 404])
  })

  it('never leave their folder', async () => {
    for (const path of [
      '/editor/../../package.json',
      '/editor/%2e%2e/%2e%2e/package.json',
      '/editor/..%2f..%2fpackage.json',
      '/editor/assets/..%2f..%2f..%2fpackage.json',
      '/docs/api/..%2fpackage.json',
      '/widget.js/../../package.json',
    ]) {
      const text = await (await house.ask('GET', path)).text()
      expect([path, text.includes('"dependencies"')]).toEqual([path, false])
    }
  })
})

async function names(): Promise<string[]> {
  return (await house.runtime.store.flows.list()).map((head) => head.id)
}
