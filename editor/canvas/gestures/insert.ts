import type { NodeDefinition } from '../../../nodes/define.ts'
import { outletsOf } from '../../../nodes/outlets.ts'
import type { Flow, Position } from '../../../schemas/flow.ts'
import type { Operation } from '../../../schemas/operation.ts'
import { cardWidth, columnGap } from '../layout.ts'
import { addNode, connect } from './add.ts'

/**
 * Puts a new card into an edge: what led to the old target leads to the card, and the card's first outlet to the target.
 * Cards to the right make room.
 * @param at where it was dropped; absent = in the middle of the edge.
 */
export function insertOnEdge(
  flow: Flow,
  edgeId: string,
  definition: NodeDefinition,
  at?: Position,
): { operations: Operation[]; id: string } | null {
  const edge = flow.edges.find((each) => each.id === edgeId)
  if (!edge || definition.starts || definition.watches) return null
  const source = flow.layout[edge.source] ?? { x: 0, y: 0 }
  const target = flow.layout[edge.target] ?? { x: 0, y: 0 }
  const runsForward = target.x > source.x
  const place =
    at ??
    (runsForward
      ? { x: source.x + cardWidth + columnGap, y: Math.round((source.y + target.y) / 2) }
      : { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 })
  const added = addNode(definition, place, { node: edge.source, outlet: edge.sourceHandle })
  const outlets = outletsOf(definition, structuredClone(definition.initial))
  const onward = outlets.find((outlet) => outlet.need === 'must') ?? outlets[0]
  const missing = runsForward && !at ? place.x + cardWidth + columnGap - target.x : 0
  return {
    id: added.id,
    operations: [
      ...(missing > 0 ? shiftRight(flow, target.x, missing) : []),
      ...added.operations,
      ...(onward ? [connect(added.id, onward.id, edge.target)] : []),
    ],
  }
}

function shiftRight(flow: Flow, from: number, by: number): Operation[] {
  return Object.entries(flow.layout)
    .filter(([, place]) => place.x >= from)
    .map(([id, place]): Operation => ({ op: 'move-node', id, to: { x: place.x + by, y: place.y } }))
}
