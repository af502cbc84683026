import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../clock.ts'
import { systemIds } from '../ids.ts'
import { openSqlite } from '../store/sqlite.ts'
import { createSessions } from './sessions.ts'
import { read, startTestRuntime, type TestRuntime } from './testing.ts'

let house: TestRuntime
beforeAll(async () => {
  house = await startTestRuntime()
})
afterAll(() => house.close())

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

  it('says so when the database does not answer, and calls no password wrong', async () => {
    const store = openSqlite(':memory:', { clock: systemClock, ids: systemIds })
    const sessions = createSessions({ store, clock: systemClock, secret: 'x'.repeat(43), secure: false })
    const { cookie } = await sessions.signInByLink(await sessions.link((await sessions.awaitedOwner()) ?? ''))
    await store.close()
    const unavailable = expect.objectContaining({ code: 'unavailable', status: 503 })
    await expect(sessions.person(cookie)).rejects.toEqual(unavailable)
    await expect(sessions.signIn('owner@floorwalker.invalid', 'a password of hers')).rejects.toEqual(unavailable)
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
    for (const forged of [
      `${name}=${value.slice(1)}`,
      `${name}=${value.split('.')[0]}`,
      `${name}=${value.split('.')[0]}.`,
      `${name}=`,
      `${name}=${value}x`,
    ])
      expect((await house.ask('GET', '/api/session', { cookie: forged })).status).toBe(401)
  })

  it('does not let the last owner lock everybody out', async () => {
    const take = (body: object) => house.ask('PATCH', `/api/users/${house.people.owner}`, { cookie: house.cookies.owner, body })
    expect((await take({ role: 'agent' })).status).toBe(409)
    expect((await take({ disabled: true })).status).toBe(409)
  })
})

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
