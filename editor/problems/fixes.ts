import type { Flow, FlowNode } from '../../schemas/flow.ts'
import type { Operation } from '../../schemas/operation.ts'
import type { Problem } from '../../schemas/problem.ts'
import type { Locale } from '../../schemas/text.ts'
import { titleOf } from '../canvas/card-words.ts'
import { newId } from '../canvas/new-id.ts'
import { allNodeTypes, nodeTypeOf } from '../canvas/node-types.ts'
import { nodeOf } from './describe.ts'

export const fixWords = { connect: 'connectTo', 'connect-new': 'connectNew', 'remove-line': 'removeLine' } as const

/** One gesture that puts a problem right. `kind` chooses its words, `target` is the card that it connects to. */
export interface Fix {
  kind: keyof typeof fixWords
  target: string
  operations: Operation[]
}

/** What one click can do about a problem, if anything. */
export function fixOf(problem: Problem, flow: Flow, locale: Locale): Fix | null {
  const line = /^\/edges\/(\d+)(\/|$)/.exec(problem.path)
  const edge = line && flow.edges[Number(line[1])]
  if (edge) return { kind: 'remove-line', target: '', operations: [{ op: 'remove-edge', id: edge.id }] }
  return problem.code === 'outlet-open' ? leadToPeople(problem, flow, locale) : null
}

/** An outlet that leads nowhere can always lead to people: the card that hands over, else a new one. */
function leadToPeople(problem: Problem, flow: Flow, locale: Locale): Fix | null {
  const node = nodeOf(problem, flow)
  const outlet = problem.detail?.outlet
  if (!node || typeof outlet !== 'string' || flow.edges.some((edge) => edge.source === node.id && edge.sourceHandle === outlet)) return null
  const people = flow.nodes.find((each) => each.id !== node.id && nodeTypeOf(each.type)?.definition.handsOver)
  if (people) return { kind: 'connect', target: titleOf(people, locale), operations: [leads(node, outlet, people.id)] }
  const type = allNodeTypes.find((each) => each.definition.handsOver)
  if (!type || nodeTypeOf(node.type)?.definition.handsOver) return null
  const { definition } = type
  const added: FlowNode = { id: newId(definition.type), type: definition.type, v: definition.v, data: structuredClone(definition.initial) }
  return {
    kind: 'connect-new',
    target: titleOf(added, locale),
    operations: [{ op: 'add-node', node: added, at: placeBeside(node, flow) }, leads(node, outlet, added.id)],
  }
}

function leads(from: FlowNode, outlet: string, to: string): Operation {
  return { op: 'add-edge', edge: { id: newId('edge'), source: from.id, sourceHandle: outlet, target: to } }
}

const cardWidth = 272
const gap = 80

/** One column to the right, below everything that stands there. */
function placeBeside(node: FlowNode, flow: Flow): { x: number; y: number } {
  const at = flow.layout[node.id] ?? { x: 0, y: 0 }
  const x = at.x + cardWidth + gap
  const column = Object.values(flow.layout).filter((each) => Math.abs(each.x - x) < cardWidth)
  const lowest = Math.max(at.y - 3 * gap, ...column.map((each) => each.y))
  return { x, y: lowest + 3 * gap }
}
