import type { Flow } from '../../schemas/flow.ts'
import type { Stage } from '../canvas/use-stage.ts'
import type { words } from '../canvas/words.ts'

/** What a command finds when it runs: the document, the selection, and the canvas. */
export interface CommandContext extends Stage {
  flow: Flow
  nodes: readonly string[]
  edges: readonly string[]
}

/** One thing that can be done. Shortcuts, buttons and menus are made from these. */
export interface Command {
  id: string
  label: keyof (typeof words)['zh-CN']
  /** `mod` is Ctrl, or ⌘ on a Mac: `mod+shift+z`. The first is shown. */
  keys: readonly string[]
  /** Where its keys work: on the canvas only, or wherever nobody is typing. */
  where: 'canvas' | 'anywhere'
  /** Changes the document; not offered to those who may only read. */
  edits: boolean
  enabled(context: CommandContext): boolean
  run(context: CommandContext): void
}
