import { useEffect, useRef } from 'react'
import { select, useCanvasState } from './state.ts'
import type { Stage } from './use-stage.ts'

/** Keeps the selection and the open settings together: what is chosen here opens there, and what is opened there comes into sight here. */
export function useSelectedNode(stage: Stage, selectedNode: string | null, onSelect: (node: string | null) => void): void {
  const nodes = useCanvasState((state) => state.nodes)
  const tell = useRef(onSelect)
  tell.current = onSelect
  /** The choice both sides know of. */
  const told = useRef<string | null>(null)
  useEffect(() => {
    const only = nodes.length === 1 ? (nodes[0] ?? null) : null
    if (only === told.current) return
    told.current = only
    tell.current(only)
  }, [nodes])
  useEffect(() => {
    if (selectedNode === told.current) return
    told.current = selectedNode
    if (selectedNode) stage.show(selectedNode)
    else select([])
  }, [selectedNode, stage])
}
