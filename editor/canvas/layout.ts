import type { Flow, Position } from '../../schemas/flow.ts'

export const cardWidth = 272
/** Used where a card was not measured yet. */
export const usualHeight = 180
export const columnGap = 96
export const rowGap = 40

export type Sizes = ReadonlyMap<string, { width: number; height: number }>

/** The place nearest below `wanted` where a card touches no other. */
export function freePlace(flow: Flow, wanted: Position, sizes: Sizes = new Map()): Position {
  const taken = flow.nodes.map((node) => {
    const at = flow.layout[node.id] ?? { x: 0, y: 0 }
    return { ...at, height: sizes.get(node.id)?.height ?? usualHeight }
  })
  let y = wanted.y
  for (;;) {
    const inTheWay = taken.find(
      (card) => Math.abs(card.x - wanted.x) < cardWidth + 16 && y < card.y + card.height + 16 && card.y < y + usualHeight + 16,
    )
    if (!inTheWay) return { x: Math.round(wanted.x), y: Math.round(y) }
    y = inTheWay.y + inTheWay.height + rowGap
  }
}

/** Where the card after `node` goes: one column to the right, level with it. */
export function placeAfter(flow: Flow, node: string, sizes: Sizes = new Map()): Position {
  const at = flow.layout[node] ?? { x: 0, y: 0 }
  return freePlace(flow, { x: at.x + cardWidth + columnGap, y: at.y }, sizes)
}

/**
 * Places for all cards in columns from left to right. The layout library is fetched when it is first asked for.
 * @returns only the cards that move.
 */
export async function tidyPlaces(flow: Flow, sizes: Sizes): Promise<Map<string, Position>> {
  const { graphlib, layout } = await import('@dagrejs/dagre')
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: rowGap, ranksep: columnGap, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of flow.nodes) graph.setNode(node.id, { width: cardWidth, height: sizes.get(node.id)?.height ?? usualHeight })
  for (const edge of flow.edges) graph.setEdge(edge.source, edge.target, {}, edge.id)
  layout(graph)
  const places = new Map<string, Position>()
  for (const node of flow.nodes) {
    const { x, y, width, height } = graph.node(node.id)
    const place = { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }
    const before = flow.layout[node.id]
    if (before?.x !== place.x || before.y !== place.y) places.set(node.id, place)
  }
  return places
}

/** The card next to `from` when one walks in a direction; null at the edge of the flow. */
export function neighbour(flow: Flow, from: string, direction: 'left' | 'right' | 'up' | 'down'): string | null {
  const here = flow.layout[from]
  if (!here) return null
  let best: { id: string; cost: number } | null = null
  for (const [id, place] of Object.entries(flow.layout)) {
    if (id === from) continue
    const along =
      direction === 'left'
        ? here.x - place.x
        : direction === 'right'
          ? place.x - here.x
          : direction === 'up'
            ? here.y - place.y
            : place.y - here.y
    const aside = direction === 'left' || direction === 'right' ? Math.abs(place.y - here.y) : Math.abs(place.x - here.x)
    if (along <= 8) continue
    const cost = along + aside * 2
    if (!best || cost < best.cost) best = { id, cost }
  }
  return best?.id ?? null
}
