import type { Flow } from '../../schemas/flow.ts'
import type { NodeDefinition } from '../define.ts'
import { nodeTypes } from '../index.ts'

interface Spot {
  flow: string
  node: string
  definition: NodeDefinition | undefined
  /** Outlets by which a turn can run through this node without waiting. */
  through: (outlet: string) => boolean
  calls: string[]
  ways: { outlet: string; target: string }[]
}

/**
 * Circles that a turn could run for ever because nothing in them waits for the visitor, followed through sub-flows.
 * @returns for each circle the id of its first card in this flow, in document order
 */
export function loops(flow: Flow, others: ReadonlyMap<string, Flow> = new Map()): string[] {
  const flows = reachableFlows(flow, others)
  const spots = new Map([...flows.values()].flatMap(spotsOf).map((spot) => [`${spot.flow} ${spot.node}`, spot]))
  const passing = passingFlows(flows, spots)
  const next = (spot: Spot): Spot[] => {
    const calls = spot.calls.flatMap((called) => startOf(flows.get(called), spots))
    // what follows a call is reached in the same turn only if the called flow can end without waiting
    const goesOn = spot.calls.length === 0 || spot.calls.some((called) => !flows.has(called) || passing.has(called))
    const ways = spot.ways.filter((way) => spot.through(way.outlet) && (goesOn || way.outlet === 'error'))
    return [...calls, ...ways.flatMap((way) => spots.get(`${spot.flow} ${way.target}`) ?? [])]
  }
  const order = new Map(flow.nodes.map((node, index) => [node.id, index]))
  return circles([...spots.values()], next)
    .map((circle) => circle.filter((spot) => spot.flow === flow.id).map((spot) => spot.node))
    .flatMap((own) => own.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, 1))
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

function reachableFlows(flow: Flow, others: ReadonlyMap<string, Flow>): Map<string, Flow> {
  const flows = new Map([[flow.id, flow]])
  const open = [flow]
  for (let each = open.pop(); each; each = open.pop()) {
    for (const called of spotsOf(each).flatMap((spot) => spot.calls)) {
      const other = others.get(called)
      if (!other || flows.has(called)) continue
      flows.set(called, other)
      open.push(other)
    }
  }
  return flows
}

function spotsOf(flow: Flow): Spot[] {
  const ways = new Map<string, Spot['ways']>()
  for (const edge of flow.edges) {
    const known = ways.get(edge.source)
    if (known) known.push({ outlet: edge.sourceHandle, target: edge.target })
    else ways.set(edge.source, [{ outlet: edge.sourceHandle, target: edge.target }])
  }
  return flow.nodes.map((node): Spot => {
    const definition = nodeTypes.get(node.type)
    const parsed = definition?.data.safeParse(node.data)
    const data = parsed?.success ? parsed.data : undefined
    const passes: readonly string[] = (data && definition?.passes?.(data)) ?? []
    return {
      flow: flow.id,
      node: node.id,
      definition,
      through: definition?.waits ? (outlet) => passes.includes(outlet) : () => true,
      calls: data ? (definition?.uses?.(data) ?? []).filter((use) => use.kind === 'flow').map((use) => use.id) : [],
      ways: ways.get(node.id) ?? [],
    }
  })
}

function startOf(flow: Flow | undefined, spots: ReadonlyMap<string, Spot>): Spot[] {
  const start = flow?.nodes.find((node) => nodeTypes.get(node.type)?.starts)
  const spot = flow && start && spots.get(`${flow.id} ${start.id}`)
  return spot ? [spot] : []
}

/** Flows that can run from start to an end within one turn; grows until nothing new is found. */
function passingFlows(flows: ReadonlyMap<string, Flow>, spots: ReadonlyMap<string, Spot>): Set<string> {
  const passing = new Set<string>()
  for (let grown = true; grown; ) {
    grown = false
    for (const flow of flows.values()) {
      if (passing.has(flow.id) || !canEnd(flow, spots, passing)) continue
      passing.add(flow.id)
      grown = true
    }
  }
  return passing
}

function canEnd(flow: Flow, spots: ReadonlyMap<string, Spot>, passing: ReadonlySet<string>): boolean {
  const open = startOf(flow, spots)
  const seen = new Set(open)
  for (let spot = open.pop(); spot; spot = open.pop()) {
    if (spot.definition?.ends) return true
    const goesOn = spot.calls.every((called) => passing.has(called))
    for (const way of spot.ways) {
      const target = spots.get(`${flow.id} ${way.target}`)
      if (!target || seen.has(target) || !spot.through(way.outlet) || !(goesOn || way.outlet === 'error')) continue
      seen.add(target)
      open.push(target)
    }
  }
  return false
}

/** Strongly connected parts with a circle in them (Tarjan, with a stack of its own: flows may be 2,000 cards long). */
function circles(spots: readonly Spot[], next: (spot: Spot) => Spot[]): Spot[][] {
  const found: Spot[][] = []
  const number = new Map<Spot, number>()
  const low = new Map<Spot, number>()
  const path: Spot[] = []
  const onPath = new Set<Spot>()
  for (const root of spots) {
    if (number.has(root)) continue
    const work: { spot: Spot; targets: Spot[]; at: number }[] = []
    const enter = (spot: Spot) => {
      number.set(spot, number.size)
      low.set(spot, number.size - 1)
      path.push(spot)
      onPath.add(spot)
      work.push({ spot, targets: next(spot), at: 0 })
    }
    enter(root)
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const target = top.targets[top.at++]
      if (target) {
        if (!number.has(target)) enter(target)
        else if (onPath.has(target)) low.set(top.spot, Math.min(low.get(top.spot) ?? 0, number.get(target) ?? 0))
        continue
      }
      work.pop()
      const below = work.at(-1)
      if (below) low.set(below.spot, Math.min(low.get(below.spot) ?? 0, low.get(top.spot) ?? 0))
      if (low.get(top.spot) !== number.get(top.spot)) continue
      const part = path.splice(path.indexOf(top.spot))
      for (const each of part) onPath.delete(each)
      if (part.length > 1 || top.targets.includes(top.spot)) found.push(part)
    }
  }
  return found
}
