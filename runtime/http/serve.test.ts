import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemDocument } from '../../schemas/api/problem-document.ts'
import { type Route, route } from '../../schemas/api/route.ts'
import { systemClock } from '../clock.ts'
import { createLog } from '../log.ts'
import { createAddresses } from './address.ts'
import { createAdmission } from './admission.ts'
import { createLimits, defaultLimits } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { createOrigins } from './origins.ts'
import { refuseAll, registerRoutes, type ServeParts } from './serve.ts'
import { createStreams } from './stream.ts'

const echo = route({
  method: 'POST',
  path: '/v1/echo/{id}',
  access: 'public',
  owner: 'none',
  summary: 'Says it back.',
  maxBody: 200,
  query: z.object({ times: z.coerce.number().int().max(3).default(1) }).strict(),
  body: z.object({ word: z.string().max(20), deep: z.array(z.object({ kind: z.enum(['a', 'b']) }).strict()).optional() }).strict(),
  reply: z.object({ said: z.string() }),
})

describe('a route of the table', () => {
  it('answers a right request with its reply', async () => {
    const response = await post(
      appOf(echo, ({ body, query }) => ({ said: body.word.repeat(query.times) })),
      '/v1/echo/1?times=2',
      '{"word":"ha"}',
    )
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ said: 'haha' })
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['another type of body', 'word=ha', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'media-type', []],
    ['a body without a type', '{"word":"ha"}', {}, 415, 'media-type', []],
    ['a form that claims to be JSON', '--x', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'media-type', []],
    ['a foreign character set', '{"word":"ha"}', { 'content-type': 'application/json; charset=gbk' }, 415, 'media-type', []],
    ['a compressed body', '{"word":"ha"}', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 415, 'media-type', []],
    ['no JSON', '{"word":', undefined, 400, 'malformed', ['']],
    ['nothing', '', undefined, 400, 'malformed', ['']],
    ['a key twice', '{"word":"a","word":"b"}', undefined, 400, 'malformed', ['/word']],
    ['a prototype', '{"word":"a","__proto__":{}}', undefined, 400, 'malformed', ['/__proto__']],
    ['too deep a document', '['.repeat(70) + ']'.repeat(70), undefined, 400, 'malformed', [`/${Array(64).fill(0).join('/')}`]],
    ['too many bytes', JSON.stringify({ word: 'x'.repeat(300) }), undefined, 413, 'too-large', []],
    ['an unknown field', '{"word":"a","role":"owner"}', undefined, 422, 'invalid', ['/role']],
    ['a missing field', '{}', undefined, 422, 'invalid', ['/word']],
    ['a wrong field deep inside', '{"word":"a","deep":[{"kind":"a"},{"kind":"z"}]}', undefined, 422, 'invalid', ['/deep/1/kind']],
  ])('refuses %s with a problem document that names the place', async (_what, body, headers, status, code, paths) => {
    const response = await post(
      appOf(echo, () => ({ said: '' })),
      '/v1/echo/1',
      body,
      headers,
    )
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const document = problemDocument.parse(await response.json())
    expect(document).toMatchObject({ status, code })
    expect((document.problems ?? []).map((problem) => problem.path)).toEqual(paths)
  })

  it('stops reading a body that has no declared length when it grows too large', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100
        controller.enqueue(new Uint8Array(100).fill(0x20))
      },
    })
    const request = new Request('http://shop.test/v1/echo/1', {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    })
    const response = await appOf(echo, () => ({ said: '' })).request(request)
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(1_000)
  })

  it.each([
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400],
    ['a byte order mark', new TextEncoder().encode('\ufeff{"word":"a"}'), 400],
  ])('refuses %s', async (_what, body, status) => {
    expect(
      (
        await post(
          appOf(echo, () => ({ said: '' })),
          '/v1/echo/1',
          body,
        )
      ).status,
    ).toBe(status)
  })

  it.each(['times=9', 'times=1&times=2', 'debug=1', 'times=x'])('refuses the query %s', async (query) => {
    const response = await post(
      appOf(echo, () => ({ said: '' })),
      `/v1/echo/1?${query}`,
      '{"word":"a"}',
    )
    expect(response.status).toBe(422)
  })

  it('takes a document that is too deep for the machine as the sender’s fault', async () => {
    const response = await post(
      appOf(echo, () => dig(0)),
      '/v1/echo/1',
      '{"word":"a"}',
    )
    expect(response.status).toBe(422)
  })

  it('says nothing of an unexpected error but that it happened', async () => {
    const app = appOf(echo, () => {
      throw new Error('SELECT secret FROM users: 13800138000')
    })
    const response = await post(app, '/v1/echo/1', '{"word":"a"}')
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).not.toMatch(/secret|13800138000|at .*\.ts/)
    expect(problemDocument.parse(JSON.parse(text)).instance).toBe(`urn:request:${response.headers.get('x-request-id')}`)
  })

  it('names the right methods to who comes with a wrong one', async () => {
    const response = await appOf(echo, () => ({ said: '' })).request('/v1/echo/1', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('answers an unknown address with a problem document', async () => {
    const response = await appOf(echo, () => ({ said: '' })).request('/v1/nothing')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('does not look for ids that cannot be ids', async () => {
    let asked = 0
    const app = appOf(echo, () => ({ said: String(asked++) }))
    for (const id of ['%2e%2e%2f', 'a%00b', 'x'.repeat(129), '%F0%9F%98%80'])
      expect((await post(app, `/v1/echo/${id}`, '{"word":"a"}')).status).toBe(404)
    expect(asked).toBe(0)
  })
})

describe('the router', () => {
  const bad: [string, Partial<Record<keyof Route, unknown>>][] = [
    ['access', { access: undefined }],
    ['any role', { access: [] }],
    ['an owner rule', { owner: undefined }],
    ['a conversation in a visitor’s route', { access: 'visitor', owner: 'none' }],
    ['an id in a visitor’s path', { access: 'visitor', owner: 'conversation', path: '/v1/echo' }],
    ['a visitor, though it is for the token’s conversation', { access: 'public', owner: 'token' }],
    ['a role below /api', { path: '/api/echo' }],
  ]
  it.each(bad)('does not start with a route that lacks %s', (_what, change) => {
    // a table from outside the compiler's reach
    const table = { echo: { ...echo, ...change } } as unknown as Record<string, Route>
    expect(() => registerRoutes(new Hono(), table, { echo: () => ({}) }, partsOf())).toThrow(/^Route echo/)
  })

  it('does not start with a route that has no handler', () => {
    expect(() => registerRoutes(new Hono(), { echo }, {}, partsOf())).toThrow('Route echo has no handler.')
  })
})

function dig(depth: number): never {
  return dig(depth + 1)
}

type Echo = (call: { body: { word: string }; query: { times: number } }) => unknown

function appOf(table: Route, handler: Echo): Hono {
  const app = new Hono()
  const parts = partsOf()
  registerRoutes(app, { echo: table }, { echo: handler }, parts)
  refuseAll(app, parts)
  return app
}

function partsOf(): ServeParts {
  const clock = systemClock
  return {
    access: {
      visitor: () => {
        throw new Error('nobody comes in')
      },
      renewed: () => null,
      person: async () => null,
    },
    addresses: createAddresses([]),
    admission: createAdmission(clock, 100),
    clock,
    limits: createLimits(defaultLimits),
    log: createLog('silent'),
    metrics: createMetrics({ jobs: async () => ({ waiting: 0, dead: 0 }), streams: () => 0, inFlight: () => 0 }, { process: false }),
    origins: createOrigins(undefined, async () => [], clock),
    streams: createStreams(clock, { perAddress: 64, stuckAfter: 30_000, longest: 60_000 }),
    requestId: () => 'r1',
    checkReplies: true,
    isClosing: () => false,
  }
}

function post(
  app: Hono,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return app.request(path, { method: 'POST', body: bytes, headers: { ...headers, 'content-length': String(bytes.length) } })
}
