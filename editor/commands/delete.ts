import { removeFromFlow } from '../canvas/gestures/remove.ts'
import { select } from '../canvas/state.ts'
import type { Command } from './command.ts'

export const deleteSelected: Command = {
  id: 'delete',
  label: 'delete',
  keys: ['delete', 'backspace'],
  where: 'canvas',
  edits: true,
  enabled: ({ nodes, edges }) => nodes.length + edges.length > 0,
  run: ({ draft, flow, nodes, edges }) => {
    select([])
    draft.edit(removeFromFlow(flow, nodes, edges))
  },
}
