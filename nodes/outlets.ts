import type { LocalizedText } from '../schemas/text.ts'
import type { NodeDefinition, OutletNeed } from './define.ts'

/** One way out of a node as it stands now. */
export interface Outlet {
  id: string
  need: OutletNeed
  /** Set for outlets that the operator made; the others are named by the node's text. */
  label?: LocalizedText
  /** Where in `data` a made outlet's id stands. */
  path?: (string | number)[]
}

/** Every way out of a node with this (valid) data, in the order a card shows them: made ones first. The one answer for all rooms. */
export function outletsOf(definition: NodeDefinition, data: Record<string, unknown>): Outlet[] {
  const without = definition.without?.(data) ?? []
  const made = definition.made?.(data) ?? []
  const fixed = Object.entries(definition.outlets).filter(([outlet]) => !without.includes(outlet))
  return [
    ...made.map((outlet) => ({ id: outlet.id, need: outlet.need ?? 'must', label: outlet.label, path: outlet.path })),
    ...fixed.map(([outlet, need]) => ({ id: outlet, need })),
  ]
}
