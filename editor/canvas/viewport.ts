import type { Viewport } from '@xyflow/react'
import { z } from 'zod'
import type { Flow } from '../../schemas/flow.ts'
import { cardWidth, usualHeight } from './layout.ts'
import { nodeTypeOf } from './node-types.ts'

const remembered = z.object({ x: z.number(), y: z.number(), zoom: z.number().min(0.05).max(4) })

const keyOf = (person: string, flowId: string) => `floorwalker.view.${person}.${flowId}`

/** Where this person last looked at this flow on this machine. It is nobody else's business, so no edit either. */
export function recallViewport(person: string, flowId: string): Viewport | null {
  try {
    const parsed = remembered.safeParse(JSON.parse(localStorage.getItem(keyOf(person, flowId)) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function rememberViewport(person: string, flowId: string, viewport: Viewport): void {
  try {
    localStorage.setItem(keyOf(person, flowId), JSON.stringify(viewport))
  } catch {
    // a full storage costs only the memory of the place
  }
}

/** Room for what floats at the corners. */
const margin = { top: 72, side: 48, bottom: 72 }
const closest = 1
/** Cards can be read down to here. */
const farthest = 0.75

/** The first look at a flow: all of it, if it can be read then; else its beginning. */
export function firstView(flow: Flow, window: { width: number; height: number }): Viewport {
  const places = flow.nodes.map((node) => flow.layout[node.id] ?? { x: 0, y: 0 })
  if (places.length === 0) return { x: window.width / 2, y: window.height / 2, zoom: 1 }
  const left = Math.min(...places.map((place) => place.x))
  const top = Math.min(...places.map((place) => place.y))
  const width = Math.max(...places.map((place) => place.x)) + cardWidth - left
  const height = Math.max(...places.map((place) => place.y)) + usualHeight - top
  const room = { width: window.width - 2 * margin.side, height: window.height - margin.top - margin.bottom }
  const fitting = Math.min(room.width / width, room.height / height, closest)
  const zoom = Math.max(fitting, farthest)
  const begins = flow.nodes.find((node) => nodeTypeOf(node.type)?.definition.starts)
  const start = (begins && flow.layout[begins.id]) ?? { x: left, y: top }
  const x = width * zoom <= room.width ? (window.width - width * zoom) / 2 - left * zoom : margin.side - start.x * zoom
  const y =
    height * zoom <= room.height ? margin.top + (room.height - height * zoom) / 2 - top * zoom : window.height * 0.42 - start.y * zoom
  return { x: Math.round(x), y: Math.round(y), zoom }
}
