import { type DragEvent, useMemo } from 'react'
import { cardWidth } from '../layout.ts'
import { nodeTypeOf } from '../node-types.ts'
import { draggedType } from '../Palette.tsx'
import { closeMenus } from '../state.ts'
import type { Stage } from '../use-stage.ts'
import { addNode } from './add.ts'
import { insertOnEdge } from './insert.ts'

/** A type dragged from the palette: on a line it is inserted there, elsewhere it stands where it was dropped. */
export function useDropGesture(stage: Stage) {
  return useMemo(
    () => ({
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(draggedType)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      },
      onDrop: (event: DragEvent) => {
        const definition = nodeTypeOf(event.dataTransfer.getData(draggedType))?.definition
        const { flow } = stage.draft.getState()
        if (!definition || !flow) return
        event.preventDefault()
        const dropped = stage.toFlow({ x: event.clientX, y: event.clientY })
        const at = { x: Math.round(dropped.x - cardWidth / 2), y: Math.round(dropped.y - 24) }
        const edge = edgeUnder(event.clientX, event.clientY)
        const added = (edge && insertOnEdge(flow, edge, definition, at)) || addNode(definition, at)
        closeMenus()
        stage.draft.edit(added.operations)
        stage.pick(added.id)
      },
    }),
    [stage],
  )
}

function edgeUnder(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = element.closest('.react-flow__edge')
    if (edge) return edge.getAttribute('data-id')
  }
  return null
}
