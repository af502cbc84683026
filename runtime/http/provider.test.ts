import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProviderUse } from '../../schemas/provider.ts'
import { startStandIn } from '../provider/testing.ts'
import { read, startTestRuntime, type TestRuntime } from './testing.ts'

let house: TestRuntime
let stand: Awaited<ReturnType<typeof startStandIn>>

beforeAll(async () => {
  house = await startTestRuntime()
  stand = await startStandIn()
  const { store, flows } = house.runtime
  const read = (path: string) => JSON.parse(readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8'))
  const names = ['track-parcel', 'returns', 'storefront']
  const bundle = {
    bundle: 1,
    flows: names.map((name) => read(`flows/${name}.json`)),
    intents: read('library/intents.json'),
    articles: read('library/articles.json'),
    offers: read('library/offers.json'),
  }
  const author = { id: 'test', name: 'Test' }
  await flows.bundles.import(JSON.stringify(bundle), author, false)
  // what others call goes first
  for (const name of names) {
    const { revision } = await flows.drafts.read(name)
    await flows.publisher.publish(name, { revision, hurry: true }, author)
  }
  const entry = await store.flows.entry('storefront')
  if (entry) await store.flows.putEntry({ ...entry, flowId: 'storefront' })
}, 60_000)
afterAll(async () => {
  await house.close()
  await stand.close()
})

async function connect(uses: ProviderUse[]): Promise<void> {
  const body = { enabled: true, url: stand.url, model: 'small', embeddingModel: 'vectors', timeout: 300, uses, key: 'key-secret-1' }
  await read('putProvider', await house.ask('PUT', '/api/provider', { cookie: house.cookies.owner, body }))
}

async function asked(text: string): Promise<string> {
  const { conversationId, token } = await house.visit()
  const body = { id: 'message-1', content: { type: 'text', text } }
  const { messages } = await read('postMessage', await house.ask('POST', `/v1/conversations/${conversationId}/messages`, { token, body }))
  return messages.map(({ content }) => ('text' in content ? content.text : content.type)).join('\n')
}

describe('a visitor, with a model provider connected', () => {
  it('gets the shop’s answer worded to the question, with its source', async () => {
    await connect(['rephrase'])
    const wording = '可以的，签收后 7 天内，商品完好、配件齐全都能无理由退货；定制商品和拆封的香薰蜡烛除外。'
    stand.behave({ reply: wording })
    const answer = await asked('几天内可以退货')
    expect(answer).toContain(wording)
    expect(answer).toContain('（依据：几天内可以退货）')
  })

  it('gets the shop’s own words when it fails, invents, is slow or is switched off', async () => {
    await connect(['rephrase'])
    for (const manner of [{ status: 500 }, { reply: '15 天内都可以退货，不限原因，运费我们出。' }, 'silent', 'cut'] as const) {
      stand.behave(manner)
      const answer = await asked('几天内可以退货')
      expect([manner, answer]).toEqual([manner, expect.stringContaining('7 天内')])
      expect(answer).not.toContain('依据')
    }
    await house.ask('DELETE', '/api/provider', { cookie: house.cookies.owner })
    const before = stand.calls.length
    expect(await asked('几天内可以退货')).toContain('7 天内')
    expect(stand.calls.length).toBe(before)
  })

  it('is understood as before when the judge is down, in time', async () => {
    await connect(['judge', 'embed'])
    stand.behave('silent')
    const began = performance.now()
    expect(await asked('我的快递到哪了')).not.toBe('')
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  it('never has the key in a log, a reply or the audit trail', async () => {
    await connect(['judge'])
    const audit = await house.ask('GET', '/api/audit', { cookie: house.cookies.owner })
    const settings = await house.ask('GET', '/api/provider', { cookie: house.cookies.owner })
    for (const text of [await audit.text(), await settings.text(), house.log.join('\n')]) expect(text).not.toContain('key-secret-1')
    expect((await house.ask('GET', '/api/provider', { cookie: house.cookies.operator })).status).toBe(403)
  })
})
