import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { sign } from 'hono/jwt'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../clock.ts'
import { createTokens, toKeys } from './tokens.ts'

const secret = 'a secret of this installation, long enough'
const start = Date.parse('2026-11-20T08:00:00Z')
const visitor = { visitorId: 'visitor-1', conversationId: 'conversation-1', entry: 'storefront' }

describe('visitor tokens', () => {
  it('let the visitor they were signed for into one conversation', async () => {
    const { tokens } = house()
    const token = await tokens.issue(visitor)
    expect(await tokens.visitor(token)).toEqual({ kind: 'visitor', ...visitor })
    expect(tokens.visitor(token)).toEqual({ kind: 'visitor', ...visitor })
  })

  it('end thirty days after the last visit, also when they are remembered', async () => {
    const { tokens, clock } = house()
    const token = await tokens.issue(visitor)
    await tokens.visitor(token)
    clock.at += 30 * day - 1_000
    expect(await tokens.visitor(token)).toMatchObject(visitor)
    clock.at += 2_000
    await expect((async () => tokens.visitor(token))()).rejects.toThrow('The token')
  })

  it('are renewed after a day, so that thirty days count from the last visit', async () => {
    const { tokens, clock } = house()
    const token = await tokens.issue(visitor)
    await tokens.visitor(token)
    expect(tokens.renewed(token)).toBeNull()
    clock.at += day + 2_000
    const fresh = await tokens.renewed(token)
    clock.at += 29.5 * day
    expect(await tokens.visitor(fresh ?? '')).toMatchObject(visitor)
    await expect((async () => tokens.visitor(token))()).rejects.toThrow('The token')
  })

  it('hold over a change of the key as long as the old one is named', async () => {
    const { tokens } = house()
    const token = await tokens.issue(visitor)
    expect(await house(['a new secret of this installation, long', secret]).tokens.visitor(token)).toMatchObject(visitor)
    await expect((async () => house(['a new secret of this installation, long']).tokens.visitor(token))()).rejects.toThrow('The token')
  })

  it('are never accepted when mutated: 10,000 of 10,000 are refused [T-S1]', async () => {
    const { tokens } = house()
    const token = await tokens.issue(visitor)
    const forgeries = new Set([...(await handmade(token)), ...flipped(token), ...sampled(token)])
    forgeries.delete(token)
    const tried = [...forgeries].slice(0, 10_000)
    expect(tried).toHaveLength(10_000)
    const accepted: string[] = []
    for (const forgery of tried)
      await Promise.resolve()
        .then(() => tokens.visitor(forgery))
        .then(
          () => accepted.push(forgery),
          () => {},
        )
    expect(accepted).toEqual([])
    expect(await tokens.visitor(token)).toMatchObject(visitor)
  })

  it('of 200 visitors open 200 conversations and none of the 39,800 others [T-S1]', async () => {
    const { tokens } = house()
    const visitors = Array.from({ length: 200 }, (_, index) => ({
      visitorId: `v${index}`,
      conversationId: `c${index}`,
      entry: 'storefront',
    }))
    const issued = await Promise.all(visitors.map((each) => tokens.issue(each)))
    let crossed = 0
    for (const [index, token] of issued.entries()) {
      const { conversationId } = await tokens.visitor(token)
      crossed += visitors.filter((each, other) => other !== index && each.conversationId === conversationId).length
    }
    expect(crossed).toBe(0)
  })
})

const day = 24 * 3_600_000

function house(secrets: [string, ...string[]] = [secret]) {
  const clock: Clock & { at: number } = { at: start, now: () => clock.at, elapsed: () => clock.at }
  return { tokens: createTokens(toKeys(secrets, 'visitor'), clock), clock }
}

