import { z } from 'zod'
import { type Flow, type FlowEdge, type FlowNode, flowEdge, flowNode, flowSlot, type Position, position } from './flow.ts'
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
  const working = workOn(flow)
  for (const each of operations) working.apply(each)
  return working.flow()
}

export function applyOperation(flow: Flow, operation: Operation): Flow {
  return applyOperations(flow, [operation])
}

/** Takes a document apart, so that each of thousands of operations costs what it touches and not the whole document. */
function workOn(before: Flow) {
  let flow = before
  const nodes = once(() => takeNodes(before.nodes))
  const edges = once(() => takeEdges(before.edges))
  const layout = once(() => ({ ...before.layout }))
  let [nodesChanged, edgesChanged, layoutChanged] = [false, false, false]

  const place = (id: string, at: Position) => {
    layout()[id] = at
    layoutChanged = true
  }

  function apply(operation: Operation): void {
    switch (operation.op) {
      case 'add-node': {
        if (nodes().get(operation.node.id)) return
        nodes().add(operation.node)
        nodesChanged = true
        return place(operation.node.id, operation.at)
      }
      case 'remove-node': {
        if (!nodes().get(operation.id)) return
        nodes().remove(operation.id)
        nodesChanged = true
        if (edges().removeAt(operation.id)) edgesChanged = true
        delete layout()[operation.id]
        layoutChanged = true
        return
      }
      case 'set-field': {
        const node = nodes().get(operation.node)
        const changed = node && (setAt(node, operation.path, operation.value) as FlowNode)
        if (!node || !changed || changed === node) return
        nodes().replace(node, changed)
        nodesChanged = true
        return
      }
      case 'move-node':
        return nodes().get(operation.id) ? place(operation.id, operation.to) : undefined
      case 'add-edge': {
        const { edge } = operation
        if (!nodes().get(edge.source) || !nodes().get(edge.target)) return
        edges().put(edge)
        edgesChanged = true
        return
      }
      case 'remove-edge':
        if (edges().remove(operation.id)) edgesChanged = true
        return
      case 'put-slot': {
        const { slot } = operation
        const known = flow.slots.some(({ name }) => name === slot.name)
        flow = { ...flow, slots: known ? flow.slots.map((each) => (each.name === slot.name ? slot : each)) : [...flow.slots, slot] }
        return
      }
      case 'remove-slot':
        flow = { ...flow, slots: flow.slots.filter((slot) => slot.name !== operation.name) }
        return
      case 'rename-flow':
        flow = { ...flow, name: operation.name }
        return
      case 'set-fallback': {
        const { fallback: _old, ...rest } = flow
        flow = operation.fallback === undefined ? rest : { ...rest, fallback: operation.fallback }
      }
    }
  }

  return {
    apply,
    /** What no operation touched stays the very same object. */
    flow: (): Flow =>
      nodesChanged || edgesChanged || layoutChanged
        ? {
            ...flow,
            nodes: nodesChanged ? nodes().all() : before.nodes,
            edges: edgesChanged ? edges().all() : before.edges,
            layout: layoutChanged ? layout() : before.layout,
          }
        : flow,
  }
}

/** Nodes in their order; of a draft's two with one id, the first is meant. */
function takeNodes(given: readonly FlowNode[]) {
  const list: (FlowNode | undefined)[] = [...given]
  const places = new Map<string, number>()
  for (const [index, { id }] of given.entries()) if (!places.has(id)) places.set(id, index)
  return {
    get: (id: string) => list[places.get(id) ?? -1],
    add(node: FlowNode) {
      places.set(node.id, list.length)
      list.push(node)
    },
    replace(node: FlowNode, by: FlowNode) {
      list[places.get(node.id) ?? -1] = by
    },
    remove(id: string) {
      for (const [index, node] of list.entries()) if (node?.id === id) list[index] = undefined
      places.delete(id)
    },
    all: () => list.filter((node) => node !== undefined),
  }
}

/** Edges in their order, found by id and by the outlet they leave from. */
function takeEdges(given: readonly FlowEdge[]) {
  const edges = new Set<FlowEdge>(given)
  const found = new Map<string, Set<FlowEdge>>()
  const keysOf = ({ id, source, sourceHandle }: FlowEdge) => [id, `${source} ${sourceHandle}`]
  const note = (edge: FlowEdge) => {
    for (const key of keysOf(edge)) found.set(key, (found.get(key) ?? new Set()).add(edge))
  }
  const drop = (edge: FlowEdge) => {
    edges.delete(edge)
    for (const key of keysOf(edge)) found.get(key)?.delete(edge)
  }
  const dropAll = (some: Iterable<FlowEdge>): boolean => {
    const gone = [...some]
    gone.forEach(drop)
    return gone.length > 0
  }
  given.forEach(note)
  return {
    /** An outlet leads to one place: a new edge takes it over. */
    put(edge: FlowEdge) {
      for (const key of keysOf(edge)) dropAll(found.get(key) ?? [])
      edges.add(edge)
      note(edge)
    },
    remove: (id: string) => dropAll(found.get(id) ?? []),
    removeAt: (node: string) => dropAll([...edges].filter((edge) => edge.source === node || edge.target === node)),
    all: () => [...edges],
  }
}

/** Makes it when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
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
