import type { FlowNode } from '../../schemas/flow.ts'
import type { Operation } from '../../schemas/operation.ts'

export type FieldPath = ['name' | 'data', ...(string | number)[]]

/**
 * The edit that gives a field its value, as deep as the document reaches, so that two people in two fields of one card
 * both keep what they wrote. Where the document says nothing yet and the form showed a default, that default is written with it.
 * @param shown what the form shows at a path, defaults filled in.
 */
export function setField(node: FlowNode, path: FieldPath, value: unknown, shown: (path: FieldPath) => unknown): Operation {
  const [first, ...rest] = path
  let holder: unknown = node[first]
  for (let depth = 0; depth < rest.length - 1; depth++) {
    const key = rest[depth]
    const isThere = typeof holder === 'object' && holder !== null && key !== undefined && Object.hasOwn(holder, key)
    const next: unknown = isThere ? (holder as Record<PropertyKey, unknown>)[key] : undefined
    if (typeof next !== 'object' || next === null) {
      const start: FieldPath = [first, ...rest.slice(0, depth + 1)]
      return { op: 'set-field', node: node.id, path: start, value: withValueAt(shown(start), rest.slice(depth + 1), value) }
    }
    holder = next
  }
  if (rest.length > 0 && holder === undefined)
    return { op: 'set-field', node: node.id, path: [first], value: withValueAt(undefined, rest, value) }
  return { op: 'set-field', node: node.id, path, value }
}

/** A copy of `holder` with a value set inside; lists stay lists. */
function withValueAt(holder: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(holder)) return holder.with(Number(key), withValueAt(holder[Number(key)], rest, value))
  const copy: Record<PropertyKey, unknown> = typeof holder === 'object' && holder !== null ? { ...holder } : {}
  if (rest.length === 0 && value === undefined) delete copy[key]
  else copy[key] = withValueAt(copy[key], rest, value)
  return copy
}
