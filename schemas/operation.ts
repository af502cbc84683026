import { z } from 'zod'
import { type Flow, type FlowNode, flowEdge, flowNode, flowSlot, position } from './flow.ts'
import { id, slotName } from './name.ts'
import { localizedText } from './text.ts'

/** Where in a node a value is set: `['name']`, or `['data', …]`. Numbers index arrays. */
const fieldPath = z.tuple([z.enum(['name', 'data'])], z.union([z.string().max(64), z.int().min(0).max(10_000)])).check((context) => {
  if (context.value.length > 20 || context.value.some((part) => part === '__proto__' || part === 'constructor' || part === 'prototype'))
    context.issues.push({ code: 'custom', message: 'path-refused', input: context.value })
})

/**
 * One small edit of a flow document. A draft is a log of these; nobody ever sends the whole document.
 * Each applies to whatever the document has become (last writer wins, field by field), so edits of two people merge.
 */
export const operation = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('add-node'), node: flowNode, at: position }).strict(),
    z.object({ op: z.literal('remove-node'), id }).strict(),
    z.object({ op: z.literal('set-field'), node: id, path: fieldPath, value: z.unknown().optional() }).strict(),
    z.object({ op: z.literal('move-node'), id, to: position }).strict(),
    z.object({ op: z.literal('add-edge'), edge: flowEdge }).strict(),
    z.object({ op: z.literal('remove-edge'), id }).strict(),
    z.object({ op: z.literal('put-slot'), slot: flowSlot }).strict(),
    z.object({ op: z.literal('remove-slot'), name: slotName }).strict(),
    z.object({ op: z.literal('rename-flow'), name: localizedText }).strict(),
    z.object({ op: z.literal('set-fallback'), fallback: localizedText.optional() }).strict(),
  ])
  .meta({ id: 'Operation' })
export type Operation = z.infer<typeof operation>

/** What was done at once: one gesture, one undo step. `id` is made by the client, so a repeat has no effect. */
export const edit = z
  .object({
    id: z.uuid(),
    /** Revision of the draft that the author saw. */
    base: z.int().min(0),
    operations: z.array(operation).min(1).max(5_000),
  })
  .strict()
  .meta({ id: 'Edit' })
export type Edit = z.infer<typeof edit>

export const loggedEdit = edit
  .extend({ revision: z.int().min(1), author: z.string(), authorName: z.string(), at: z.iso.datetime() })
  .meta({ id: 'LoggedEdit' })
export type LoggedEdit = z.infer<typeof loggedEdit>

/** The document after the operations. What an operation aims at may be gone by now: then it changes nothing. Never mutates. */
export function applyOperations(flow: Flow, operations: readonly Operation[]): Flow {
  return operations.reduce(applyOperation, flow)
}

export function applyOperation(flow: Flow, operation: Operation): Flow {
  switch (operation.op) {
    case 'add-node': {
      if (flow.nodes.some((node) => node.id === operation.node.id)) return flow
      return {
        ...flow,
        nodes: [...flow.nodes, operation.node],
        layout: { ...flow.layout, [operation.node.id]: operation.at },
      }
    }
    case 'remove-node': {
      if (!flow.nodes.some((node) => node.id === operation.id)) return flow
      const { [operation.id]: _gone, ...layout } = flow.layout
      return {
        ...flow,
        nodes: flow.nodes.filter((node) => node.id !== operation.id),
        edges: flow.edges.filter((edge) => edge.source !== operation.id && edge.target !== operation.id),
        layout,
      }
    }
    case 'set-field':
      return withNode(flow, operation.node, (node) => setAt(node, operation.path, operation.value) as FlowNode)
    case 'move-node':
      return flow.nodes.some((node) => node.id === operation.id)
        ? { ...flow, layout: { ...flow.layout, [operation.id]: operation.to } }
        : flow
    case 'add-edge': {
      const { edge } = operation
      const ends = new Set(flow.nodes.map((node) => node.id))
      if (!ends.has(edge.source) || !ends.has(edge.target)) return flow
      // an outlet leads to one place: a new edge takes it over
      const others = flow.edges.filter(
        (each) => each.id !== edge.id && !(each.source === edge.source && each.sourceHandle === edge.sourceHandle),
      )
      return { ...flow, edges: [...others, edge] }
    }
    case 'remove-edge':
      return flow.edges.some((edge) => edge.id === operation.id)
        ? { ...flow, edges: flow.edges.filter((edge) => edge.id !== operation.id) }
        : flow
    case 'put-slot': {
      const known = flow.slots.some((slot) => slot.name === operation.slot.name)
      const slots = known
        ? flow.slots.map((slot) => (slot.name === operation.slot.name ? operation.slot : slot))
        : [...flow.slots, operation.slot]
      return { ...flow, slots }
    }
    case 'remove-slot':
      return { ...flow, slots: flow.slots.filter((slot) => slot.name !== operation.name) }
    case 'rename-flow':
      return { ...flow, name: operation.name }
    case 'set-fallback': {
      const { fallback: _old, ...rest } = flow
      return operation.fallback === undefined ? rest : { ...rest, fallback: operation.fallback }
    }
  }
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
        { op: 'add-node', node, at: before.layout[node.id] ?? { x: 0, y: 0 } },
        ...edges.map((edge): Operation => ({ op: 'add-edge', edge })),
      ]
    }
    case 'set-field': {
      const node = before.nodes.find((each) => each.id === operation.node)
      if (!node) return []
      return [{ op: 'set-field', node: node.id, path: operation.path, value: getAt(node, operation.path) }]
    }
    case 'move-node': {
      const from = before.layout[operation.id]
      return from ? [{ op: 'move-node', id: operation.id, to: from }] : []
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

function withNode(flow: Flow, nodeId: string, change: (node: FlowNode) => FlowNode): Flow {
  const index = flow.nodes.findIndex((node) => node.id === nodeId)
  const node = flow.nodes[index]
  if (!node) return flow
  const changed = change(node)
  return changed === node ? flow : { ...flow, nodes: flow.nodes.with(index, changed) }
}

function getAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let part: unknown = value
  for (const key of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined
    part = (part as Record<PropertyKey, unknown>)[key]
  }
  return part
}

/** Sets a value, making objects on the way; `undefined` removes a key. A path through a text or number changes nothing. */
function setAt(value: unknown, path: readonly PropertyKey[], wanted: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return wanted
  if (typeof value === 'object' && value !== null && Array.isArray(value)) {
    if (typeof key !== 'number' || key > value.length) return value
    if (rest.length === 0 && wanted === undefined) return value.toSpliced(key, 1)
    const copy = [...value]
    copy[key] = setAt(value[key], rest, wanted)
    return copy
  }
  const isObject = typeof value === 'object' && value !== null
  if (!isObject && value !== undefined) return value
  const holder = (isObject ? value : {}) as Record<PropertyKey, unknown>
  if (rest.length === 0 && wanted === undefined) {
    const { [key]: _gone, ...others } = holder
    return others
  }
  return { ...holder, [key]: setAt(Object.hasOwn(holder, key) ? holder[key] : undefined, rest, wanted) }
}
