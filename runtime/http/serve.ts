import type { Context, Hono } from 'hono'
import type { Route } from '../../schemas/api/route.ts'
import type { Clock } from '../clock.ts'
import { AppError, errors } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Access, readBearer } from './access.ts'
import type { Addresses } from './address.ts'
import type { Admission } from './admission.ts'
import { readBody, readBytes, readQuery, readText } from './body.ts'
import type { Call, EventFeed, File, Person, Visitor } from './handler.ts'
import { baseHeaders, fileHeaders, type Header, headersOf, socketAddress } from './headers.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { Origins } from './origins.ts'
import { toProblem } from './problems.ts'
import type { Streams } from './stream.ts'

/** What every route shares. */
export interface ServeParts {
  access: Access
  addresses: Addresses
  admission: Admission
  clock: Clock
  limits: Limits
  log: Log
  metrics: Metrics
  origins: Origins
  streams: Streams
  requestId(): string
  /** Parse every reply by its schema: for tests, where a wrong one is a failure. */
  checkReplies: boolean
  /** The server is on its way out: connections end with their answer. */
  isClosing(): boolean
}

/** What a handler is given, when nobody looks at its route's types. */
type AnyCall = Omit<Call, 'parameters' | 'body' | 'query' | 'principal'> & {
  parameters: Record<string, string>
  body: unknown
  query: unknown
  principal: Principal
}
type AnyHandler = (call: AnyCall) => unknown
type Principal = Visitor | Person | null

/**
 * Registers every route of the table with its handler. Deny by default: a route that lacks its access, owner rule
 * or handler keeps the server from starting.
 */
export function registerRoutes(
  app: Hono,
  routes: Record<string, Route>,
  handlers: Readonly<Record<string, unknown>>,
  parts: ServeParts,
): void {
  const byPath = new Map<string, string[]>()
  for (const [name, route] of Object.entries(routes)) {
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    assertComplete(name, route, handler)
    const path = route.path.replace(/\{(\w+)\}/g, ':$1')
    byPath.set(path, [...(byPath.get(path) ?? []), route.method])
    app.on(route.method, path, serveRoute(name, route, handler, parts))
  }
  for (const [path, methods] of byPath) app.all(path, wrongMethod(methods, parts))
}

function assertComplete(name: string, route: Route, handler: unknown): asserts handler is AnyHandler {
  const { access, owner, path } = route
  const known = access === 'public' || access === 'visitor' || (Array.isArray(access) && access.length > 0)
  if (!known) throw new Error(`Route ${name} does not say who may call it.`)
  if (!['none', 'shared', 'conversation', 'token'].includes(owner)) throw new Error(`Route ${name} has no owner rule.`)
  if ((owner === 'conversation' || owner === 'token') !== (access === 'visitor'))
    throw new Error(`Route ${name}: a visitor's route is owned by a conversation, and no other is.`)
  if (owner === 'conversation' && !path.includes('{id}')) throw new Error(`Route ${name} names no conversation in its path.`)
  if (access === 'public' && path.startsWith('/api/') && !path.startsWith('/api/session'))
    throw new Error(`Route ${name}: nothing under /api is public but signing in.`)
  if (typeof handler !== 'function') throw new Error(`Route ${name} has no handler.`)
}

/** One closure a route: limit, access, owner rule, body, handler, reply; straight down, with nothing in between. */
function serveRoute(name: string, route: Route, handler: AnyHandler, parts: ServeParts) {
  const { access, addresses, admission, clock, limits, log, metrics, origins } = parts
  const { query: querySchema, limit } = route
  const isAdmin = route.path.startsWith('/api/')
  const isWrite = route.method !== 'GET'
  const status = route.status ?? 200
  const observe = metrics.route(name)

  return async (c: Context): Promise<Response> => {
    const began = clock.elapsed()
    const requestId = parts.requestId()
    const header = headersOf(c)
    const replyHeaders: Record<string, string> = { ...baseHeaders, 'x-request-id': requestId }
    if (parts.isClosing()) replyHeaders.connection = 'close'
    const address = addresses.client(socketAddress(c), header('x-forwarded-for'))
    let caller: string | undefined
    let answered: number = status
    try {
      if (isAdmin) {
        if (isWrite) origins.assertSameSite(header)
      } else {
        const pending = origins.allow(header, replyHeaders)
        if (pending) await pending
      }
      // the router takes HEAD for GET, and nobody would ever read the stream
      if (route.reply === 'stream' && c.req.method === 'HEAD') throw notAllowed(route.method)
      const parameters = parametersOf(c)
      const principal = await authenticate(route, header, access)
      authorise(route, principal, parameters)
      caller = principal?.kind === 'visitor' ? principal.conversationId : principal?.id
      if (limit) await limits.take(limit, { address, ...callerKeys(principal) })
      const leave = limit === 'message' || limit === 'conversation' || limit === 'upload' ? admission.enter(limit) : undefined
      try {
        const call: AnyCall = {
          parameters,
          principal,
          query: querySchema ? readQuery(c.req.url, querySchema) : undefined,
          body: await readAny(route, c.req.raw, header),
          address,
          requestId,
          header,
          reply: (key, value) => {
            replyHeaders[key] = value
          },
        }
        if (principal?.kind === 'visitor') await renew(header, access, replyHeaders)
        const answer = await handler(call)
        if (route.reply === 'stream')
          return parts.streams.open(answer as EventFeed, { address, disconnect: () => c.env?.outgoing?.destroy() }, replyHeaders)
        return reply(route, answer, status, replyHeaders, parts.checkReplies)
      } finally {
        leave?.()
      }
    } catch (thrown) {
      const refusal = refuse(thrown, replyHeaders, parts, { name, requestId, caller })
      answered = refusal.status
      return refusal
    } finally {
      const took = clock.elapsed() - began
      observe(took)
      if (isAdmin && isWrite)
        log.info({ requestId, route: name, status: answered, person: caller, took: Math.round(took * 10) / 10 }, 'handled')
    }
  }
}

