import type { Flow, FlowEdge, FlowNode } from '../../schemas/flow.ts'
import { nodeTypes } from '../index.ts'
import { outletsOf } from '../outlets.ts'
import type { Mutation, Random } from './mutation.ts'

/** A flow that calls can run through without waiting; mutants call it (`mutantContext`). */
export const echoFlow: Flow = {
  format: 1,
  id: 'mutant-echo',
  name: 'Echo',
  slots: [],
  nodes: [node('begin', 'start', {}), node('say', 'message', { wordings: ['好的'] }), node('over', 'end', { mode: 'return' })],
  edges: [
    { id: 'x1', source: 'begin', sourceHandle: 'next', target: 'say' },
    { id: 'x2', source: 'say', sourceHandle: 'next', target: 'over' },
  ],
  layout: {},
}

/** How cards can be joined wrongly. */
export const wiringMutations: Record<string, Mutation> = {
  'an unknown card type': (document, random) =>
    change(
      document,
      random,
      'type',
      random.pick(['http', 'script', 'Start', 'constructor', '__proto__', 'toString']) ?? 'http',
      'node-type-unknown',
    ),
  'a card from the future': (document, random) => change(document, random, 'v', random.pick([2, 3, 2 ** 31]) ?? 2, 'node-version-unknown'),
  'a card id twice': (document, random) => {
    const later = 1 + random.below(document.nodes.length - 1)
    const earlier = document.nodes[random.below(later)]
    const each = document.nodes[later]
    if (!each || !earlier) return null
    each.id = earlier.id
    return { code: 'node-id-twice', path: ['nodes', later, 'id'] }
  },
  'two starts': (document) => {
    document.nodes.push(node('second-start', 'start', {}))
    return { code: 'start-twice', path: ['nodes', document.nodes.length - 1] }
  },
  'no start': (document) => {
    document.nodes = document.nodes.filter((each) => !nodeTypes.get(each.type)?.starts)
    return { code: 'start-missing', path: ['nodes'] }
  },
  'an edge to nowhere': (document, random) =>
    rewire(document, random, (edge) => ({ ...edge, target: 'gone' }), 'edge-target-missing', 'target'),
  'an edge from nowhere': (document, random) =>
    rewire(document, random, (edge) => ({ ...edge, source: 'gone' }), 'edge-source-missing', 'source'),
  'an edge to itself': (document, random) => rewire(document, random, (edge) => ({ ...edge, target: edge.source }), 'edge-self', 'target'),
  'an edge from an outlet that is not there': (document, random) =>
    rewire(
      document,
      random,
      (edge) => ({ ...edge, sourceHandle: random.pick(['gone', 'constructor', 'out-1']) ?? 'gone' }),
      'edge-outlet-missing',
      'sourceHandle',
      'constructor',
    ),
  'an edge into a card without a way in': (document, random) => {
    const closed = random.pick(document.nodes.filter((each) => nodeTypes.get(each.type)?.starts || nodeTypes.get(each.type)?.watches))
    return closed ? rewire(document, random, (edge) => ({ ...edge, target: closed.id }), 'inlet-missing', 'target') : null
  },
  'an edge id twice': (document, random) => {
    const later = 1 + random.below(document.edges.length - 1)
    const first = document.edges[random.below(later)]
    const edge = document.edges[later]
    if (!edge || !first) return null
    edge.id = first.id
    return { code: 'edge-id-twice', path: ['edges', later, 'id'] }
  },
  'two edges from one outlet': (document, random) => {
    const edge = random.pick(document.edges)
    const other = random.pick(document.nodes)
    if (!edge || !other) return null
    document.edges.push({ ...edge, id: 'parallel', target: random.below(2) ? edge.target : other.id })
    return { code: 'edge-parallel', path: ['edges', document.edges.length - 1, 'sourceHandle'] }
  },
  'an outlet left open': (document, random) => {
    const needed = document.edges.filter((edge) => needOf(document, edge) === 'must')
    const edge = random.pick(needed)
    if (!edge) return null
    document.edges = document.edges.filter((each) => each !== edge)
    return { code: 'outlet-open', path: ['nodes', document.nodes.findIndex((each) => each.id === edge.source)] }
  },
  'a card that nothing leads to': (document) => {
    document.nodes.push(node('island', 'end', { mode: 'return' }))
    return { code: 'node-unreachable', path: ['nodes', document.nodes.length - 1] }
  },
  'a circle without a wait': (document, random) => {
    const first = document.nodes.length
    document.nodes.push(node('round-1', 'message', { wordings: ['一'] }), node('round-2', 'message', { wordings: ['二'] }))
    if (!detour(document, random, 'round-1')) return null
    document.edges.push(way('round-1', 'next', 'round-2'), way('round-2', 'next', 'round-1'))
    return { code: 'loop-without-wait', path: ['nodes', first] }
  },
  'a circle through another flow': (document, random) => {
    const first = document.nodes.length
    document.nodes.push(node('call', 'subflow', { flow: echoFlow.id }), node('round', 'message', { wordings: ['一'] }))
    if (!detour(document, random, 'call')) return null
    document.edges.push(way('call', 'done', 'round'), way('round', 'next', 'call'))
    return { code: 'loop-without-wait', path: ['nodes', first] }
  },
  'a flow that calls itself at once': (document) => {
    const index = document.nodes.findIndex((each) => nodeTypes.get(each.type)?.starts)
    const edge = document.edges.find((each) => each.source === document.nodes[index]?.id)
    if (!edge) return null
    document.nodes.push(node('again', 'subflow', { flow: document.id }))
    document.edges.push(way('again', 'done', edge.target))
    edge.target = 'again'
    return { code: 'loop-without-wait', path: ['nodes', index] }
  },
}

function node(id: string, type: string, data: Record<string, unknown>): FlowNode {
  return { id, type, v: 1, data }
}

function way(source: string, sourceHandle: string, target: string): FlowEdge {
  return { id: `way-${source}-${sourceHandle}`, source, sourceHandle, target }
}

function change<Key extends 'type' | 'v'>(document: Flow, random: Random, key: Key, value: FlowNode[Key], code: string) {
  const index = random.below(document.nodes.length)
  const each = document.nodes[index]
  if (!each) return null
  each[key] = value
  return { code, path: ['nodes', index, key] }
}

function rewire(
  document: Flow,
  random: Random,
  changed: (edge: FlowEdge) => FlowEdge,
  code: string,
  part: keyof FlowEdge,
  reserved?: string,
) {
  const index = random.below(document.edges.length)
  const edge = document.edges[index]
  if (!edge) return null
  const fresh = changed(edge)
  document.edges[index] = fresh
  // a name of the prototype is refused earlier, as an id
  return { code: reserved !== undefined && fresh.sourceHandle === reserved ? 'id-malformed' : code, path: ['edges', index, part] }
}

/** Leads one edge to another card. */
function detour(document: Flow, random: Random, target: string): boolean {
  const edge = random.pick(document.edges)
  if (edge) edge.target = target
  return edge !== undefined
}

function needOf(document: Flow, edge: FlowEdge): string | undefined {
  const source = document.nodes.find((each) => each.id === edge.source)
  const definition = source && nodeTypes.get(source.type)
  const data = definition?.data.safeParse(source?.data)
  return definition && data?.success ? outletsOf(definition, data.data).find((outlet) => outlet.id === edge.sourceHandle)?.need : undefined
}
