import { useQuery } from '@tanstack/react-query'
import { nodeTypes } from '../../nodes/index.ts'
import type { Flow } from '../../schemas/flow.ts'
import { CallError, call } from '../call.ts'

/** Drafts of the flows that this one calls, and those call in turn; undefined until they are here. */
export function useCalledFlows(flow: Flow | null): readonly Flow[] | undefined {
  const names = flow ? calledBy(flow).sort() : []
  const query = useQuery({
    queryKey: ['called', flow?.id, ...names],
    queryFn: () => collect(names, flow?.id ?? ''),
    enabled: flow !== null,
    staleTime: 30_000,
  })
  return query.data
}

/** Flows that are gone are simply not in the answer: the check then says so at the card that calls them. */
async function collect(names: readonly string[], own: string): Promise<Flow[]> {
  const found = new Map<string, Flow | null>([[own, null]])
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue
    const draft = await call('readDraft', { params: { flow: name } }).catch((error: unknown) => {
      if (error instanceof CallError && error.status === 404) return null
      throw error
    })
    found.set(name, draft?.flow ?? null)
    if (draft) open.push(...calledBy(draft.flow))
  }
  return [...found.values()].filter((each) => each !== null)
}

function calledBy(flow: Flow): string[] {
  const names = flow.nodes.flatMap((node) => {
    const definition = nodeTypes.get(node.type)
    const data = definition?.uses && definition.data.safeParse(node.data)
    return data?.success ? (definition?.uses?.(data.data) ?? []).filter((used) => used.kind === 'flow').map((used) => used.id) : []
  })
  return [...new Set(names)]
}