async function authenticate(route: Route, header: Header, access: Access): Promise<Principal> {
  if (route.access === 'public') return null
  if (route.access === 'visitor') return access.visitor(readBearer(header('authorization')))
  return access.person(header('cookie'))
}

function authorise(route: Route, principal: Principal, parameters: Record<string, string>): void {
  if (route.access === 'public') return
  if (principal === null) throw errors.unauthenticated()
  if (principal.kind === 'person') {
    if (!Array.isArray(route.access) || !route.access.includes(principal.role)) throw errors.refused()
    return
  }
  // knowing an id is never permission: another's conversation looks like none at all
  if (route.owner === 'conversation' && principal.conversationId !== parameters.id)
    throw errors.notFound('conversation', parameters.id ?? '')
}

async function renew(header: Header, access: Access, replyHeaders: Record<string, string>): Promise<void> {
  const fresh = access.renewed(readBearer(header('authorization')))
  if (fresh) replyHeaders['floorwalker-token'] = await fresh
}

function callerKeys(principal: Principal): { token?: string; entry?: string } {
  if (principal === null) return {}
  return principal.kind === 'visitor' ? { token: principal.conversationId, entry: principal.entry } : { token: principal.id }
}

function reply(route: Route, answer: unknown, status: number, headers: Record<string, string>, check: boolean): Response {
  if (route.reply === 'nothing') return new Response(null, { status, headers })
  if (route.reply === 'file') {
    const file = answer as File
    return new Response(file.bytes, { status, headers: { ...headers, ...fileHeaders(file) } })
  }
  if (route.reply === 'text')
    return new Response(String(answer), { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })
  if (check && typeof route.reply === 'object') route.reply.parse(answer)
  headers['content-type'] = 'application/json'
  return new Response(JSON.stringify(answer), { status, headers })
}

/** The answer to an address that is none of ours, and to what the server stumbles over before a route begins. */
export function refuseAll(app: Hono, parts: ServeParts): void {
  const facts = () => ({ name: 'none', requestId: parts.requestId(), caller: undefined })
  app.notFound(() => refuse(new AppError('not-found', 404, 'There is nothing at this address.'), { ...baseHeaders }, parts, facts()))
  app.onError((error) => refuse(error, { ...baseHeaders }, parts, facts()))
}

function refuse(
  thrown: unknown,
  replyHeaders: Record<string, string>,
  parts: ServeParts,
  facts: { name: string; requestId: string; caller: string | undefined },
): Response {
  const { status, headers, document, error } = toProblem(thrown, facts.requestId)
  parts.metrics.refused(facts.name, document.code)
  const line = { requestId: facts.requestId, route: facts.name, code: document.code, status }
  if (status >= 500) parts.log.error({ ...line, error: error.cause ?? error }, 'failed')
  else parts.log.debug(line, 'refused')
  return new Response(JSON.stringify(document), { status, headers: { ...replyHeaders, ...headers } })
}

function wrongMethod(methods: string[], parts: ServeParts) {
  const allow = methods.join(', ')
  return (c: Context): Response | Promise<Response> => {
    if (c.req.method === 'OPTIONS') return parts.origins.preflight(headersOf(c), c.req.path, allow)
    return refuse(notAllowed(allow), { ...baseHeaders }, parts, { name: 'none', requestId: parts.requestId(), caller: undefined })
  }
}

function notAllowed(allow: string): AppError {
  return new AppError('method-not-allowed', 405, `This address takes ${allow}.`, { fields: { allow } })
}

async function readAny(route: Route, request: Request, header: Header): Promise<unknown> {
  const { body: schema, takes, maxBody } = route
  if (!schema && !takes) return undefined
  const headers = {
    contentType: header('content-type'),
    contentLength: header('content-length'),
    contentEncoding: header('content-encoding'),
  }
  if (takes) return readBytes(request, headers, takes, maxBody)
  if (schema) return route.isDocument ? readText(request, headers, maxBody) : readBody(request, headers, schema, maxBody)
}

/** Ids in paths are short and plain; anything else names nothing. */
const parameterForm = /^[\w.:-]{1,128}$/

function parametersOf(c: Context): Record<string, string> {
  const parameters: Record<string, string> = c.req.param()
  for (const name in parameters) if (!parameterForm.test(parameters[name] ?? '')) throw errors.notFound(name, 'unknown')
  return parameters
}
