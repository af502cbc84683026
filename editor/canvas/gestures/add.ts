import type { NodeDefinition } from '../../../nodes/define.ts'
import type { Position } from '../../../schemas/flow.ts'
import type { Operation } from '../../../schemas/operation.ts'
import { newId } from '../new-id.ts'

/** A new card of a type; with `from`, the outlet leads to it. @returns what to do, and the card's id. */
export function addNode(
  definition: NodeDefinition,
  at: Position,
  from?: { node: string; outlet: string },
): { operations: Operation[]; id: string } {
  const id = newId(definition.type)
  const data = structuredClone(definition.initial)
  const operations: Operation[] = [{ op: 'add-node', node: { id, type: definition.type, v: definition.v, data }, at }]
  const hasInlet = !definition.starts && !definition.watches
  if (from && hasInlet) operations.push(connect(from.node, from.outlet, id))
  return { operations, id }
}

/** Lets an outlet lead to a card; whatever it led to before, it leads there no more. */
export function connect(node: string, outlet: string, target: string): Operation {
  return { op: 'add-edge', edge: { id: newId('e'), source: node, sourceHandle: outlet, target } }
}
