import type { Flow } from '../../../schemas/flow.ts'
import type { Operation } from '../../../schemas/operation.ts'
import { connect } from './add.ts'

/**
 * Removes cards and edges. What led to a removed card leads on to where the card went,
 * if it went to one place only: a step taken out of the middle leaves no hole.
 */
export function removeFromFlow(flow: Flow, nodes: readonly string[], edges: readonly string[] = []): Operation[] {
  const removed = new Set(nodes)
  const lone = edges.filter((id) => flow.edges.some((edge) => edge.id === id && !removed.has(edge.source) && !removed.has(edge.target)))
  const bridges = flow.edges
    .filter((edge) => removed.has(edge.target) && !removed.has(edge.source) && !lone.includes(edge.id))
    .flatMap((edge): Operation[] => {
      const next = onlyWayOn(flow, edge.target, removed)
      return next && next !== edge.source ? [connect(edge.source, edge.sourceHandle, next)] : []
    })
  return [
    ...lone.map((id): Operation => ({ op: 'remove-edge', id })),
    ...nodes.map((id): Operation => ({ op: 'remove-node', id })),
    ...bridges,
  ]
}

function onlyWayOn(flow: Flow, from: string, removed: ReadonlySet<string>): string | null {
  let at = from
  for (const seen = new Set<string>(); removed.has(at); ) {
    if (seen.has(at)) return null
    seen.add(at)
    const targets = new Set(flow.edges.filter((edge) => edge.source === at).map((edge) => edge.target))
    const [only] = targets
    if (targets.size !== 1 || only === undefined) return null
    at = only
  }
  return at
}
