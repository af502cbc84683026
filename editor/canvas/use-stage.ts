import { useReactFlow } from '@xyflow/react'
import { type RefObject, useMemo } from 'react'
import type { Position } from '../../schemas/flow.ts'
import type { Draft } from '../draft/store.ts'
import type { CardNode, WireEdge } from './elements.ts'
import { cardWidth, type Sizes, usualHeight } from './layout.ts'
import { select } from './state.ts'

/** What commands and gestures may do with the canvas besides editing the document. */
export interface Stage {
  draft: Draft
  /** Middle of what is visible, in the flow's own coordinates. */
  centre(): Position
  /** A point of the screen in the flow's own coordinates. */
  toFlow(client: Position): Position
  sizes(): Sizes
  /** Selects a card and gives it the keyboard. */
  pick(node: string): void
  /** Picks a card and brings it into sight. */
  goTo(node: string): void
  /** Selects a card and brings it into sight; the keyboard stays where it is, in one of its fields mostly. */
  show(node: string): void
  fit(): void
  /** Where on the screen an outlet's row ends. */
  outletCorner(node: string, outlet: string): Position
}

/** Height of what floats over the canvas: add and tidy above; zoom, problem and minimap below. */
const floats = { top: 56, bottom: 128 }

/** The stage of the canvas inside a React Flow provider. */
export function useStage(draft: Draft, wrapper: RefObject<HTMLDivElement | null>): Stage {
  const flow = useReactFlow<CardNode, WireEdge>()
  return useMemo(() => {
    const box = () => wrapper.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1_200, 800)
    const elementOf = (node: string) => wrapper.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`)
    const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160)
    const reveal = (node: string) => {
      const place = draft.getState().flow?.layout[node]
      if (!place) return
      const height = flow.getNode(node)?.measured?.height ?? usualHeight
      const near = flow.flowToScreenPosition(place)
      const far = flow.flowToScreenPosition({ x: place.x + cardWidth, y: place.y + height })
      const seen = box()
      // what floats along the edges covers cards there
      const inside = near.x >= seen.left && near.y >= seen.top + floats.top && far.x <= seen.right && far.y <= seen.bottom - floats.bottom
      if (!inside)
        void flow.setCenter(place.x + cardWidth / 2, place.y + height / 2, { zoom: Math.max(0.6, flow.getZoom()), duration: duration() })
    }
    const pick = (node: string) => {
      select([node])
      // a new card is measured and drawn one frame later
      requestAnimationFrame(() => requestAnimationFrame(() => elementOf(node)?.focus({ preventScroll: true })))
    }
    return {
      draft,
      centre: () => {
        const seen = box()
        return flow.screenToFlowPosition({ x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 })
      },
      toFlow: (client) => flow.screenToFlowPosition(client),
      sizes: () => new Map(flow.getNodes().map((node) => [node.id, { width: cardWidth, height: node.measured?.height ?? usualHeight }])),
      pick,
      show: (node) => {
        select([node])
        requestAnimationFrame(() => reveal(node))
      },
      goTo: (node) => {
        pick(node)
        requestAnimationFrame(() => reveal(node))
      },
      fit: () => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: duration() }),
      outletCorner: (node, outlet) => {
        const row = elementOf(node)?.querySelector(`[data-handleid="${CSS.escape(outlet)}"]`) ?? elementOf(node)
        const { right, top } = row?.getBoundingClientRect() ?? box()
        return { x: right, y: top }
      },
    }
  }, [draft, flow, wrapper])
}
