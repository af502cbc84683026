import { afterEach, describe, expect, it, vi } from 'vitest'
import { routes } from '../schemas/api/index.ts'
import { addressOf, CallError, call, whenSignedOut } from './call.ts'

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const fetch = vi.fn(
    async (_address: string, _request: RequestInit) => new Response(body === undefined ? null : JSON.stringify(body), { status, headers }),
  )
  vi.stubGlobal('fetch', fetch)
  return fetch
}

afterEach(() => {
  vi.unstubAllGlobals()
  whenSignedOut(() => {})
})

describe('calling the server', () => {
  it('fills the path and the query, each part encoded', () => {
    expect(addressOf(routes.readVersion, { params: { flow: 'a b/c', number: '3' } })).toBe('/api/flows/a%20b%2Fc/versions/3')
    expect(addressOf(routes.listEdits, { params: { flow: 'f' }, query: { after: 7 } })).toBe('/api/flows/f/draft/edits?after=7')
    expect(addressOf(routes.exportBundle, { query: { flow: undefined } })).toBe('/api/export')
  })

  it('sends JSON to its own origin and never follows elsewhere', async () => {
    const fetch = answer(201, { id: 'f' })
    await call('createFlow', { body: { name: '查物流' } })
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'error',
      body: '{"name":"查物流"}',
      headers: { 'content-type': 'application/json' },
    })
  })

  it('turns a problem document into an error with its code and problems', async () => {
    answer(422, { code: 'invalid', detail: 'not valid', problems: [{ path: '/name', code: 'value-missing', message: 'missing' }] })
    await expect(call('createFlow', { body: { name: '' } })).rejects.toMatchObject({
      code: 'invalid',
      status: 422,
      problems: [{ path: '/name' }],
      passing: false,
    })
  })

  it('tells an outage from a refusal, so that only an outage is tried again', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed to fetch')
    })
    const offline = await call('listFlows').catch((error: unknown) => error)
    expect(offline).toMatchObject({ code: 'offline', status: 0, passing: true })
    answer(503, { code: 'unavailable' }, { 'retry-after': '2' })
    await expect(call('listFlows')).rejects.toMatchObject({ passing: true, retryAfter: 2_000 })
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }))
    await expect(call('listFlows')).rejects.toMatchObject({ code: 'unexpected', status: 502 })
  })

  it('says once that the session is over, but not when the question was who is there', async () => {
    const out = vi.fn()
    whenSignedOut(out)
    answer(401, { code: 'unauthenticated' })
    await expect(call('readSession')).rejects.toBeInstanceOf(CallError)
    await expect(call('signIn', { body: { email: 'a@b.cn', password: 'x' } })).rejects.toBeInstanceOf(CallError)
    expect(out).not.toHaveBeenCalled()
    await expect(call('listFlows')).rejects.toBeInstanceOf(CallError)
    expect(out).toHaveBeenCalledOnce()
  })

  it('answers nothing where the route answers nothing', async () => {
    answer(204, undefined)
    expect(await call('signOut')).toBeUndefined()
  })
})
