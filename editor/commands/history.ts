import type { Command } from './command.ts'

export const undo: Command = {
  id: 'undo',
  label: 'undo',
  keys: ['mod+z'],
  where: 'anywhere',
  edits: true,
  enabled: ({ draft }) => draft.getState().canUndo,
  run: ({ draft }) => draft.undo(),
}

export const redo: Command = {
  id: 'redo',
  label: 'redo',
  keys: ['mod+shift+z', 'mod+y'],
  where: 'anywhere',
  edits: true,
  enabled: ({ draft }) => draft.getState().canRedo,
  run: ({ draft }) => draft.redo(),
}
