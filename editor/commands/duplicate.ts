import { clip, pasteCards } from '../canvas/gestures/copies.ts'
import { select } from '../canvas/state.ts'
import type { Command } from './command.ts'

export const duplicate: Command = {
  id: 'duplicate',
  label: 'duplicate',
  keys: ['mod+d'],
  where: 'canvas',
  edits: true,
  enabled: ({ nodes }) => nodes.length > 0,
  run: ({ draft, flow, nodes }) => {
    const clipped = clip(flow, nodes)
    if (!clipped) return
    const copies = pasteCards(flow, clipped)
    draft.edit(copies.operations)
    select(copies.ids)
  },
}
