import { tidyPlaces } from '../canvas/layout.ts'
import type { Command } from './command.ts'

export const tidy: Command = {
  id: 'tidy',
  label: 'tidy',
  keys: ['mod+shift+l'],
  where: 'canvas',
  edits: true,
  enabled: ({ flow }) => flow.nodes.length > 1,
  run: ({ draft, flow, sizes, fit }) => {
    void tidyPlaces(flow, sizes()).then((places) => {
      draft.edit([...places].map(([id, to]) => ({ op: 'move-node' as const, id, to })))
      requestAnimationFrame(fit)
    })
  },
}
