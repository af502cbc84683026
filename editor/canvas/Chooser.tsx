import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import styles from './Chooser.module.css'

export interface Choice {
  id: string
  title: string
  /** A quiet second line, or words at the right. */
  help?: string
  aside?: string
  icon?: ReactNode
  /** More words the search finds it by. */
  also?: string
  /** Makes the row draggable; fills what the drag carries. */
  onDrag?: (transfer: DataTransfer) => void
}

export interface ChoiceGroup {
  label?: string
  choices: readonly Choice[]
}

interface Props {
  label: string
  placeholder: string
  groups: readonly ChoiceGroup[]
  /** Said when the search finds nothing. */
  nothing: (words: string) => string
  foot?: string
  onChoose: (id: string) => void
  onClose: () => void
}

/** A searchable list worked by mouse or keyboard: type, arrows, Enter, Escape. */
export function Chooser({ label, placeholder, groups, nothing, foot, onChoose, onClose }: Props) {
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const found = useMemo(() => narrow(groups, search), [groups, search])
  const flat = found.flatMap((group) => group.choices)
  const active = flat[Math.min(at, flat.length - 1)]

  const activeId = active && `${listId}-${active.id}`

  useEffect(() => {
    const row = activeId === undefined ? null : document.getElementById(activeId)
    row?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((Math.min(at, flat.length - 1) + step + flat.length) % Math.max(1, flat.length))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (active) onChoose(active.id)
    } else if (event.key === 'Escape') onClose()
  }

  return (
    <div className={styles.chooser} role="dialog" aria-label={label}>
      <input
        className={styles.search}
        // the list opens because the person asked for it, and the next thing they do is type
        // biome-ignore lint/a11y/noAutofocus: a menu takes the focus when it opens
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-label={label}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // a drag out of the list or a click in it must not close it first
          if (!event.relatedTarget) return
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onClose()
        }}
      />
      <div className={styles.list} role="listbox" id={listId} aria-label={label} tabIndex={-1}>
        {flat.length === 0 && <p className={styles.nothing}>{nothing(search.trim())}</p>}
        {found.map((group, index) => (
          <div key={group.label ?? index} role="group" aria-label={group.label}>
            {group.label && (
              <div className={styles.groupLabel} aria-hidden>
                {group.label}
              </div>
            )}
            {group.choices.map((choice) => (
              <Row
                key={choice.id}
                id={`${listId}-${choice.id}`}
                choice={choice}
                active={choice === active}
                onChoose={onChoose}
                onPoint={() => setAt(flat.indexOf(choice))}
              />
            ))}
          </div>
        ))}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  )
}

function Row({
  id,
  choice,
  active,
  onChoose,
  onPoint,
}: {
  id: string
  choice: Choice
  active: boolean
  onChoose: (id: string) => void
  onPoint: () => void
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above has the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: reached by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={styles.choice}
      draggable={choice.onDrag !== undefined}
      onDragStart={(event) => choice.onDrag?.(event.dataTransfer)}
      onPointerMove={() => !active && onPoint()}
      onClick={() => onChoose(choice.id)}
    >
      {choice.icon}
      <span className={styles.words}>
        <span className={styles.title}>{choice.title}</span>
        {choice.help && <span className={styles.help}>{choice.help}</span>}
      </span>
      {choice.aside && <span className={styles.aside}>{choice.aside}</span>}
    </div>
  )
}

function narrow(groups: readonly ChoiceGroup[], search: string): ChoiceGroup[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return groups.filter((group) => group.choices.length > 0)
  return groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter((choice) => `${choice.title} ${choice.also ?? ''} ${choice.help ?? ''}`.toLowerCase().includes(wanted)),
    }))
    .filter((group) => group.choices.length > 0)
}
