import { type RefObject, useEffect } from 'react'
import { select, useCanvasState } from '../state.ts'
import type { Stage } from '../use-stage.ts'
import { clip, pasteCards, readClipping } from './copies.ts'
import { removeFromFlow } from './remove.ts'
import { isForCanvas } from './typing.ts'

/** Copy, cut and paste through the system's clipboard: cards travel as JSON, to other flows and other windows too. */
export function useClipboard(stage: Stage, wrapper: RefObject<HTMLDivElement | null>, readOnly: boolean) {
  useEffect(() => {
    const concerns = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null
      const selected = window.getSelection()
      return isForCanvas(target, wrapper.current) && (!selected || selected.isCollapsed)
    }
    const take = (event: ClipboardEvent) => {
      const { flow } = stage.draft.getState()
      const { nodes } = useCanvasState.getState()
      const clipped = flow && concerns(event) ? clip(flow, nodes) : null
      if (!flow || !clipped) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', JSON.stringify(clipped, null, 2))
      if (event.type !== 'cut' || readOnly) return
      stage.draft.edit(
        removeFromFlow(
          flow,
          clipped.nodes.map((node) => node.id),
        ),
      )
      select([])
    }
    const paste = (event: ClipboardEvent) => {
      const { flow } = stage.draft.getState()
      if (!flow || readOnly || !concerns(event)) return
      const clipped = readClipping(event.clipboardData?.getData('text/plain') ?? '')
      if (!clipped) return
      event.preventDefault()
      const originalsStillHere = clipped.nodes.some((node) => flow.nodes.some((each) => each.id === node.id))
      const { x, y } = stage.centre()
      const pasted = pasteCards(flow, clipped, originalsStillHere ? undefined : { x: Math.round(x - 136), y: Math.round(y - 90) })
      stage.draft.edit(pasted.operations)
      const [only] = pasted.ids
      if (pasted.ids.length === 1 && only) stage.goTo(only)
      else select(pasted.ids)
    }
    document.addEventListener('copy', take)
    document.addEventListener('cut', take)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', take)
      document.removeEventListener('cut', take)
      document.removeEventListener('paste', paste)
    }
  }, [stage, wrapper, readOnly])
}
