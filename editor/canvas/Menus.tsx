import { type CSSProperties, type ReactNode, type RefObject, useEffect } from 'react'
import type { Flow, Position } from '../../schemas/flow.ts'
import type { Locale } from '../../schemas/text.ts'
import styles from './Canvas.module.css'
import { ConnectMenu } from './ConnectMenu.tsx'
import { useMenus } from './gestures/use-menus.ts'
import { Palette } from './Palette.tsx'
import { closeMenus, useCanvasState } from './state.ts'
import type { Stage } from './use-stage.ts'

/** The palette and "leads to…", where they were asked for. */
export function Menus({
  stage,
  flow,
  locale,
  wrapper,
}: {
  stage: Stage
  flow: Flow
  locale: Locale
  wrapper: RefObject<HTMLDivElement | null>
}) {
  const { palette, connecting } = useCanvasState()
  const chosen = useMenus(stage)
  if (palette)
    return (
      <Floating at={palette.screen} wrapper={wrapper}>
        <Palette
          key={`${palette.edge}${palette.from?.node}`}
          flow={flow}
          locale={locale}
          request={palette}
          onChoose={chosen.addChosen}
          onClose={closeMenus}
        />
      </Floating>
    )
  if (connecting)
    return (
      <Floating at={connecting.screen} wrapper={wrapper}>
        <ConnectMenu
          flow={flow}
          locale={locale}
          request={connecting}
          onConnect={chosen.connectChosen}
          onNewCard={chosen.newCardForOutlet}
          onDisconnect={chosen.disconnect}
          onClose={closeMenus}
        />
      </Floating>
    )
  return null
}

const width = 320
const height = 400
const margin = 16

/** Stands at a point of the screen, wholly inside the canvas; without one, under the button at the upper left. */
function Floating({ at, wrapper, children }: { at: Position | undefined; wrapper: RefObject<HTMLDivElement | null>; children: ReactNode }) {
  useEffect(() => {
    const { current } = wrapper
    // the keyboard goes back to where it was, unless something else took it
    return () => {
      const lost = document.activeElement === null || document.activeElement === document.body
      // a card made this moment is selected, and not drawn yet: the one drawn as selected is the former
      const [selected] = useCanvasState.getState().nodes
      const back = selected && current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(selected)}"]`)
      if (lost && back) back.focus({ preventScroll: true })
    }
  }, [wrapper])
  return (
    <div className={styles.floating} style={placeOf(at, wrapper.current)}>
      {children}
    </div>
  )
}

function placeOf(at: Position | undefined, canvas: HTMLDivElement | null): CSSProperties {
  if (!at || !canvas) return { left: margin, top: 60, maxHeight: 'calc(100% - 76px)' }
  const box = canvas.getBoundingClientRect()
  const left = Math.max(margin, Math.min(at.x - box.left + 8, box.width - width - margin))
  const top = Math.max(margin, Math.min(at.y - box.top, box.height - height - margin))
  return { left, top, maxHeight: box.height - top - margin }
}
