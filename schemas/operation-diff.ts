import type { Flow, FlowNode } from './flow.ts'
import { applyOperations, type Operation } from './operation.ts'

/**
 * The operations that turn one flow document into another: what the JSON view, restoring a version and importing send
 * instead of a whole document. `applyOperations(before, diffFlows(before, after))` equals `after` up to the order of
 * nodes, edges and slots, if every node of `after` has a position, every edge both its ends, every outlet one edge
 * and every slot name one slot. Format and id are not compared.
 */
export function diffFlows(before: Flow, after: Flow): Operation[] {
  const operations = [...named(before, after), ...slots(before, after), ...nodes(before, after)]
  // removing a node took its edges along, so edges are compared with what is left
  return [...operations, ...edges(applyOperations(before, operations), after)]
}

function named(before: Flow, after: Flow): Operation[] {
  const operations: Operation[] = []
  if (!isSame(before.name, after.name)) operations.push({ op: 'rename-flow', name: after.name })
  if (!isSame(before.fallback, after.fallback)) {
    operations.push(after.fallback === undefined ? { op: 'set-fallback' } : { op: 'set-fallback', fallback: after.fallback })
  }
  return operations
}

function slots(before: Flow, after: Flow): Operation[] {
  const was = new Map(before.slots.map((slot) => [slot.name, slot]))
  const is = new Set(after.slots.map((slot) => slot.name))
  return [
    ...before.slots.filter((slot) => !is.has(slot.name)).map((slot): Operation => ({ op: 'remove-slot', name: slot.name })),
    ...after.slots.filter((slot) => !isSame(was.get(slot.name), slot)).map((slot): Operation => ({ op: 'put-slot', slot })),
  ]
}

function nodes(before: Flow, after: Flow): Operation[] {
  const was = new Map(before.nodes.map((node) => [node.id, node]))
  const is = new Set(after.nodes.map((node) => node.id))
  const operations: Operation[] = before.nodes.filter((node) => !is.has(node.id)).map((node) => ({ op: 'remove-node', id: node.id }))
  for (const node of after.nodes) {
    const old = was.get(node.id)
    const at = after.layout[node.id] ?? { x: 0, y: 0 }
    if (!old) {
      operations.push({ op: 'add-node', node, at })
    } else if (old.type !== node.type || old.v !== node.v) {
      operations.push({ op: 'remove-node', id: node.id }, { op: 'add-node', node, at })
    } else {
      operations.push(...fields(old, node))
      if (after.layout[node.id] && !isSame(before.layout[node.id], at)) operations.push({ op: 'move-node', id: node.id, to: at })
    }
  }
  return operations
}

function edges(before: Flow, after: Flow): Operation[] {
  const was = new Map(before.edges.map((edge) => [edge.id, edge]))
  const is = new Set(after.edges.map((edge) => edge.id))
  return [
    ...before.edges.filter((edge) => !is.has(edge.id)).map((edge): Operation => ({ op: 'remove-edge', id: edge.id })),
    ...after.edges.filter((edge) => !isSame(was.get(edge.id), edge)).map((edge): Operation => ({ op: 'add-edge', edge })),
  ]
}

type FieldPath = (Operation & { op: 'set-field' })['path']

function fields(before: FlowNode, after: FlowNode): Operation[] {
  const changes: { path: FieldPath; value: unknown }[] = []
  if (!isSame(before.name, after.name)) changes.push({ path: ['name'], value: after.name })
  if (!isSame(before.data, after.data)) collect(['data'], before.data, after.data, changes)
  return changes.map(({ path, value }) =>
    value === undefined ? { op: 'set-field', node: after.id, path } : { op: 'set-field', node: after.id, path, value },
  )
}

/** Goes down as long as both sides have the same shape, so that edits of two people in one card still merge. */
function collect(path: FieldPath, before: unknown, after: unknown, changes: { path: FieldPath; value: unknown }[]): void {
  if (isSame(before, after)) return
  const steps = path.length < 20 ? stepsBelow(before, after) : null
  if (!steps) {
    changes.push({ path, value: after })
    return
  }
  for (const step of steps) collect([...path, step], at(before, step), at(after, step), changes)
}

/** Keys to look below, or null when the value is to be set as a whole. */
function stepsBelow(before: unknown, after: unknown): (string | number)[] | null {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && after.length <= 10_000 ? [...after.keys()] : null
  }
  if (!isRecord(before) || !isRecord(after)) return null
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.every((key) => key.length <= 64 && !unreachable.has(key)) ? keys : null
}

/** Keys that a path refuses to hold. */
const unreachable = new Set(['__proto__', 'constructor', 'prototype'])

function at(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True when both are the same JSON value; a key without a value counts as absent. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, index) => isSame(part, b[index]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame(at(a, key), at(b, key)))
}
