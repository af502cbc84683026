import { z } from 'zod'
import { type Flow, flowEdge, flowNode, flowSlot, type Position, position } from '../../../schemas/flow.ts'
import { id } from '../../../schemas/name.ts'
import type { Operation } from '../../../schemas/operation.ts'
import { readJson } from '../../../schemas/read.ts'
import { dataOf } from '../card-words.ts'
import { newId } from '../new-id.ts'
import { nodeTypeOf } from '../node-types.ts'

/** What lies on the clipboard: cards with the edges between them and the variables they use. Plain JSON, good for other flows too. */
export const clipping = z
  .object({
    floorwalker: z.literal('cards'),
    nodes: z.array(flowNode).min(1).max(2_000),
    edges: z.array(flowEdge).max(5_000),
    layout: z.record(id, position),
    slots: z.array(flowSlot).max(500),
  })
  .strict()
export type Clipping = z.infer<typeof clipping>

/** Cards as they go to the clipboard; null when there is nothing to take. A flow has one start, so that is left behind. */
export function clip(flow: Flow, chosen: readonly string[]): Clipping | null {
  const ids = new Set(chosen)
  const nodes = flow.nodes.filter((node) => ids.has(node.id) && !nodeTypeOf(node.type)?.definition.starts)
  if (nodes.length === 0) return null
  const taken = new Set(nodes.map((node) => node.id))
  const used = new Set(nodes.flatMap(slotsOf))
  return {
    floorwalker: 'cards',
    nodes,
    edges: flow.edges.filter((edge) => taken.has(edge.source) && taken.has(edge.target)),
    layout: Object.fromEntries(nodes.map((node) => [node.id, flow.layout[node.id] ?? { x: 0, y: 0 }])),
    slots: flow.slots.filter((slot) => used.has(slot.name)),
  }
}

/** Text of the clipboard → clipping; null when it is something else. */
export function readClipping(text: string): Clipping | null {
  const read = readJson(text)
  if ('problem' in read) return null
  const parsed = clipping.safeParse(read.value)
  return parsed.success ? parsed.data : null
}

/**
 * Adds copies of the cards under new ids, and the variables the flow lacks.
 * @param at where the upper left corner of the group goes; absent = a little off the originals.
 */
export function pasteCards(flow: Flow, clipped: Clipping, at?: Position): { operations: Operation[]; ids: string[] } {
  const ids = new Map(clipped.nodes.map((node) => [node.id, newId(node.type)]))
  const places = clipped.nodes.map((node) => clipped.layout[node.id] ?? { x: 0, y: 0 })
  const corner = { x: Math.min(...places.map((place) => place.x)), y: Math.min(...places.map((place) => place.y)) }
  const shift = at ? { x: at.x - corner.x, y: at.y - corner.y } : { x: 40, y: 40 }
  const missing = clipped.slots.filter((slot) => !flow.slots.some((known) => known.name === slot.name))
  const copyOf = (original: string) => ids.get(original) ?? original
  return {
    ids: [...ids.values()],
    operations: [
      ...missing.map((slot): Operation => ({ op: 'put-slot', slot })),
      ...clipped.nodes.map((node, index): Operation => {
        const place = places[index] ?? corner
        return {
          op: 'add-node',
          node: { ...node, id: copyOf(node.id) },
          at: { x: Math.round(place.x + shift.x), y: Math.round(place.y + shift.y) },
        }
      }),
      ...clipped.edges.map(
        (edge): Operation => ({
          op: 'add-edge',
          edge: { ...edge, id: newId('e'), source: copyOf(edge.source), target: copyOf(edge.target) },
        }),
      ),
    ],
  }
}

function slotsOf(node: Flow['nodes'][number]): string[] {
  const definition = nodeTypeOf(node.type)?.definition
  const data = dataOf(node)
  try {
    return [...(definition?.reads?.(data) ?? []), ...(definition?.writes?.(data) ?? [])]
  } catch {
    return []
  }
}
