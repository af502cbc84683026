import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { decode, sign, verify } from 'hono/jwt'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Visitor } from './handler.ts'

const audience = 'floorwalker-visitor'
const lifetimeSeconds = 30 * 24 * 3_600
/** A token older than this is replaced in the reply, so that thirty days count from the last visit. */
const renewAfterSeconds = 24 * 3_600
const cacheSize = 20_000

/** Keys (base64url) by id; the first one signs, all of them verify, so a key can be replaced without throwing visitors out. */
export interface SigningKeys {
  signing: { kid: string; key: string }
  byKid: ReadonlyMap<string, string>
}

export interface Tokens {
  issue(visitor: Omit<Visitor, 'kind'>): Promise<string>
  /** The visitor, at once when the token was seen before. @throws AppError 401 for whatever is not a valid token of ours */
  visitor(token: string): Visitor | Promise<Visitor>
  /** A fresh token when this one, which must be valid, is more than a day old; else null. */
  renewed(token: string): Promise<string> | null
}

interface Known {
  visitor: Visitor
  issuedAt: number
  expiresAt: number
}

const claims = z
  .object({ sub: z.string().min(1), cid: z.string().min(1), ent: z.string(), aud: z.literal(audience), iat: z.int(), exp: z.int() })
  .strict()

/** Signed conversation tokens: HS256 and nothing else, bound to one conversation, 30 days from the last visit. */
export function createTokens(keys: SigningKeys, clock: Clock): Tokens {
  const known = new Map<string, Known>()
  const seconds = () => Math.floor(clock.now() / 1_000)

  const check = async (token: string): Promise<Known> => {
    const key = keys.byKid.get(kidOf(token))
    if (key === undefined || !isCanonical(token)) throw refusal()
    // times are checked below, by our own clock
    const payload = claims.safeParse(
      await verify(token, jwk(key), { alg: 'HS256', aud: audience, exp: false, iat: false, nbf: false }).catch(() => null),
    )
    if (!payload.success) throw refusal()
    const { sub, cid, ent, iat, exp } = payload.data
    return { visitor: { kind: 'visitor', visitorId: sub, conversationId: cid, entry: ent }, issuedAt: iat, expiresAt: exp }
  }

  const remember = (token: string, entry: Known): void => {
    if (known.size >= cacheSize) {
      const oldest = known.keys().next()
      if (!oldest.done) known.delete(oldest.value)
    }
    known.set(token, entry)
  }

  const current = (entry: Known): Visitor => {
    if (entry.expiresAt <= seconds()) throw refusal()
    return entry.visitor
  }

  const issue = async ({ visitorId, conversationId, entry }: Omit<Visitor, 'kind'>): Promise<string> => {
    const now = seconds()
    const payload = { sub: visitorId, cid: conversationId, ent: entry, aud: audience, iat: now, exp: now + lifetimeSeconds }
    return sign(payload, { ...jwk(keys.signing.key), kid: keys.signing.kid }, 'HS256')
  }

  return {
    issue,
    visitor(token) {
      const seen = known.get(token)
      if (seen) return current(seen)
      return check(token).then((entry) => {
        const visitor = current(entry)
        remember(token, entry)
        return visitor
      })
    },
    renewed(token) {
      const seen = known.get(token)
      return seen && seconds() - seen.issuedAt > renewAfterSeconds ? issue(seen.visitor) : null
    },
  }
}

/** Secrets that all keys are derived from, newest first: the setting's (`FLOORWALKER_SECRET`) or one the server made and keeps. */
export async function rootSecrets(secrets: readonly string[], settings: Store['settings']): Promise<[string, ...string[]]> {
  const [first, ...rest] = secrets
  if (first !== undefined) return [first, ...rest]
  return [
    z
      .string()
      .min(43)
      .parse(await settings.putIfAbsent('root-secret', randomBytes(32).toString('base64url'))),
  ]
}

export function toKeys(secrets: readonly [string, ...string[]], purpose: string): SigningKeys {
  const derive = (secret: string) => {
    const key = deriveKey(secret, purpose)
    return { kid: createHash('sha256').update(key).digest('base64url').slice(0, 8), key }
  }
  const all = secrets.map(derive)
  return { signing: derive(secrets[0]), byKid: new Map(all.map(({ kid, key }) => [kid, key])) }
}

/** A key of its own for each purpose, so that no token of one kind is ever valid as another. */
export function deriveKey(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'floorwalker', purpose, 32)).toString('base64url')
}

function jwk(key: string) {
  return { kty: 'oct', alg: 'HS256', k: key }
}

function kidOf(token: string): string {
  try {
    const { header } = decode(token)
    return typeof header === 'object' && 'kid' in header && typeof header.kid === 'string' ? header.kid : ''
  } catch {
    return ''
  }
}

/** base64url has spare bits in its last letter: only the one spelling we wrote is accepted. */
function isCanonical(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1)
  return token.length < 2_000 && Buffer.from(signature, 'base64url').toString('base64url') === signature
}

function refusal() {
  return errors.unauthenticated('The token is missing, expired or not valid here.')
}
