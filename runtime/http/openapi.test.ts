import { describe, expect, it } from 'vitest'
import { routes } from '../../schemas/api/index.ts'
import type { Route } from '../../schemas/api/route.ts'
import { openApiOf, packageVersion } from './openapi.ts'

const text = JSON.stringify(openApiOf(routes, packageVersion()))
const document = JSON.parse(text)

describe('the OpenAPI document', () => {
  it('describes each route and nothing else, with its access, parameters, body and replies', () => {
    const described = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, each]) => [each.operationId, `${method.toUpperCase()} ${path}`]),
    )
    expect(Object.fromEntries(described)).toEqual(
      Object.fromEntries(Object.entries<Route>(routes).map(([name, route]) => [name, `${route.method} ${route.path}`])),
    )
    for (const [name, route] of Object.entries<Route>(routes)) {
      const operation: Operation = document.paths[route.path][route.method.toLowerCase()]
      const inPath = (operation.parameters ?? []).filter((each) => each.in === 'path').map((each) => each.name)
      expect([name, inPath]).toEqual([name, [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])])
      expect([name, operation.requestBody !== undefined]).toEqual([name, (route.body ?? route.takes) !== undefined])
      expect(Object.keys(operation.responses)).toEqual([String(route.status ?? 200), 'default'])
      expect(operation.security).toEqual(route.access === 'public' ? [] : route.access === 'visitor' ? [{ visitor: [] }] : [{ person: [] }])
    }
  })

  it('is version 3.1 and names no schema that it does not hold', () => {
    expect(document.openapi).toBe('3.1.0')
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? ''))
    expect(references.size).toBeGreaterThan(10)
    for (const reference of references) {
      const found = reference
        .split('/')
        .slice(1)
        .reduce(
          (part: unknown, key) => (part as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
          document,
        )
      expect([reference, typeof found]).toEqual([reference, 'object'])
    }
  })

  it('says of every body which fields it takes, and of every refusal that it is a problem document', () => {
    expect(document.paths['/v1/conversations/{id}/messages'].post.requestBody.content['application/json'].schema).toMatchObject({
      type: 'object',
      required: ['id', 'content'],
      additionalProperties: false,
    })
    for (const methods of Object.values<Record<string, Operation>>(document.paths))
      for (const operation of Object.values(methods))
        expect(operation.responses.default?.content?.['application/problem+json']?.schema).toEqual({
          $ref: '#/components/schemas/ProblemDocument',
        })
  })
})

interface Operation {
  operationId: string
  parameters?: { name: string; in: string }[]
  requestBody?: unknown
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>
  security: unknown
}
