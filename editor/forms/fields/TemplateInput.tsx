import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWords } from '../../i18n/index.ts'
import styles from '../Form.module.css'
import { words } from '../words.ts'
import template from './Template.module.css'

interface Props {
  value: string
  label: string
  placeholder?: string
  /** Names that may stand between braces; none = the text is taken literally. */
  variables: readonly { name: string; label: string }[]
  disabled: boolean
  onChange: (value: string) => void
}

const started = /\{\{\s*([\w.]*)$/

/** A text that grows with its words; variables look like chips, and two braces offer them. */
export function TemplateInput({ value, label, placeholder, variables, disabled, onChange }: Props) {
  const say = useWords(words)
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const begun = caret === null || variables.length === 0 ? null : started.exec(value.slice(0, caret))
  const offered = begun ? variables.filter(({ name, label: words }) => name.includes(begun[1] ?? '') || words.includes(begun[1] ?? '')) : []
  const active = offered[Math.min(at, offered.length - 1)]

  const insert = (name: string) => {
    if (!begun || caret === null) return
    const before = `${value.slice(0, begun.index)}{{ ${name} }}`
    onChange(before + value.slice(caret).replace(/^\s*\}\}/, ''))
    setCaret(null)
    requestAnimationFrame(() => area.current?.setSelectionRange(before.length, before.length))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setAt((Math.min(at, offered.length - 1) + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') insert(active.name)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={template.template}>
      <div className={template.grown}>
        <div className={template.mirror} aria-hidden>
          {chips(value)}{' '}
        </div>
        <textarea
          ref={area}
          className={template.area}
          rows={1}
          value={value}
          aria-label={label}
          placeholder={placeholder}
          disabled={disabled}
          spellCheck={false}
          aria-controls={active ? listId : undefined}
          aria-activedescendant={active ? `${listId}-${active.name}` : undefined}
          onChange={(event) => {
            onChange(event.target.value)
            setCaret(event.target.selectionStart)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setCaret(null)}
        />
      </div>
      {active && (
        <div className={template.offer} role="listbox" id={listId} aria-label={say('insertVariable')}>
          {offered.slice(0, 8).map((variable) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keyboard
            // biome-ignore lint/a11y/useFocusableInteractive: reached by aria-activedescendant
            <div
              key={variable.name}
              id={`${listId}-${variable.name}`}
              role="option"
              aria-selected={variable === active}
              className={template.offered}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => insert(variable.name)}
            >
              <span className={styles.variable}>{variable.name}</span>
              <span>{variable.label}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** The same text with its variables marked, drawn behind the letters. */
function chips(text: string) {
  return text.split(/(\{\{[^{}]*\}\})/).map((part, index) => {
    const key = `${index}`
    return part.startsWith('{{') ? <mark key={key}>{part}</mark> : <span key={key}>{part}</span>
  })
}
