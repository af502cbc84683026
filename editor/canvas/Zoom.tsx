import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useReactFlow, useViewport } from '@xyflow/react'
import { useWords } from '../i18n/index.ts'
import styles from './Canvas.module.css'
import { words } from './words.ts'

/** How close one looks, at the lower left corner. */
export function Zoom({ onFit }: { onFit: () => void }) {
  const say = useWords(words)
  const { zoomIn, zoomOut, zoomTo } = useReactFlow()
  const { zoom } = useViewport()
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.square}
        aria-label={say('zoomOut')}
        title={say('zoomOut')}
        onClick={() => void zoomOut({ duration: 120 })}
      >
        <IconMinus size={18} stroke={1.75} />
      </button>
      <button type="button" className={styles.percent} title={say('zoomReset')} onClick={() => void zoomTo(1, { duration: 120 })}>
        {Math.round(zoom * 100)}%
      </button>
      <button
        type="button"
        className={styles.square}
        aria-label={say('zoomIn')}
        title={say('zoomIn')}
        onClick={() => void zoomIn({ duration: 120 })}
      >
        <IconPlus size={18} stroke={1.75} />
      </button>
      <button type="button" className={styles.square} aria-label={say('fit')} title={say('fit')} onClick={onFit}>
        <IconMaximize size={18} stroke={1.75} />
      </button>
    </div>
  )
}
