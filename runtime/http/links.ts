import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'

const lifetime = 15 * 60_000

/** One-time links that sign somebody in. */
export interface Links {
  /** A token for a link, 15 minutes long. Only its hash is kept. */
  issue(userId: string): Promise<string>
  /** Spends a token. @returns whose it was; null when it was used, has expired or never was */
  take(token: string): Promise<string | null>
}

export function createLinks(people: Store['people'], clock: Clock): Links {
  return {
    async issue(userId) {
      const token = randomBytes(32).toString('base64url')
      await people.putLink(hashOf(token), userId, clock.now() + lifetime)
      return token
    },
    take: (token) => people.takeLink(hashOf(token), clock.now()),
  }
}

/** The page that takes a token; in the fragment, which no server logs. */
export function linkAddress(base: string, token: string): string {
  return `${base}/editor/welcome#token=${token}`
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
