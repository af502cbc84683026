import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mutantContext, mutants } from '../../nodes/mutate.ts'
import { sampleContext, sampleFlow, sampleSubflow } from '../../nodes/sample-flow.ts'
import { problemDocument } from '../../schemas/api/problem-document.ts'
import type { Problem } from '../../schemas/problem.ts'
import { startTestRuntime, type TestRuntime } from './testing.ts'

const count = 400
const largest = 2 * 1024 * 1024
let house: TestRuntime

beforeAll(async () => {
  house = await startTestRuntime()
  const { drafts, publisher } = house.runtime.flows
  const author = { id: 'test', name: 'Test' }
  const context = mutantContext(sampleFlow(), sampleContext())
  const { library } = house.runtime.store
  const named = (ids: ReadonlySet<string> | undefined) => [...(ids ?? [])]
  await library.putIntents(named(context.intents).map((id) => ({ id, name: id, utterances: ['您好'], keywords: [] })))
  await library.putArticles(named(context.articles).map((id) => ({ id, question: '几点发货？', similar: [], answer: '五点', tags: [] })))
  await library.putOffers(
    named(context.offers).map((id) => ({
      id,
      name: id,
      value: { amount: 1_000, currency: 'CNY' },
      eligible: {},
      budget: { total: 10, perVisitor: 1 },
    })),
  )
  for (const flow of [sampleSubflow(), ...[...(context.flows?.values() ?? [])].filter((each) => each.id !== 'identity')]) {
    await drafts.createFrom(flow, author)
    await publisher.publish(flow.id, { revision: 0 }, author)
  }
})
afterAll(() => house.close())

describe('a flow document with one thing wrong', () => {
  it('has no problem before that', async () => {
    const response = await house.ask('POST', '/api/check', { cookie: house.cookies.agent, body: sampleFlow() })
    expect(await response.json()).toEqual({ problems: [] })
  })

  it(`is told to its sender with code and path, ${count} times, by check as by import, and never stored [T-S7]`, {
    timeout: 60_000,
  }, async () => {
    const before = await stored()
    const wrong: string[] = []
    let made = 0
    for (const mutant of mutants(sampleFlow(), 20_261_121)) {
      if (made++ >= count) break
      const tooLarge = Buffer.byteLength(mutant.text) > largest - 100
      for (const door of ['check', 'import'] as const) {
        const began = performance.now()
        const { status, problems } = await send(door, mutant.text)
        const took = performance.now() - began
        const path = door === 'check' ? mutant.path : pathInBundle(mutant)
        const isRight = tooLarge
          ? status === 413
          : problems.some((each) => each.path === path && (each.code === mutant.code || door === 'import'))
        const isKind = status === 200 || status === 413 || (door === 'import' && status === 422)
        if (!isRight || !isKind || took > 1_000)
          wrong.push(
            `${door} · ${mutant.name}: wanted ${mutant.code} ${path}, got ${status} ${JSON.stringify(problems.slice(0, 2))} in ${took} ms`,
          )
      }
    }
    expect(wrong.slice(0, 20)).toEqual([])
    expect(await stored()).toBe(before)
    expect((await house.ask('GET', '/v1/health')).status).toBe(200)
  })
})

/** Inside a bundle a flow stands two levels deeper, and bytes that are no JSON spoil the whole. */
function pathInBundle({ code, path }: { code: string; path: string }): string {
  if (code === 'not-json') return ''
  return code === 'document-too-deep' ? `/flows/0${path.split('/').slice(0, -2).join('/')}` : `/flows/0${path}`
}

async function send(door: 'check' | 'import', text: string): Promise<{ status: number; problems: Pick<Problem, 'code' | 'path'>[] }> {
  const response =
    door === 'check'
      ? await house.ask('POST', '/api/check', { cookie: house.cookies.operator, text })
      : await house.ask('POST', '/api/import?dry=true', { cookie: house.cookies.operator, text: `{"bundle":1,"flows":[${text}]}` })
  const body: unknown = await response.json()
  if (response.status === 200) return { status: 200, problems: (body as { problems: Problem[] }).problems }
  return { status: response.status, problems: problemDocument.parse(body).problems ?? [] }
}

async function stored(): Promise<string> {
  const { flows, library, audit } = house.runtime.store
  return JSON.stringify([await flows.list(), await library.version(), await audit.list({ limit: 200 })])
}
