import { describe, expect, it } from 'vitest'
import { read, within } from './testing.ts'

describe('the audit', () => {
  it('holds who signed in, who was invited and what was changed, in a whole chain', () =>
    within({}, async (house) => {
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
    await within({ metricsToken: 'a token for the metrics' }, async (house) => {
      expect((await house.ask('GET', '/metrics')).status).toBe(403)
      expect((await house.ask('GET', '/metrics', { token: 'another token' })).status).toBe(403)
      await house.visit()
      const text = await (await house.ask('GET', '/metrics', { token: 'a token for the metrics' })).text()
      expect(text).toContain('floorwalker_turns_total{outcome="opened"} 1')
    })
  })
})