/** What people who know JWTs try first. */
async function handmade(token: string): Promise<string[]> {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const { key } = toKeys([secret], 'visitor').signing
  const right = { kty: 'oct', alg: 'HS256', k: key, kid }
  const foreign = toKeys(['another secret, of another installation'], 'visitor').signing
  const other = toKeys([secret], 'session').signing
  const now = start / 1_000
  const signedRight = (changed: object) => sign({ ...claims, ...changed }, right, 'HS256')
  return [
    '',
    '.',
    '..',
    `${header}.${payload}`,
    `${header}.${payload}.`,
    `.${payload}.${signature}`,
    `${header}..${signature}`,
    `${token}.${signature}`,
    `${token}=`,
    ` ${token}`,
    `${token}\n`,
    ...['none', 'None', 'NONE', 'nOnE', 'HS384', 'HS512', 'RS256', 'ES256', 'PS256', 'EdDSA', '', null, 1].flatMap((alg) => [
      `${part({ alg, typ: 'JWT', kid })}.${payload}.`,
      `${part({ alg, typ: 'JWT', kid })}.${payload}.${signature}`,
    ]),
    ...['', 'other', '__proto__', 'constructor', '../../etc/passwd', "' or 1=1 --", null, 0, {}].map(
      (each) => `${part({ alg: 'HS256', typ: 'JWT', kid: each })}.${payload}.${signature}`,
    ),
    `${part({ alg: 'HS256', typ: 'JWT', kid, crit: ['exp'] })}.${payload}.${signature}`,
    `${part({ alg: 'HS256', typ: 'JWT', kid, jwk: { kty: 'oct', k: 'AAAA' } })}.${payload}.${signature}`,
    `${header}.${part({ ...claims, cid: 'conversation-2' })}.${signature}`,
    `${header}.${part({ ...claims, exp: claims.exp + 1 })}.${signature}`,
    await sign(claims, { kty: 'oct', alg: 'HS256', k: foreign.key, kid: foreign.kid }, 'HS256'),
    await sign(claims, { kty: 'oct', alg: 'HS256', k: foreign.key, kid }, 'HS256'),
    await sign(claims, { kty: 'oct', alg: 'HS256', k: other.key, kid }, 'HS256'),
    await sign(claims, { ...right, alg: 'HS512' }, 'HS512'),
    // signed by our own key, but saying something that we never sign
    await signedRight({ exp: now }),
    await signedRight({ exp: now - 1 }),
    await signedRight({ exp: undefined }),
    await signedRight({ exp: 'never' }),
    await signedRight({ exp: Number.POSITIVE_INFINITY }),
    await signedRight({ aud: 'floorwalker' }),
    await signedRight({ aud: ['floorwalker-visitor'] }),
    await signedRight({ aud: undefined }),
    await signedRight({ cid: '' }),
    await signedRight({ cid: undefined }),
    await signedRight({ sub: 7 }),
    await signedRight({ role: 'owner' }),
    `${header}.${payload}.${createHmac('sha512', Buffer.from(key, 'base64url')).update(`${header}.${payload}`).digest('base64url')}`,
    `${header}.${payload}.${createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url')}`,
  ]
}

/** Every letter of the token replaced by a few others, so also the spare bits of the last one; every truncation. */
function flipped(token: string): string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return Array.from(token).flatMap((letter, index) => {
    const isLast = index === token.length - 1
    const others = Array.from(
      isLast ? alphabet : `${alphabet[(alphabet.indexOf(letter) + 1) % 64]}${alphabet[(alphabet.indexOf(letter) + 32) % 64]}=. é`,
    )
    return [token.slice(0, index), ...others.map((other) => token.slice(0, index) + other + token.slice(index + 1))]
  })
}

function sampled(token: string): string[] {
  const splice = fc
    .tuple(fc.nat(token.length), fc.nat(12), fc.string({ maxLength: 12 }))
    .map(([at, drop, put]) => token.slice(0, at) + put + token.slice(at + drop))
  return [...fc.sample(splice, { numRuns: 12_000, seed: 7 }), ...fc.sample(fc.string({ maxLength: 300 }), { numRuns: 1_000, seed: 7 })]
}
