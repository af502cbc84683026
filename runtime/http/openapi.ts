import { createRequire } from 'node:module'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { problemDocument } from '../../schemas/api/problem-document.ts'
import type { Route } from '../../schemas/api/route.ts'

/** The OpenAPI 3.1 document of all routes; nothing in it is written by hand. */
export function openApiOf(routes: Record<string, Route>, version: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {}
  for (const [name, route] of Object.entries(routes)) {
    const path = (paths[route.path] ??= {})
    path[methodOf(route)] = operationOf(name, route)
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Floorwalker',
        version,
        description:
          'The chat API (`/v1`) is for storefronts; the admin API (`/api`) is the editor’s own. Every refusal is a problem document (RFC 9457) with a stable `code`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      paths,
      components: {
        securitySchemes: {
          visitor: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'The token of the conversation, from the reply that began it.',
          },
          person: { type: 'apiKey', in: 'cookie', name: 'floorwalker-session', description: 'Set by signing in.' },
        },
        schemas: { ProblemDocument: problemDocument },
      },
    },
    { allowEmptySchema: { unknown: true }, override: ({ zodSchema, jsonSchema }) => withoutPropertyNames(zodSchema, jsonSchema) },
  )
}

/** Version of this package, as its manifest says. */
export function packageVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../../package.json')
  return z.object({ version: z.string() }).parse(manifest).version
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
const methods: { [method in Route['method']]: Method } = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' }
const methodOf = (route: Route): Method => methods[route.method]

function operationOf(name: string, route: Route): ZodOpenApiOperationObject {
  const parameterNames = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  return {
    operationId: name,
    summary: route.summary,
    tags: [tagOf(route)],
    ...securityOf(route),
    requestParams: {
      ...(parameterNames.length > 0 ? { path: z.object(Object.fromEntries(parameterNames.map((each) => [each, z.string()]))) } : {}),
      ...(route.query ? { query: route.query } : {}),
    },
    ...bodyOf(route),
    responses: {
      [`${route.status ?? 200}`]: replyOf(route),
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problemDocument } } },
    },
  }
}

const bytes = z.string().meta({ format: 'binary' })

function bodyOf({ body, takes }: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (takes) return { requestBody: { required: true, content: Object.fromEntries(takes.map((type) => [type, { schema: bytes }])) } }
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}
}

function replyOf(route: Route) {
  const description = 'Done'
  if (route.reply === 'file') return { description, content: { '*/*': { schema: bytes } } }
  if (route.reply === 'nothing') return { description }
  if (route.reply === 'text') return { description, content: { 'text/plain': { schema: z.string() } } }
  if (route.reply === 'stream')
    return { description: 'Server-sent events; resume with Last-Event-ID.', content: { 'text/event-stream': { schema: z.string() } } }
  return { description, content: { 'application/json': { schema: route.reply } } }
}

function securityOf(route: Route): Pick<ZodOpenApiOperationObject, 'security' | 'description'> {
  if (route.access === 'public') return { security: [] }
  if (route.access === 'visitor')
    return {
      security: [{ visitor: [] }],
      description: route.owner === 'token' ? 'For the token’s own conversation.' : 'The conversation in the path must be the token’s own.',
    }
  return { security: [{ person: [] }], description: `For ${route.access.join(', ')}.` }
}

function tagOf(route: Route): string {
  if (route.path.startsWith('/v1/')) return 'chat'
  return route.path.split('/')[2] ?? 'server'
}

/** Keys of records are checked by the schema; as a JSON Schema their patterns only make the document unreadable. */
function withoutPropertyNames(zodSchema: { _zod: { def: { type: string } } }, jsonSchema: { propertyNames?: unknown }): void {
  if (zodSchema._zod.def.type === 'record') delete jsonSchema.propertyNames
}
