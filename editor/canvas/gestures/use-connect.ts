import type { FinalConnectionState, OnConnect, OnReconnect } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import { hasInlet } from '../ConnectMenu.tsx'
import type { WireEdge } from '../elements.ts'
import { openPalette } from '../state.ts'
import type { Stage } from '../use-stage.ts'
import { connect } from './add.ts'

/** Drawing a line: onto a card it connects, into the void it asks which card should stand there; a line pulled off goes. */
export function useConnectGesture(stage: Stage) {
  const pulled = useRef<string | null>(null)
  return useMemo(() => {
    const link = (source: string, outlet: string, target: string) => stage.draft.edit([connect(source, outlet, target)])
    const onConnect: OnConnect = ({ source, sourceHandle, target }) => {
      if (sourceHandle) link(source, sourceHandle, target)
    }
    const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { fromNode, fromHandle, isValid } = state
      if (pulled.current !== null || isValid || !fromNode || fromHandle?.type !== 'source' || !fromHandle.id) return
      const client = pointOf(event)
      const under = cardUnder(client)
      const type = under && stage.draft.getState().flow?.nodes.find((node) => node.id === under)?.type
      if (under && type && hasInlet(type)) return link(fromNode.id, fromHandle.id, under)
      if (under) return
      const at = stage.toFlow(client)
      openPalette({
        screen: client,
        at: { x: Math.round(at.x), y: Math.round(at.y - 24) },
        from: { node: fromNode.id, outlet: fromHandle.id },
      })
    }
    const onReconnect: OnReconnect<WireEdge> = (old, { source, sourceHandle, target }) => {
      pulled.current = null
      if (!sourceHandle || (old.source === source && old.sourceHandle === sourceHandle && old.target === target)) return
      stage.draft.edit([
        { op: 'remove-edge', id: old.id },
        { op: 'add-edge', edge: { id: old.id, source, sourceHandle, target } },
      ])
    }
    return {
      onConnect,
      onConnectEnd,
      onReconnectStart: (_event: unknown, edge: WireEdge) => {
        pulled.current = edge.id
      },
      onReconnect,
      onReconnectEnd: () => {
        if (pulled.current !== null) stage.draft.edit([{ op: 'remove-edge', id: pulled.current }])
        pulled.current = null
      },
    }
  }, [stage])
}

function pointOf(event: MouseEvent | TouchEvent) {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}

function cardUnder({ x, y }: { x: number; y: number }): string | null {
  return document.elementFromPoint(x, y)?.closest('.react-flow__node')?.getAttribute('data-id') ?? null
}
