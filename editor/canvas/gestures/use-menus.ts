import { useMemo } from 'react'
import type { Flow } from '../../../schemas/flow.ts'
import { type Locale, locales } from '../../../schemas/text.ts'
import { cardOutlets } from '../card-words.ts'
import { freePlace, placeAfter } from '../layout.ts'
import { nodeTypeOf } from '../node-types.ts'
import { closeMenus, openPalette, useCanvasState } from '../state.ts'
import type { Stage } from '../use-stage.ts'
import { addNode, connect } from './add.ts'
import { insertOnEdge } from './insert.ts'

/** What happens when something is chosen in the palette or in "leads to…". */
export function useMenus(stage: Stage) {
  return useMemo(
    () => ({
      addChosen(type: string) {
        const { palette, nodes } = useCanvasState.getState()
        const { flow } = stage.draft.getState()
        const definition = nodeTypeOf(type)?.definition
        closeMenus()
        if (!flow || !definition || !palette) return
        const inserted = palette.edge ? insertOnEdge(flow, palette.edge, definition) : null
        const joins = !definition.starts && !definition.watches
        const from = palette.from ?? (palette.at || !joins ? undefined : openOutlet(flow, nodes))
        const at = palette.at ?? (from ? placeAfter(flow, from.node, stage.sizes()) : freePlace(flow, middleOf(stage), stage.sizes()))
        const added = inserted ?? addNode(definition, at, from)
        stage.draft.edit(added.operations)
        stage.goTo(added.id)
      },
      connectChosen(target: string) {
        const { connecting } = useCanvasState.getState()
        closeMenus()
        if (!connecting) return
        stage.draft.edit([connect(connecting.node, connecting.outlet, target)])
        stage.goTo(connecting.node)
      },
      newCardForOutlet() {
        const { connecting } = useCanvasState.getState()
        if (connecting) openPalette({ screen: connecting.screen, from: { node: connecting.node, outlet: connecting.outlet } })
      },
      disconnect() {
        const { connecting } = useCanvasState.getState()
        const edge = stage.draft
          .getState()
          .flow?.edges.find((each) => each.source === connecting?.node && each.sourceHandle === connecting.outlet)
        closeMenus()
        if (edge) stage.draft.edit([{ op: 'remove-edge', id: edge.id }])
      },
    }),
    [stage],
  )
}

/** The first way out of the one selected card that must lead somewhere and does not: a new card belongs there. */
export function openOutlet(
  flow: Flow,
  selected: readonly string[],
  locale: Locale = locales[0],
): { node: string; outlet: string } | undefined {
  const node = selected.length === 1 ? flow.nodes.find((each) => each.id === selected[0]) : undefined
  if (!node) return undefined
  const used = new Set(flow.edges.filter((edge) => edge.source === node.id).map((edge) => edge.sourceHandle))
  const open = cardOutlets(node, locale).find((outlet) => !outlet.may && !used.has(outlet.id))
  return open && { node: node.id, outlet: open.id }
}

function middleOf(stage: Stage) {
  const { x, y } = stage.centre()
  return { x: Math.round(x - 136), y: Math.round(y - 90) }
}
