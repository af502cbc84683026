import { closeMenus, select, useCanvasState } from '../canvas/state.ts'
import type { Command } from './command.ts'

export const selectAll: Command = {
  id: 'select-all',
  label: 'selectAll',
  keys: ['mod+a'],
  where: 'canvas',
  edits: false,
  enabled: () => true,
  run: ({ flow }) => select(flow.nodes.map((node) => node.id)),
}

export const deselect: Command = {
  id: 'deselect',
  label: 'deselect',
  keys: ['escape'],
  where: 'canvas',
  edits: false,
  enabled: ({ nodes, edges }) => nodes.length + edges.length > 0 || useCanvasState.getState().palette !== null,
  run: () => {
    closeMenus()
    select([])
  },
}
