import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Route } from '../../schemas/api/route.ts'
import { errors } from '../errors.ts'
import { addressKey } from './address.ts'

/** How much each caller may do; `factor` raises all of it, for benches and tests. */
export interface LimitSettings {
  /** 0 = no limits at all. */
  factor: number
  messagesPerMinute: number
  /** Messages that may come at once, within three seconds. */
  messageBurst: number
  conversationsPerHour: number
  uploadsPerHour: number
  signInsPerQuarter: number
  readsPerMinute: number
  /** Many visitors share an address (an office, a phone network): it may do this many times what one visitor may. */
  visitorsPerAddress: number
  visitorsPerEntry: number
}

export const defaultLimits: LimitSettings = {
  factor: 1,
  messagesPerMinute: 20,
  messageBurst: 5,
  conversationsPerHour: 60,
  uploadsPerHour: 30,
  signInsPerQuarter: 10,
  readsPerMinute: 240,
  visitorsPerAddress: 20,
  visitorsPerEntry: 1_000,
}

export interface Caller {
  address: string
  /** The conversation of the visitor's token, or the person's id. */
  token?: string
  entry?: string
}

type LimitName = NonNullable<Route['limit']>

export interface Limits {
  /** @throws AppError 429 with the time to wait */
  take(name: LimitName, caller: Caller): Promise<void>
  /** Tries to get into one account, from wherever they come. @throws AppError 429 */
  takeAccount(account: string): Promise<void>
}

type Limiter = Pick<RateLimiterMemory, 'consume'>

/** Counts in memory, per token, per address (IPv6 by /64) and per entry. Each process counts for itself. */
export function createLimits(settings: LimitSettings): Limits {
  const { factor } = settings
  if (factor === 0) return { take: async () => {}, takeAccount: async () => {} }
  const limiter = (points: number, seconds: number): Limiter =>
    new RateLimiterMemory({ points: Math.max(1, Math.round(points * factor)), duration: seconds })
  const messages = (visitors: number): Limiter[] => [
    limiter(settings.messagesPerMinute * visitors, 60),
    limiter(settings.messageBurst * visitors, 3),
  ]
  const byToken: { [name in LimitName]?: Limiter[] } = {
    message: messages(1),
    upload: [limiter(settings.uploadsPerHour, 3_600)],
    read: [limiter(settings.readsPerMinute, 60)],
  }
  const byAddress: { [name in LimitName]: Limiter[] } = {
    message: messages(settings.visitorsPerAddress),
    conversation: [limiter(settings.conversationsPerHour, 3_600)],
    upload: [limiter(settings.uploadsPerHour * settings.visitorsPerAddress, 3_600)],
    'sign-in': [limiter(settings.signInsPerQuarter, 900)],
    read: [limiter(settings.readsPerMinute * settings.visitorsPerAddress, 60)],
  }
  const byEntry: { [name in LimitName]?: Limiter[] } = { message: messages(settings.visitorsPerEntry) }
  const byAccount = [limiter(settings.signInsPerQuarter, 900)]
  return {
    takeAccount: (account) => takeAll(byAccount, createHash('sha256').update(account.toLowerCase()).digest('base64url')),
    async take(name, caller) {
      // the narrowest first: what one visitor is refused must not count against neighbours of the same address
      if (caller.token !== undefined) await takeAll(byToken[name], caller.token)
      await takeAll(byAddress[name], addressKey(caller.address))
      if (caller.entry !== undefined) await takeAll(byEntry[name], caller.entry)
    },
  }
}

async function takeAll(limiters: Limiter[] | undefined, key: string): Promise<void> {
  if (!limiters) return
  try {
    for (const limiter of limiters) await limiter.consume(key)
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) throw errors.tooMany(thrown.msBeforeNext)
    throw thrown
  }
}
