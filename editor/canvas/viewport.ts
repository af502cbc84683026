import type { Viewport } from '@xyflow/react'
import { z } from 'zod'

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
