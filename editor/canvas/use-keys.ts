import { type RefObject, useEffect } from 'react'
import type { CommandContext } from '../commands/command.ts'
import { commands } from '../commands/index.ts'
import { commandFor } from '../commands/keys.ts'
import { isForCanvas, isTyping } from './gestures/typing.ts'
import { useCanvasState } from './state.ts'
import type { Stage } from './use-stage.ts'

/** What a command sees now; null while the draft is not there. */
export function contextOf(stage: Stage): CommandContext | null {
  const { flow } = stage.draft.getState()
  const { nodes, edges } = useCanvasState.getState()
  return flow && { ...stage, flow, nodes, edges }
}

/** Runs commands by their keys. */
export function useKeys(stage: Stage, wrapper: RefObject<HTMLDivElement | null>, readOnly: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || isTyping(target)) return
      const command = commandFor(commands, event)
      const onCanvas = isForCanvas(target, wrapper.current)
      const context = contextOf(stage)
      if (!command || !context || (command.where === 'canvas' && !onCanvas) || (command.edits && readOnly) || !command.enabled(context))
        return
      event.preventDefault()
      command.run(context)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [stage, wrapper, readOnly])
}
