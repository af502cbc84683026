import { nodeBehaviours } from '../../nodes/behaviours.ts'
import type { Flow } from '../../schemas/flow.ts'

type Role = 'from' | 'to'

const fromName = /(?:^|_)(?:from|old|current|original|bought|before|now)(?:_|$)/
const toName = /(?:^|_)(?:to|new|target|want|wanted|wish|exchange|after)(?:_|$)/

/**
 * Which of two values of one kind each question asks for, by node id: what the operator chose, else what the variables' names
 * say, else the first asked is what it is and the second what it should become. Kinds asked for once have no roles.
 */
export function rolesOf(document: Flow): Map<string, Role> {
  const roles = new Map<string, Role>()
  const byKind = new Map<string, Map<string, { nodes: string[]; role: Role | undefined }>>()
  for (const node of inOrder(document)) {
    const known = nodeBehaviours.get(node.type)
    if (!known?.definition.fills) continue
    const fills = known.definition.fills(known.definition.data.parse(node.data))
    if (!fills) continue
    const slots = byKind.get(fills.entity) ?? new Map<string, { nodes: string[]; role: Role | undefined }>()
    byKind.set(fills.entity, slots)
    const slot = slots.get(fills.slot) ?? { nodes: [], role: undefined }
    slots.set(fills.slot, slot)
    slot.nodes.push(node.id)
    slot.role ??= fills.role ?? (fromName.test(fills.slot) ? 'from' : toName.test(fills.slot) ? 'to' : undefined)
  }
  for (const slots of byKind.values()) {
    const each = [...slots.values()]
    const [first, second] = each
    if (each.length === 2 && first && second && first.role === second.role && first.role === undefined) {
      first.role = 'from'
      second.role = 'to'
    } else if (each.length === 2 && first && second) {
      first.role ??= second.role === 'from' ? 'to' : 'from'
      second.role ??= first.role === 'from' ? 'to' : 'from'
    }
    // asked for once, a value needs no role unless the operator gave it one
    if (each.length > 1 || first?.role) for (const { nodes, role } of each) if (role) for (const node of nodes) roles.set(node, role)
  }
  return roles
}

/** Nodes in the order in which a conversation can reach them. */
function inOrder(document: Flow): Flow['nodes'] {
  const byId = new Map(document.nodes.map((node) => [node.id, node]))
  const after = new Map<string, string[]>()
  for (const edge of document.edges) after.set(edge.source, [...(after.get(edge.source) ?? []), edge.target])
  const reached = new Set(document.nodes.filter((node) => nodeBehaviours.get(node.type)?.definition.starts).map((node) => node.id))
  for (const id of reached) for (const next of after.get(id) ?? []) reached.add(next)
  return [...reached, ...byId.keys()].flatMap((id) => {
    const node = byId.get(id)
    byId.delete(id)
    return node ? [node] : []
  })
}
