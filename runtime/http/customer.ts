import { createHash, createHmac } from 'node:crypto'
import { verify } from 'hono/jwt'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'

const longestLife = 600
const claims = z.object({
  sub: z.string().min(1).max(200),
  aud: z.literal('floorwalker'),
  jti: z.string().min(8).max(200),
  iat: z.int(),
  exp: z.int(),
})

/** How a shop vouches for its signed-in customer. */
export interface CustomerTokens {
  /** Takes a token, which is thereby spent. @throws AppError 401 */
  take(token: string): Promise<{ customerId: string; visitorId: string }>
}

export interface CustomerSettings {
  /** Shared with the shop; without it no token is accepted. */
  secret: string | undefined
  /** Makes the visitor id of a customer: the same on each of their devices, and no hint of the customer's id. */
  visitorKey: string
  /** Remembers a token id until it has expired; false when it was there already. */
  spend(id: string, until: number): Promise<boolean>
}

/** HS256 only, for us, at most ten minutes long, each token once. */
export function createCustomerTokens(settings: CustomerSettings, clock: Clock): CustomerTokens {
  return {
    async take(token) {
      const { secret } = settings
      if (secret === undefined) throw refusal()
      const payload = claims.safeParse(
        await verify(
          token,
          { kty: 'oct', alg: 'HS256', k: Buffer.from(secret).toString('base64url') },
          { alg: 'HS256', exp: false, iat: false, nbf: false },
        ).catch(() => null),
      )
      if (!payload.success) throw refusal()
      const { sub, jti, iat, exp } = payload.data
      const now = Math.floor(clock.now() / 1_000)
      // the shop's clock may be a minute ahead of ours
      if (exp <= now || iat > now + 60 || exp - iat > longestLife || exp > now + longestLife + 60) throw refusal()
      if (!(await settings.spend(createHash('sha256').update(jti).digest('base64url'), exp * 1_000))) throw refusal()
      return { customerId: sub, visitorId: createHmac('sha256', settings.visitorKey).update(sub).digest('base64url').slice(0, 22) }
    },
  }
}

function refusal() {
  return errors.unauthenticated('The customer token is expired, spent or not valid here.')
}
