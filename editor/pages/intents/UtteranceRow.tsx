import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowRight, IconCopy, IconX } from '@tabler/icons-react'
import { useWords } from '../../i18n/index.ts'
import { useIntentNames } from '../library/intent-queries.ts'
import css from './Intents.module.css'
import { words } from './words.ts'

/** What nearly repeats an utterance: the intent that holds the other one, and its words. */
export interface Twin {
  /** Null = in the same intent. */
  intent: string | null
  text: string
}

interface Props {
  text: string
  /** Reached by Tab; the others by the arrow keys from there. */
  active: boolean
  selected: boolean
  twin: Twin | undefined
  /** Null where nothing may be changed. */
  toggle: (() => void) | null
  take: () => void
  move: () => void
}

/** One thing that customers say. */
export function UtteranceRow({ text, active, selected, twin, toggle, take, move }: Props) {
  const say = useWords(words)
  const tab = active ? 0 : -1
  return (
    <div className={css.utterance} data-selected={selected || undefined}>
      {toggle ? (
        <label className={css.said}>
          <input type="checkbox" checked={selected} tabIndex={tab} data-row-focus onChange={toggle} aria-label={say('select', { text })} />
          <span title={text}>{text}</span>
        </label>
      ) : (
        <span className={css.said} tabIndex={tab} data-row-focus>
          <span title={text}>{text}</span>
        </span>
      )}
      {twin && <TwinMark twin={twin} />}
      {toggle && (
        <span className={css.rowActions}>
          <RowAction label={say('moveOne', { text })} tab={tab} act={move}>
            <IconArrowRight size={16} stroke={1.75} />
          </RowAction>
          <RowAction label={say('takeOne', { text })} tab={tab} act={take}>
            <IconX size={16} stroke={1.75} />
          </RowAction>
        </span>
      )}
    </div>
  )
}

function TwinMark({ twin }: { twin: Twin }) {
  const say = useWords(words)
  const nameOf = useIntentNames()
  const there = twin.intent === null ? null : nameOf(twin.intent)
  return (
    <Tooltip label={there === null ? say('twinHere', { text: twin.text }) : say('twinThere', { name: there, text: twin.text })}>
      <span className={css.twin} data-there={there !== null || undefined}>
        <IconCopy size={14} stroke={1.75} aria-hidden="true" />
        {there === null ? say('twinChip') : say('twinChipThere', { name: there })}
      </span>
    </Tooltip>
  )
}

function RowAction({ label, tab, act, children }: { label: string; tab: number; act: () => void; children: React.ReactNode }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={label}
      title={label}
      tabIndex={tab}
      onClick={act}
      className={css.quietButton}
    >
      {children}
    </ActionIcon>
  )
}
