import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { listen } from './listen.ts'
import { type TestRuntime, within } from './testing.ts'

describe('limits', () => {
  it('stop a visitor who writes more than five messages at once, and let others write on', () =>
    within({ limits: defaultLimits }, async (house) => {
      const hasty = await house.visit()
      const other = await house.visit()
      const replies = []
      for (let id = 0; id < 7; id++) replies.push((await say(house, hasty, id)).status)
      expect(replies).toEqual([200, 200, 200, 200, 200, 429, 429])
      expect(Number((await say(house, hasty, 8)).headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect((await say(house, other, 1)).status).toBe(200)
    }))

  it('count what one visitor is refused against nobody else of the same address', () =>
    within({ limits: defaultLimits }, async (house) => {
      const [flooding, neighbour] = [await house.visit(), await house.visit()]
      for (let id = 0; id < 150; id++) await say(house, flooding, id)
      expect((await say(house, neighbour, 1)).status).toBe(200)
    }))

  it('keep twenty visitors served in time while one address floods', { timeout: 20_000 }, () =>
    within({ limits: defaultLimits, proxies: ['127.0.0.1'] }, async (house) => {
      const server = await listen(house.runtime.app, { host: '127.0.0.1', port: 0, maxConnections: 500 })
      const post = async (path: string, address: string, body: string, token?: string) => {
        const response = await fetch(`${server.url}${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': address,
            ...(token ? { authorization: `Bearer ${token}` } : {}),
          },
          body,
        })
        await response.arrayBuffer()
        return response.status
      }
      let over = false
      const refused = { floods: 0, refusals: 0 }
      const mine = await house.visit()
      const flood = async () => {
        while (!over) {
          const status = await Promise.all([
            post('/v1/conversations', '203.0.113.9', '{}'),
            post(`/v1/conversations/${mine.conversationId}/messages`, '203.0.113.9', 'x'.repeat(20_000), mine.token),
            post(`/v1/conversations/${mine.conversationId}/messages`, '203.0.113.9', '{}', 'no.such.token'),
          ])
          refused.floods += status.length
          refused.refusals += status.filter((each) => each >= 400).length
        }
      }
      const floods = Array.from({ length: 8 }, flood)
      const took: number[] = []
      const honest = async (index: number) => {
        const visit = await house.visit()
        for (let id = 0; id < 4; id++) {
          const began = performance.now()
          const body = JSON.stringify({ id: `message-${id}`, content: { type: 'text', text: '在吗' } })
          const path = `/v1/conversations/${visit.conversationId}/messages`
          expect(await post(path, `198.51.100.${index}`, body, visit.token)).toBe(200)
          took.push(performance.now() - began)
        }
      }
      await Promise.all(Array.from({ length: 20 }, (_, index) => honest(index)))
      over = true
      await Promise.all(floods)
      expect(refused.refusals / refused.floods).toBeGreaterThan(0.5)
      expect(took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.9)]).toBeLessThan(1_000)
      const stopped = server.stop()
      server.cut()
      await stopped
    }),
  )

  it('stop an address that guesses passwords', () =>
    within({ limits: { ...defaultLimits, signInsPerQuarter: 12 } }, async (house) => {
      const statuses = []
      // the four people of the test were signed in from the same address
      for (let tries = 0; tries < 10; tries++) statuses.push((await guess(house, `p${tries}@shop.test`)).status)
      expect(statuses).toEqual([...Array(8).fill(401), 429, 429])
    }))

  it('stop the guessing of one account, from wherever it is tried', () =>
    within({ limits: { ...defaultLimits, signInsPerQuarter: 6 }, proxies: ['0.0.0.0/0'] }, async (house) => {
      const statuses = []
      for (let tries = 0; tries < 8; tries++)
        statuses.push((await guess(house, 'lin@shop.test', { 'x-forwarded-for': `203.0.113.${tries}` })).status)
      expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(6)
      expect(statuses.at(-1)).toBe(429)
    }))
})

function say(house: TestRuntime, to: { conversationId: string; token: string }, id: number): Promise<Response> {
  const body = { id: `message-${id}`, content: { type: 'text', text: '在吗' } }
  return house.ask('POST', `/v1/conversations/${to.conversationId}/messages`, { token: to.token, body })
}

function guess(house: TestRuntime, email: string, headers: Record<string, string> = {}): Promise<Response> {
  return house.ask('POST', '/api/session', { body: { email, password: 'a wrong password' }, headers })
}
