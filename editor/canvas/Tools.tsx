import { IconLayoutDistributeVertical, IconPlus } from '@tabler/icons-react'
import { readableKeys } from '../commands/keys.ts'
import { tidy } from '../commands/tidy.ts'
import { useWords } from '../i18n/index.ts'
import styles from './Canvas.module.css'
import { closeMenus, openPalette, useCanvasState } from './state.ts'
import { contextOf } from './use-keys.ts'
import type { Stage } from './use-stage.ts'
import { words } from './words.ts'

/** Add and tidy, at the upper left corner. */
export function Tools({ stage, readOnly }: { stage: Stage; readOnly: boolean }) {
  const say = useWords(words)
  const open = useCanvasState((state) => state.palette !== null && !state.palette.screen)
  if (readOnly) return null
  const run = () => {
    const context = contextOf(stage)
    if (context && tidy.enabled(context)) tidy.run(context)
  }
  return (
    <div className={styles.tools}>
      <button
        type="button"
        className={styles.tool}
        aria-expanded={open}
        aria-haspopup="listbox"
        onPointerDown={(event) => open && event.preventDefault()}
        onClick={() => (open ? closeMenus() : openPalette({}))}
      >
        <IconPlus size={18} stroke={1.75} />
        {say('addNode')}
        <kbd className={styles.key}>/</kbd>
      </button>
      <button type="button" className={styles.tool} title={readableKeys(tidy.keys[0] ?? '')} onClick={run}>
        <IconLayoutDistributeVertical size={18} stroke={1.75} />
        {say('tidy')}
      </button>
    </div>
  )
}
