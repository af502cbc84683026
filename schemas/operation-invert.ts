import type { Flow, FlowNode } from './flow.ts'
import { applyOperation, type Operation } from './operation.ts'

/** Inverse of a whole list, last first. */
export function invertOperations(before: Flow, operations: readonly Operation[]): Operation[] {
  const undo: Operation[][] = []
  let document = before
  for (const each of operations) {
    undo.push(invertOperation(document, each))
    document = applyOperation(document, each)
  }
  return undo.reverse().flat()
}

/** Operations that undo `operation`, given the document before it; in the order to apply them. Empty if it changed nothing. */
export function invertOperation(before: Flow, operation: Operation): Operation[] {
  switch (operation.op) {
    case 'add-node':
      return before.nodes.some((node) => node.id === operation.node.id) ? [] : [{ op: 'remove-node', id: operation.node.id }]
    case 'remove-node': {
      const node = before.nodes.find((each) => each.id === operation.id)
      if (!node) return []
      const edges = before.edges.filter((edge) => edge.source === node.id || edge.target === node.id)
      return [
        { op: 'add-node', node, at: before.layout[node.id] ?? nowhere },
        ...edges.map((edge): Operation => ({ op: 'add-edge', edge })),
      ]
    }
    case 'set-field': {
      const node = before.nodes.find((each) => each.id === operation.node)
      return node ? invertField(node, operation) : []
    }
    case 'move-node': {
      if (!before.nodes.some((node) => node.id === operation.id)) return []
      return [{ op: 'move-node', id: operation.id, to: before.layout[operation.id] ?? nowhere }]
    }
    case 'add-edge': {
      const { edge } = operation
      const replaced = before.edges.filter(
        (each) => each.id === edge.id || (each.source === edge.source && each.sourceHandle === edge.sourceHandle),
      )
      return [{ op: 'remove-edge', id: edge.id }, ...replaced.map((each): Operation => ({ op: 'add-edge', edge: each }))]
    }
    case 'remove-edge': {
      const edge = before.edges.find((each) => each.id === operation.id)
      return edge ? [{ op: 'add-edge', edge }] : []
    }
    case 'put-slot': {
      const slot = before.slots.find((each) => each.name === operation.slot.name)
      return [slot ? { op: 'put-slot', slot } : { op: 'remove-slot', name: operation.slot.name }]
    }
    case 'remove-slot': {
      const slot = before.slots.find((each) => each.name === operation.name)
      return slot ? [{ op: 'put-slot', slot }] : []
    }
    case 'rename-flow':
      return [{ op: 'rename-flow', name: before.name }]
    case 'set-fallback':
      return [{ op: 'set-fallback', fallback: before.fallback }]
  }
}

/** Where a card without a position is drawn. */
const nowhere = { x: 0, y: 0 }

type SetField = Operation & { op: 'set-field' }

/** Sets back the first part of the path that the operation makes, changes or takes away. */
function invertField(node: FlowNode, operation: SetField): Operation[] {
  const { path } = operation
  const back = (length: number, value?: unknown): Operation[] => [
    { op: 'set-field', node: node.id, path: path.slice(0, length) as SetField['path'], ...(value === undefined ? {} : { value }) },
  ]
  let holder: unknown = node
  for (const [index, key] of path.entries()) {
    // a path through a text or number changed nothing
    if (typeof holder !== 'object' || holder === null) return []
    if (!Object.hasOwn(holder, key)) return back(index + 1)
    // nothing can be put back in between a list's members: the list is set back whole
    if (Array.isArray(holder) && index === path.length - 1 && operation.value === undefined) return back(index, holder)
    holder = (holder as Record<PropertyKey, unknown>)[key]
  }
  return back(path.length, holder)
}
