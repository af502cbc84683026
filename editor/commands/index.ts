import { addNode } from './add-node.ts'
import type { Command } from './command.ts'
import { connectSelected } from './connect.ts'
import { deleteSelected } from './delete.ts'
import { duplicate } from './duplicate.ts'
import { redo, undo } from './history.ts'
import { deselect, selectAll } from './select.ts'
import { tidy } from './tidy.ts'
import { walk } from './walk.ts'

/** Everything that can be done on the canvas, in one list. */
export const commands: readonly Command[] = [
  addNode,
  connectSelected,
  duplicate,
  deleteSelected,
  undo,
  redo,
  selectAll,
  deselect,
  tidy,
  ...walk,
]
