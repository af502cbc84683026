import type { Flow, Position } from '../../../schemas/flow.ts'
import type { Operation } from '../../../schemas/operation.ts'

/** Cards that were dragged to where they are now; a press that moved nothing is no edit. */
export function moveCards(flow: Flow, dragged: readonly { id: string; position: Position }[]): Operation[] {
  return dragged.flatMap(({ id, position }): Operation[] => {
    const to = { x: Math.round(position.x), y: Math.round(position.y) }
    const from = flow.layout[id]
    return from?.x === to.x && from.y === to.y ? [] : [{ op: 'move-node', id, to }]
  })
}
