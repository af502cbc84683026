import type { Reference } from '../../nodes/define.ts'
import { nodeTypes } from '../../nodes/index.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Store } from '../store/store.ts'
import type { Surroundings } from './check.ts'

/** Everything that a flow's nodes name outside it. Nodes of unknown type or with data that is no data name nothing. */
export function usesOf(flow: Flow): Reference[] {
  return flow.nodes.flatMap((node) => {
    const definition = nodeTypes.get(node.type)
    const data = definition?.uses && definition.data.safeParse(node.data)
    return data?.success ? (definition?.uses?.(data.data) ?? []) : []
  })
}

export const calledBy = (flow: Flow): string[] => namedBy(flow, 'flow')

export function namedBy(flow: Flow, kind: Reference['kind']): string[] {
  return [
    ...new Set(
      usesOf(flow)
        .filter((used) => used.kind === kind)
        .map((used) => used.id),
    ),
  ]
}

/**
 * What a flow is checked against now: the library, and the other flows as their drafts stand.
 * @param alongside documents that are to be read instead of the stored ones (an import's own)
 */
export async function surroundings(store: Pick<Store, 'flows' | 'library'>, alongside: readonly Flow[] = []): Promise<Surroundings> {
  const [heads, intents, articles, offers] = await Promise.all([
    store.flows.list(),
    store.library.intents(),
    store.library.articles(),
    store.library.offers(),
  ])
  const own = new Map(alongside.map((flow) => [flow.id, flow]))
  const drafts = await Promise.all(heads.filter((head) => !head.archived && !own.has(head.id)).map((head) => store.flows.draft(head.id)))
  return {
    flows: [...own.values(), ...drafts.flatMap((draft) => (draft ? [draft.flow] : []))],
    published: heads.filter((head) => head.live).map((head) => head.id),
    intents: intents.map((each) => each.id),
    articles: articles.map((each) => each.id),
    offers: offers.map((each) => each.id),
  }
}
