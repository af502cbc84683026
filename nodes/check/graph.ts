import { type CheckedNode, type Checking, inWords, outletName } from './checking.ts'
import { loops } from './loops.ts'

/** How the cards hang together: beginnings, lines, open ends, reach, circles. */
export function checkGraph(checking: Checking): void {
  checkStarts(checking)
  checkEdges(checking)
  checkOpenOutlets(checking)
  checkReach(checking)
  for (const at of loops(checking.flow, checking.context.flows)) {
    const node = checking.byId.get(at)
    if (node) checking.report('loop-without-wait', ['nodes', node.index], {}, node)
  }
}

function checkStarts({ nodes, report }: Checking): void {
  const starts = nodes.filter((at) => at.definition?.starts)
  if (starts.length === 0) report('start-missing', ['nodes'])
  for (const extra of starts.slice(1)) report('start-twice', ['nodes', extra.index], {}, extra)
}

function checkEdges({ flow, byId, report }: Checking): void {
  const ids = new Set<string>()
  const taken = new Set<string>()
  flow.edges.forEach((edge, index) => {
    const path = ['edges', index]
    if (ids.has(edge.id)) report('edge-id-twice', [...path, 'id'], { id: edge.id })
    ids.add(edge.id)
    const source = byId.get(edge.source)
    const target = byId.get(edge.target)
    if (!source) report('edge-source-missing', [...path, 'source'], { id: edge.source })
    if (!target) report('edge-target-missing', [...path, 'target'], { id: edge.target })
    if (source && source === target) report('edge-self', [...path, 'target'], {}, source)
    if (target?.definition && (target.definition.starts || target.definition.watches))
      report('inlet-missing', [...path, 'target'], {}, target)
    if (!source) return
    const outlet = source.outlets?.find((each) => each.id === edge.sourceHandle)
    if (source.outlets && !outlet) report('edge-outlet-missing', [...path, 'sourceHandle'], { outlet: edge.sourceHandle }, source)
    const key = `${edge.source} ${edge.sourceHandle}`
    if (taken.has(key))
      report(
        'edge-parallel',
        [...path, 'sourceHandle'],
        inWords('outletName', outlet ? outletName(source, outlet) : edge.sourceHandle),
        source,
      )
    taken.add(key)
  })
}

/** An outlet left open is where a conversation would stop: the first bug of every flow. */
function checkOpenOutlets({ flow, nodes, report }: Checking): void {
  const used = new Set(flow.edges.map((edge) => `${edge.source} ${edge.sourceHandle}`))
  for (const at of nodes) {
    for (const outlet of at.outlets ?? []) {
      if (outlet.need === 'may' || used.has(`${at.node.id} ${outlet.id}`)) continue
      report('outlet-open', ['nodes', at.index], { outlet: outlet.id, ...inWords('outletName', outletName(at, outlet)) }, at)
    }
  }
}

function checkReach({ flow, nodes, byId, report }: Checking): void {
  const next = new Map<string, string[]>()
  for (const edge of flow.edges) next.set(edge.source, [...(next.get(edge.source) ?? []), edge.target])
  const open: CheckedNode[] = nodes.filter((at) => at.definition?.starts || at.definition?.watches)
  const reached = new Set(open)
  for (let at = open.pop(); at; at = open.pop()) {
    for (const id of next.get(at.node.id) ?? []) {
      const target = byId.get(id)
      if (!target || reached.has(target)) continue
      reached.add(target)
      open.push(target)
    }
  }
  for (const at of nodes) if (!reached.has(at) && byId.get(at.node.id) === at) report('node-unreachable', ['nodes', at.index], {}, at)
}
