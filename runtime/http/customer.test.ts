import { sign } from 'hono/jwt'
import { describe, expect, it } from 'vitest'
import { read, type TestRuntime, within } from './testing.ts'

describe('a customer the shop vouches for [R13]', () => {
  const secret = 'a secret shared with the shop, long enough'
  const now = () => Math.floor(Date.now() / 1_000)
  const claims = () => ({ sub: 'c-1001', aud: 'floorwalker', jti: crypto.randomUUID(), iat: now(), exp: now() + 300 })
  const begin = async (house: TestRuntime, payload: object, key = secret, alg: 'HS256' | 'HS512' = 'HS256') =>
    house.ask('POST', '/v1/conversations', { body: { visitor: { customerToken: await sign({ ...payload }, key, alg) } } })

  it('is one visitor on all devices, and each token counts once', async () => {
    await within({ customerSecret: secret }, async (house) => {
      const start = (payload: object) => begin(house, payload)
      const first = claims()
      const one = await start(first)
      const two = await start(claims())
      expect([one.status, two.status]).toEqual([201, 201])
      expect((await read('startConversation', one)).visitorId).toBe((await read('startConversation', two)).visitorId)
      expect((await start(first)).status).toBe(401)
    })
  })

  it('is not believed with any other token', async () => {
    await within({ customerSecret: secret }, async (house) => {
      const start = (...sent: [payload: object, key?: string, alg?: 'HS512']) => begin(house, ...sent)
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
    await within({}, async (house) => expect((await begin(house, claims())).status).toBe(401))
  })
})
