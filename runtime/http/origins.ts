import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import type { Entry } from '../store/store.ts'
import type { Header } from './headers.ts'

const reloadAfter = 30_000
/** A site that was just allowed need not wait; a flood of unknown ones must not reach the database each time. */
const retryAfter = 2_000

export interface Origins {
  /** Writes to the admin API come from our own pages only. @throws AppError 403 */
  assertSameSite(header: Header): void
  /** Chat API: lets listed sites read the reply. @throws AppError 403 (also by promise) for a site that no entry lists */
  allow(header: Header, replyHeaders: Record<string, string>): void | Promise<void>
  /** A conversation begins on a site that this very entry lists, or on our own pages. @throws AppError 403 */
  assertEntry(entry: Pick<Entry, 'origins'>, origin: string | undefined, host: string | undefined): void
  preflight(header: Header, path: string, methods: string): Promise<Response>
  /** Forgets what it knows of the entries: one was changed. */
  forget(): void
}

/** @param publicUrl where this server is reached from outside; without it, requests are compared with their Host header */
export function createOrigins(publicUrl: string | undefined, entries: () => Promise<Pick<Entry, 'origins'>[]>, clock: Clock): Origins {
  let allowed = new Set<string>()
  let loadedAt = Number.NEGATIVE_INFINITY
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).origin

  const isOwn = (origin: string, host: string | undefined): boolean =>
    own === undefined ? host !== undefined && hostOf(origin) === host : origin === own
  const load = async (): Promise<void> => {
    loadedAt = clock.elapsed()
    allowed = new Set((await entries()).flatMap((entry) => entry.origins.map(originOf)))
  }
  const age = () => clock.elapsed() - loadedAt
  const grant = (origin: string, replyHeaders: Record<string, string>): void => {
    if (!allowed.has(origin)) throw errors.refused('This site is not allowed to use the chat.')
    replyHeaders['access-control-allow-origin'] = origin
    replyHeaders['access-control-expose-headers'] = 'floorwalker-token, retry-after, x-request-id'
    replyHeaders.vary = 'Origin'
  }

  return {
    assertSameSite(header) {
      const site = header('sec-fetch-site')
      const origin = header('origin')
      // browsers leave Sec-Fetch-Site out on plain http; they always send Origin with a write
      if ((site !== undefined && site !== 'same-origin') || origin === undefined || !isOwn(origin, header('host')))
        throw errors.refused('Changes are accepted from the editor’s own pages only.')
    },
    allow(header, replyHeaders) {
      const origin = header('origin')
      if (origin === undefined || isOwn(origin, header('host'))) return
      if (allowed.has(origin) && age() < reloadAfter) return grant(origin, replyHeaders)
      if (age() < retryAfter) return grant(origin, replyHeaders)
      return load().then(() => grant(origin, replyHeaders))
    },
    assertEntry(entry, origin, host) {
      if (origin === undefined || isOwn(origin, host) || entry.origins.some((each) => originOf(each) === origin)) return
      throw errors.refused('This site is not allowed to use this chat.')
    },
    async preflight(header, path, methods) {
      const origin = header('origin')
      if (origin !== undefined && age() > (allowed.has(origin) ? reloadAfter : retryAfter)) await load()
      if (origin === undefined || !path.startsWith('/v1/') || !allowed.has(origin)) return new Response(null, { status: 403 })
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-origin': origin,
          'access-control-allow-methods': methods,
          'access-control-allow-headers': 'authorization, content-type, last-event-id',
          'access-control-max-age': '600',
          vary: 'Origin',
        },
      })
    },
    forget() {
      loadedAt = Number.NEGATIVE_INFINITY
    },
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
