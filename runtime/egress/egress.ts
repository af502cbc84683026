import { lookup as systemLookup } from 'node:dns/promises'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addressKind } from './addresses.ts'

/** Every way a call to somebody else's server can fail. `refused`: by our own rules, nothing was sent. */
export type EgressFailure = 'refused' | 'unreachable' | 'timeout' | 'too-large' | 'too-many-redirects'

export type EgressAnswer =
  | { ok: true; status: number; headers: Record<string, string>; body: Uint8Array }
  | { ok: false; why: EgressFailure }

export interface EgressOptions {
  /** `host:port` that an admin named (`host` alone: its usual ports): may be private and plain http, e.g. the demo shop on loopback. Never a metadata address. */
  named?: readonly string[]
  /** Ports of servers nobody named. */
  ports?: readonly number[]
  timeout?: number
  maxBytes?: number
  /** All addresses of a name; for tests. */
  resolve?: (hostname: string) => Promise<string[]>
}

export interface EgressRequest {
  headers?: Record<string, string>
  signal?: AbortSignal
}

export interface Egress {
  /** GET, redirects followed by hand. Never throws; says no more than what kind of failure it was. */
  get(url: string, request?: EgressRequest): Promise<EgressAnswer>
  /** POST of JSON under the same rules; a redirect is an answer, not followed, so that nothing is sent twice or elsewhere. */
  post(url: string, body: string, request?: EgressRequest): Promise<EgressAnswer>
  close(): void
}

const maxRedirects = 3
/** Left out when a redirect leaves the origin that they were meant for. */
const credentials = new Set(['authorization', 'cookie', 'x-visitor', 'x-shop', 'idempotency-key'])

/**
 * The one way out of this process to addresses that settings or shops name. Literal addresses are checked, and every
 * resolved one at the moment of connecting, and all of it again on each redirect.
 */
export function createEgress(options: EgressOptions = {}): Egress {
  const named = new Set(
    (options.named ?? [])
      .map((each) => each.toLowerCase())
      .flatMap((each) => (/:\d+$/.test(each) ? [each] : [`${each}:80`, `${each}:443`])),
  )
  const rules: Rules = {
    named,
    ports: new Set(options.ports ?? [443]),
    timeout: options.timeout ?? 5_000,
    maxBytes: options.maxBytes ?? 1024 * 1024,
    resolve:
      options.resolve ?? (async (hostname) => (await systemLookup(hostname, { all: true, verbatim: true })).map((each) => each.address)),
    // Own agents: a connection that another guard allowed must not be reused under these rules.
    http: new HttpAgent({ keepAlive: true, maxSockets: 64, timeout: 30_000 }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 64, timeout: 30_000 }),
  }
  return {
    get: (url, request = {}) => follow(url, request, rules),
    async post(address, body, request = {}) {
      const url = URL.parse(address)
      if (!url || refuse(url, rules)) return { ok: false, why: 'refused' }
      const headers = { 'content-type': 'application/json', ...request.headers }
      return once(url, headers, inTime(request, rules), rules, body)
    },
    close() {
      rules.http.destroy()
      rules.https.destroy()
    },
  }
}

interface Rules {
  named: ReadonlySet<string>
  ports: ReadonlySet<number>
  timeout: number
  maxBytes: number
  resolve: (hostname: string) => Promise<string[]>
  http: HttpAgent
  https: HttpsAgent
}

async function follow(address: string, request: EgressRequest, rules: Rules): Promise<EgressAnswer> {
  const signal = inTime(request, rules)
  let headers = request.headers ?? {}
  let url = URL.parse(address)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const refusal = url ? refuse(url, rules) : 'refused'
    if (!url || refusal) return { ok: false, why: 'refused' }
    const answer = await once(url, headers, signal, rules)
    if (!answer.ok || answer.status < 300 || answer.status > 399 || !answer.headers.location) return answer
    const next = URL.parse(answer.headers.location, url.href)
    if (next && next.origin !== url.origin) headers = withoutCredentials(headers)
    url = next
  }
  return { ok: false, why: 'too-many-redirects' }
}

function inTime({ signal }: EgressRequest, rules: Rules): AbortSignal {
  const deadline = AbortSignal.timeout(rules.timeout)
  return signal ? AbortSignal.any([signal, deadline]) : deadline
}

/** What can be said of a URL before any name is resolved. */
function refuse(url: URL, rules: Rules): 'refused' | null {
  const isNamed = rules.named.has(key(url))
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamed)) return 'refused'
  if (url.username || url.password) return 'refused'
  if (!isNamed && !rules.ports.has(portOf(url))) return 'refused'
  const host = bare(url.hostname)
  return isIP(host) && !mayConnect(host, isNamed) ? 'refused' : null
}

function mayConnect(address: string, isNamed: boolean): boolean {
  const kind = addressKind(address)
  return kind === 'public' || (kind === 'private' && isNamed)
}

function once(url: URL, headers: Record<string, string>, signal: AbortSignal, rules: Rules, body?: string): Promise<EgressAnswer> {
  return new Promise((done) => {
    let refused = false
    const fail = (why?: EgressFailure) =>
      done({ ok: false, why: why ?? (refused ? 'refused' : signal.aborted ? 'timeout' : 'unreachable') })
    const guard: LookupFunction = (hostname, how, answer) => {
      rules.resolve(hostname).then(
        (addresses) => {
          // One bad answer condemns the name: the next connection might take it.
          refused = addresses.length === 0 || !addresses.every((address) => mayConnect(address, rules.named.has(key(url))))
          const found = addresses.map((address) => ({ address, family: isIP(address) }))
          const [first] = found
          if (refused || !first) answer(new Error('refused'), [])
          else if (how.all) answer(null, found)
          else answer(null, first.address, first.family)
        },
        (cause: Error) => answer(cause, []),
      )
    }
    const secure = url.protocol === 'https:'
    const call = (secure ? httpsRequest : httpRequest)(url, {
      agent: secure ? rules.https : rules.http,
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...headers },
      lookup: guard,
      signal,
    })
    call.once('error', () => fail())
    call.once('response', (response) => {
      read(response, rules.maxBytes).then(
        (body) => {
          if (body) return done({ ok: true, status: response.statusCode ?? 0, headers: plain(response), body })
          call.destroy()
          fail('too-large')
        },
        () => fail(),
      )
    })
    call.end(body)
  })
}

/** The whole body, or null as soon as it is larger than allowed. */
async function read(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers['content-length']) > maxBytes) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length
    if (size > maxBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function plain(response: IncomingMessage): Record<string, string> {
  const entries = Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')])
  return Object.fromEntries(entries)
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.has(name.toLowerCase())))
}

const portOf = (url: URL) => Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')
/** `host:port` as an admin writes it. */
const key = (url: URL) => `${url.hostname.toLowerCase()}:${portOf(url)}`
