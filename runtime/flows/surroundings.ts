import type { Reference } from '../../nodes/define.ts'
import { nodeTypes } from '../../nodes/index.ts'
import type { Bundle } from '../../schemas/bundle.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { FlowHead, Store } from '../store/store.ts'
import type { Surroundings } from './check.ts'

/** Everything that a flow's nodes name outside it. Nodes of unknown type or with data that is no data name nothing. */
export function usesOf(flow: Flow): Reference[] {
  return flow.nodes.flatMap((node) => {
    const definition = nodeTypes.get(node.type)
    const data = definition?.uses && definition.data.safeParse(node.data)
    return data?.success ? (definition?.uses?.(data.data) ?? []) : []
  })
}

const calledBy = (flow: Flow): string[] => namedBy(flow, 'flow')

export function namedBy(flow: Flow, kind: Reference['kind']): string[] {
  return [
    ...new Set(
      usesOf(flow)
        .filter((used) => used.kind === kind)
        .map((used) => used.id),
    ),
  ]
}

/** A flow and all flows that it calls, however deep, as they are found; first the flow itself. */
export async function closureOf(flow: Flow, find: (id: string) => Promise<Flow | undefined>): Promise<Flow[]> {
  const found = new Map([[flow.id, flow]])
  const open = [flow]
  for (let each = open.pop(); each; each = open.pop()) {
    for (const id of calledBy(each)) {
      const called = found.has(id) ? undefined : await find(id)
      if (!called) continue
      found.set(id, called)
      open.push(called)
    }
  }
  return [...found.values()]
}

/** What any flow is checked against now: the library, and the flows as their drafts stand. */
export async function surroundings(store: Pick<Store, 'flows' | 'library'>): Promise<Surroundings> {
  const heads = await store.flows.list()
  const drafts = await Promise.all(heads.filter((head) => !head.archived).map((head) => store.flows.draft(head.id)))
  return { ...(await named(store, heads)), flows: drafts.flatMap((draft) => (draft ? [draft.flow] : [])) }
}

/**
 * The same for these flows in turn, each with only those it calls: a shop's other flows are neither read nor sent.
 * @param flows read instead of the stored drafts of the same ids
 * @param brought what an import brings along: all of it counts as there, its flows as published
 */
export async function surroundingsOf(
  store: Pick<Store, 'flows' | 'library'>,
  flows: readonly Flow[],
  brought?: Bundle,
): Promise<(flow: Flow) => Promise<Surroundings>> {
  const heads = await store.flows.list()
  const own = new Map(flows.map((flow) => [flow.id, flow]))
  const stored = new Set(heads.filter((head) => !head.archived).map((head) => head.id))
  const find = async (id: string) => own.get(id) ?? (stored.has(id) ? (await store.flows.draft(id))?.flow : undefined)
  const there = await named(store, heads)
  const rest = brought ? joined(there, brought) : there
  return async (flow) => ({ ...rest, flows: await closureOf(flow, find) })
}

function joined(there: Omit<Surroundings, 'flows'>, brought: Bundle): Omit<Surroundings, 'flows'> {
  const idsOf = (list: readonly { id: string }[]) => list.map((each) => each.id)
  return {
    published: [...there.published, ...idsOf(brought.flows)],
    intents: [...there.intents, ...idsOf(brought.intents)],
    articles: [...there.articles, ...idsOf(brought.articles)],
    offers: [...there.offers, ...idsOf(brought.offers)],
  }
}

async function named({ library }: Pick<Store, 'library'>, heads: readonly FlowHead[]): Promise<Omit<Surroundings, 'flows'>> {
  const [intents, articles, offers] = await Promise.all([library.intents(), library.articles(), library.offers()])
  return {
    published: heads.filter((head) => head.live).map((head) => head.id),
    intents: intents.map((each) => each.id),
    articles: articles.map((each) => each.id),
    offers: offers.map((each) => each.id),
  }
}
