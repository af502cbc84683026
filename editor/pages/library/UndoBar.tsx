import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertCircle, IconArrowBackUp, IconArrowForwardUp, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { readableKeys } from '../../commands/keys.ts'
import { useWords } from '../../i18n/index.ts'
import css from './UndoBar.module.css'
import { useUndo } from './undo.ts'
import { words } from './words.ts'

const shownFor = 9_000

/** Says what was just changed and takes it back, by button or by Ctrl+Z; stands once on each page of the library. */
export function UndoBar() {
  const say = useWords(words)
  const { note, busy, undo, redo, dismiss } = useUndo()
  useUndoKeys()
  useEffect(() => {
    if (!note || note.kind === 'failed') return
    const timer = setTimeout(dismiss, shownFor)
    return () => clearTimeout(timer)
  }, [note, dismiss])

  return (
    <div className={css.place} role="status">
      {note && (
        <div className={css.note} key={note.count} data-failed={note.kind === 'failed' || undefined}>
          {note.kind === 'failed' && <IconAlertCircle size={18} stroke={1.75} aria-hidden="true" />}
          <span>{note.kind === 'undone' ? say('undone', { what: note.text }) : note.text}</span>
          {(note.kind === 'done' || note.kind === 'undone') && (
            <button type="button" disabled={busy} onClick={() => void (note.kind === 'undone' ? redo() : undo())}>
              {say(note.kind === 'undone' ? 'redo' : 'undo')}
            </button>
          )}
          <button type="button" className={css.close} aria-label={say('closeNote')} onClick={dismiss}>
            <IconX size={16} stroke={1.75} />
          </button>
        </div>
      )}
    </div>
  )
}

/** Take back and do again in the bar of a page. */
export function UndoButtons() {
  const say = useWords(words)
  const { past, future, undo, redo } = useUndo()
  if (past.length === 0 && future.length === 0) return null
  return (
    <>
      <Step label={say('undoHint', { keys: readableKeys('mod+z') })} able={past.length > 0} act={undo}>
        <IconArrowBackUp size={18} stroke={1.75} />
      </Step>
      <Step label={say('redoHint', { keys: readableKeys('mod+shift+z') })} able={future.length > 0} act={redo}>
        <IconArrowForwardUp size={18} stroke={1.75} />
      </Step>
    </>
  )
}

function Step({ label, able, act, children }: { label: string; able: boolean; act: () => Promise<void>; children: React.ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={label}
        aria-disabled={!able}
        data-disabled={!able || undefined}
        onClick={() => able && void act()}
        className={css.step}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function useUndoKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z' || isWriting(event.target)) return
      event.preventDefault()
      const { undo, redo } = useUndo.getState()
      void (event.shiftKey ? redo() : undo())
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** In a field that holds words, the keys take back what was typed there. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return target.value !== ''
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'file'].includes(target.type) && target.value !== ''
}
