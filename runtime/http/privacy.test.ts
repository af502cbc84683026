import { describe, expect, it } from 'vitest'
import type { ShopConnector } from '../shop/connector.ts'
import { startTestRuntime } from './testing.ts'

/** Unlike any word of the product; stands in everything a person or a secret could leave behind. */
const canaries = {
  text: 'CANARYTEXT9f',
  name: 'CANARYNAME9f',
  password: 'CANARYPASSWORD9f',
  secret: 'CANARYSECRET9f-0123456789-0123456789',
  metrics: 'CANARYMETRICS9f-0123',
  shop: 'CANARYSHOP9f',
}

describe('what is secret or personal', () => {
  it('stands in no log line, counter or refusal, whatever goes wrong [T-S8]', async () => {
    const failing = async (): Promise<never> => {
      throw new Error(`the shop said:\n${canaries.shop} ${canaries.text}`)
    }
    const shop: ShopConnector = { order: failing, recentOrders: failing, parcel: failing, products: failing }
    const house = await startTestRuntime({
      shop,
      settings: { secrets: [canaries.secret], customerSecret: canaries.secret, metricsToken: canaries.metrics },
    })
    const replies: string[] = []
    const keep = async (response: Response) => {
      replies.push(`${await response.text()} ${JSON.stringify([...response.headers].filter(([name]) => name !== 'set-cookie'))}`)
    }
    const visit = await house.visit({ visitor: { name: canaries.name } })
    const path = `/v1/conversations/${visit.conversationId}/messages`
    const say = (id: string, content: unknown) => house.ask('POST', path, { token: visit.token, body: { id, content } })
    await say('message-1', { type: 'text', text: canaries.text })
    await keep(await say('message-1', { type: 'text', text: `${canaries.text} otherwise` }))
    await keep(await say('message-2', { type: canaries.text, text: canaries.text }))
    await keep(await house.ask('POST', path, { token: visit.token, text: `{"${canaries.text}` }))
    await keep(await house.ask('POST', path, { token: `${visit.token}${canaries.text}`, body: {} }))
    await keep(await house.ask('GET', `/v1/conversations/${canaries.text}/messages`, { token: visit.token }))
    await keep(await house.ask('POST', '/api/session', { body: { email: 'nobody@shop.test', password: canaries.password } }))
    await keep(await house.ask('POST', '/api/session', { body: { email: canaries.text, password: canaries.password } }))
    await keep(
      await house.ask('PUT', '/api/session/password', {
        cookie: house.cookies.agent,
        body: { next: canaries.password, current: canaries.password, surplus: canaries.text },
      }),
    )
    await keep(await house.ask('GET', '/metrics', { token: canaries.metrics.slice(0, -1) }))

    // the database fails in the middle of a request, with the visitor's words in its message
    const { conversations } = house.runtime.store
    const { load } = conversations
    conversations.load = async () => {
      throw new Error(`Failed query: select\nparams: ${canaries.text},${canaries.name}`)
    }
    await keep(await say('message-3', { type: 'text', text: canaries.text }))
    await keep(await house.ask('GET', path, { token: visit.token }))
    conversations.load = load

    const counters = await (await house.ask('GET', '/metrics', { token: canaries.metrics })).text()
    await house.close()
    const lines = house.log.join('')
    expect(lines).toContain('"route":"postMessage"')
    expect(lines).toContain('Failed query: select')
    const tokens = [visit.token, ...Object.values(house.cookies).map((cookie) => cookie.split('=')[1] ?? '')]
    for (const canary of [...Object.values(canaries), ...tokens]) {
      expect([canary, lines.includes(canary)]).toEqual([canary, false])
      expect([canary, counters.includes(canary)]).toEqual([canary, false])
    }
    // a refusal may name the field or id that its sender wrote, but nothing else
    for (const canary of [canaries.secret, canaries.metrics, canaries.password, canaries.name, canaries.shop, ...tokens])
      expect(replies.filter((reply) => reply.includes(canary))).toEqual([])
    expect(replies.filter((reply) => /at .*\.ts|node_modules|SELECT|select|params/.test(reply))).toEqual([])
  })
})
