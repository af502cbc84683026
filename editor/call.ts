import type { z } from 'zod'
import { type RouteName, type Routes, routes } from '../schemas/api/index.ts'
import type { ProblemDocument } from '../schemas/api/problem-document.ts'
import type { Body, Parameters, Query, Reply, Route } from '../schemas/api/route.ts'

type Nothing = Record<never, never>
type WithParams<R extends Route> = keyof Parameters<R> extends never ? Nothing : { params: Parameters<R> }
type WithBody<R extends Route> = R['body'] extends z.ZodType ? { body: Body<R> } : Nothing
type WithQuery<R extends Route> = R['query'] extends z.ZodType ? { query?: Query<R> } : Nothing

/** What a call to the route needs: its path parameters, body and query, as the route table declares them. */
export type CallInput<R extends Route> = WithParams<R> & WithBody<R> & WithQuery<R> & { signal?: AbortSignal; timeout?: number }

type Optional<Input> = Nothing extends Input ? [input?: Input] : [input: Input]

/** Calls a route by its name; the reply is typed by the route table. Throws `CallError`. */
export async function call<Name extends RouteName>(
  name: Name,
  ...[input]: Optional<CallInput<Routes[Name]>>
): Promise<Reply<Routes[Name]>> {
  // the table types what goes in and comes out; between them every route is sent the same way
  return (await send(name, routes[name], (input ?? {}) as LooseInput)) as Reply<Routes[Name]>
}
export type Call = typeof call

/** What was wrong with the document that was sent, as far as a problem document tells. */
type SentProblem = NonNullable<ProblemDocument['problems']>[number]

/**
 * Why a call did not succeed. `code` is the problem document's, or `offline` (no answer), `timeout`, `unexpected`
 * (an answer that is none of ours). `problems` are those of the document that was sent.
 */
export class CallError extends Error {
  readonly code: string
  readonly status: number
  readonly problems: SentProblem[]
  /** Milliseconds to wait before trying again; 0 when the server named none. */
  readonly retryAfter: number

  constructor(code: string, status: number, message: string, problems: SentProblem[] = [], retryAfter = 0) {
    super(message)
    this.name = 'CallError'
    this.code = code
    this.status = status
    this.problems = problems
    this.retryAfter = retryAfter
  }

  /** True when the same call may succeed later: no answer, an overload, a restart. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502
  }
}

let signedOut: () => void = () => {}

/** Who to tell when the server no longer knows this session. */
export function whenSignedOut(tell: () => void): void {
  signedOut = tell
}

interface LooseInput {
  params?: Record<string, string>
  body?: unknown
  query?: Record<string, unknown>
  signal?: AbortSignal
  timeout?: number
}

const defaultTimeout = 20_000
/** A 401 of these answers the question itself. */
const asksWhoIsThere = new Set<RouteName>(['signIn', 'signInByLink', 'readSession'])

async function send(name: RouteName, route: Route, input: LooseInput): Promise<unknown> {
  const timer = AbortSignal.timeout(input.timeout ?? defaultTimeout)
  const hasBody = route.body !== undefined
  let response: Response
  try {
    response = await fetch(addressOf(route, input), {
      method: route.method,
      credentials: 'same-origin',
      redirect: 'error',
      signal: input.signal ? AbortSignal.any([input.signal, timer]) : timer,
      headers: { accept: 'application/json', ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      ...(hasBody ? { body: JSON.stringify(input.body) } : {}),
    })
  } catch (error) {
    if (input.signal?.aborted) throw error
    throw new CallError(timer.aborted ? 'timeout' : 'offline', 0, 'no answer from the server')
  }
  if (response.ok) return readReply(route, response)
  const failure = await readFailure(response)
  if (failure.status === 401 && !asksWhoIsThere.has(name)) signedOut()
  throw failure
}

/** The route's path with its parameters and query filled in. */
export function addressOf(route: Route, input: Pick<LooseInput, 'params' | 'query'>): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_blank, name: string) => encodeURIComponent(input.params?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input.query ?? {})) if (value !== undefined) query.set(key, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

async function readReply(route: Route, response: Response): Promise<unknown> {
  if (route.reply === 'nothing' || response.status === 204) return undefined
  if (route.reply === 'text') return response.text()
  try {
    return await response.json()
  } catch {
    throw new CallError('unexpected', response.status, `no JSON from ${route.path}`)
  }
}

async function readFailure(response: Response): Promise<CallError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? 0) * 1_000 || 0
  try {
    const body: unknown = await response.json()
    if (typeof body !== 'object' || body === null) throw new TypeError()
    const code = 'code' in body && typeof body.code === 'string' ? body.code : 'unexpected'
    const detail = 'detail' in body && typeof body.detail === 'string' ? body.detail : code
    const problems = 'problems' in body && Array.isArray(body.problems) ? (body.problems as SentProblem[]) : []
    return new CallError(code, response.status, detail, problems, retryAfter)
  } catch {
    return new CallError('unexpected', response.status, `status ${response.status}`, [], retryAfter)
  }
}
