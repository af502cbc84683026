import { schemaProblems } from '../../schemas/read.ts'
import { nodeTypes } from '../index.ts'
import type { Checking } from './checking.ts'
import { inData } from './checking.ts'

/** Each card by itself: its type, its data, its own rules, and ids that must be unique. */
export function checkData(checking: Checking): void {
  const { flow, nodes, report, problems } = checking
  const ids = new Set<string>()
  for (const at of nodes) {
    const { node, index, definition, data } = at
    if (ids.has(node.id)) report('node-id-twice', ['nodes', index, 'id'], { id: node.id }, at)
    ids.add(node.id)
    if (!definition) {
      const known = nodeTypes.get(node.type)
      if (known) report('node-version-unknown', ['nodes', index, 'v'], { v: node.v }, at)
      else report('node-type-unknown', ['nodes', index, 'type'], { type: node.type }, at)
      continue
    }
    if (!data) {
      const parsed = definition.data.safeParse(node.data)
      if (!parsed.success) problems.push(...schemaProblems(parsed.error.issues, inData(at), node.id))
      continue
    }
    for (const own of definition.checks?.(data) ?? []) report(own.code, inData(at, own.path), own.detail, at)
    checkMadeOutlets(checking, at)
  }
  const names = new Set<string>()
  flow.slots.forEach((slot, index) => {
    if (names.has(slot.name)) report('slot-twice', ['slots', index, 'name'], { name: slot.name })
    names.add(slot.name)
  })
}

function checkMadeOutlets({ report }: Checking, at: Checking['nodes'][number]): void {
  const seen = new Set<string>()
  for (const outlet of at.outlets ?? []) {
    if (!outlet.path) continue
    if (at.definition && Object.hasOwn(at.definition.outlets, outlet.id))
      report('branch-id-taken', inData(at, outlet.path), { id: outlet.id }, at)
    else if (seen.has(outlet.id)) report('branch-id-twice', inData(at, outlet.path), { id: outlet.id }, at)
    seen.add(outlet.id)
  }
}
