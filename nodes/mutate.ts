import type { Flow } from '../schemas/flow.ts'
import { pointer } from '../schemas/problem.ts'
import type { CheckContext } from './check.ts'
import { nodeTypes } from './index.ts'
import { byteMutations } from './mutations/bytes.ts'
import { contentMutations } from './mutations/content.ts'
import { envelopeMutations } from './mutations/envelope.ts'
import { type Mutation, seededRandom } from './mutations/mutation.ts'
import { echoFlow, wiringMutations } from './mutations/wiring.ts'

/** A flow document with exactly one thing wrong in it, as JSON text, and what its check must say. */
export interface Mutant {
  /** What was done, in words. */
  name: string
  text: string
  code: string
  /** JSON Pointer to what is wrong. */
  path: string
}

export const mutations: Readonly<Record<string, Mutation>> = {
  ...prefixed('bytes', byteMutations),
  ...prefixed('envelope', envelopeMutations),
  ...prefixed('wiring', wiringMutations),
  ...prefixed('content', contentMutations),
}

/**
 * Mutants of one document, for ever: every mutation in turn, at places that the seed decides.
 * The same base and seed make the same mutants; mutations that the base has no place for are left out.
 */
export function* mutants(base: Flow, seed: number): Generator<Mutant> {
  const random = seededRandom(seed)
  const all = Object.entries(mutations)
  for (;;) {
    for (const [name, mutation] of all) {
      const document = structuredClone(base)
      const expected = mutation(document, random)
      if (!expected) continue
      const text = JSON.stringify(document)
      yield { name, text: expected.finish ? expected.finish(text) : text, code: expected.code, path: pointer(expected.path) }
    }
  }
}

/** The library that mutants are checked against: all that the base refers to, and the flow that mutants call. */
export function mutantContext(base: Flow, around: CheckContext = {}): CheckContext {
  const uses = base.nodes.flatMap((node) => {
    const definition = nodeTypes.get(node.type)
    const parsed = definition?.data.safeParse(node.data)
    return definition && parsed?.success ? (definition.uses?.(parsed.data) ?? []) : []
  })
  const named = (kind: string) => uses.filter((use) => use.kind === kind).map((use) => use.id)
  const flows = new Map([
    ...named('flow').map((id): [string, Flow] => [id, { ...echoFlow, id }]),
    ...(around.flows ?? []),
    [echoFlow.id, echoFlow],
  ])
  return {
    ...around,
    flows,
    published: new Set(flows.keys()),
    intents: new Set([...(around.intents ?? []), ...named('intent')]),
    articles: new Set([...(around.articles ?? []), ...named('article')]),
    offers: new Set([...(around.offers ?? []), ...named('offer')]),
  }
}

function prefixed(kind: string, all: Record<string, Mutation>): Record<string, Mutation> {
  return Object.fromEntries(Object.entries(all).map(([name, mutation]) => [`${kind}: ${name}`, mutation]))
}
