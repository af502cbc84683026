import { describe, expect, it } from 'vitest'
import { defaultLimits } from './limits.ts'
import { type TestRuntime, within } from './testing.ts'

describe('limits', () => {
  it('stop a visitor who writes more than five messages at once, and let others write on', () =>
    within({ limits: defaultLimits }, async (house) => {
      const hasty = await house.visit()
      const other = await house.visit()
      const say = (to: { conversationId: string; token: string }, id: number) =>
        house.ask('POST', `/v1/conversations/${to.conversationId}/messages`, {
          token: to.token,
          body: { id: `message-${id}`, content: { type: 'text', text: '在吗' } },
        })
      const replies = []
      for (let id = 0; id < 7; id++) replies.push((await say(hasty, id)).status)
      expect(replies).toEqual([200, 200, 200, 200, 200, 429, 429])
      expect(Number((await say(hasty, 8)).headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect((await say(other, 1)).status).toBe(200)
    }))

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

function guess(house: TestRuntime, email: string, headers: Record<string, string> = {}): Promise<Response> {
  return house.ask('POST', '/api/session', { body: { email, password: 'a wrong password' }, headers })
}
