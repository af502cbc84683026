import { IconPlus, IconX } from '@tabler/icons-react'
import { BaseEdge, type ConnectionLineComponentProps, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useWords } from '../i18n/index.ts'
import { curve } from './curve.ts'
import styles from './Edge.module.css'
import { useEdgeActions } from './edge-actions.ts'
import type { WireEdge } from './elements.ts'
import { hoverEdge } from './state.ts'
import { words } from './words.ts'

/** A line from an outlet's own row to the card it leads to. Under the pointer it offers to insert a card, or to go. */
export const Wire = memo(function Wire({ id, sourceX, sourceY, targetX, targetY, data, selected }: EdgeProps<WireEdge>) {
  const { path, middle } = curve({ x: sourceX, y: sourceY }, { x: targetX, y: targetY })
  const active = !data?.readOnly && (selected || data?.hovered)
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        className={`${styles.wire} ${data?.lit ? styles.lit : ''} ${active ? styles.active : ''}`}
        interactionWidth={18}
      />
      {active && <Tools edge={id} x={middle.x} y={middle.y} />}
    </>
  )
})

function Tools({ edge, x, y }: { edge: string; x: number; y: number }) {
  const say = useWords(words)
  const { insert, remove } = useEdgeActions()
  return (
    <EdgeLabelRenderer>
      <div
        className={`${styles.tools} nodrag nopan`}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        onPointerEnter={() => hoverEdge(edge)}
        onPointerLeave={() => hoverEdge(null)}
      >
        <button
          type="button"
          className={styles.tool}
          aria-label={say('insertHere')}
          title={say('insertHere')}
          onClick={(event) => insert(edge, event.currentTarget)}
        >
          <IconPlus size={14} stroke={2} />
        </button>
        <button
          type="button"
          className={styles.tool}
          data-kind="remove"
          aria-label={say('removeEdge')}
          title={say('removeEdge')}
          onClick={() => remove(edge)}
        >
          <IconX size={14} stroke={2} />
        </button>
      </div>
    </EdgeLabelRenderer>
  )
}

/** The line while it is being drawn. */
export function ConnectionLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  return <path d={curve({ x: fromX, y: fromY }, { x: toX, y: toY }).path} className={styles.drawing} />
}
