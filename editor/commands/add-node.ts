import { openPalette } from '../canvas/state.ts'
import type { Command } from './command.ts'

export const addNode: Command = {
  id: 'add-node',
  label: 'addNode',
  keys: ['/'],
  where: 'anywhere',
  edits: true,
  enabled: () => true,
  run: () => openPalette({}),
}
