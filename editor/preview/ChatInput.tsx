import { Button, Tooltip } from '@mantine/core'
import { IconClockPause, IconPhoto, IconRotateClockwise2, IconSend2 } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useWords } from '../i18n/index.ts'
import type { Rehearsal } from './rehearsal.ts'
import css from './TestChat.module.css'
import { words } from './words.ts'

/** Where the customer's line is typed; arrow up brings back what was said before. */
export function ChatInput({ rehearsal }: { rehearsal: Rehearsal }) {
  const say = useWords(words)
  const { turns, busy } = useStore(rehearsal)
  const [text, setText] = useState('')
  const [back, setBack] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const said = turns.flatMap((turn) => (turn.cause.kind === 'said' && turn.cause.content.type === 'text' ? [turn.cause.content.text] : []))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return
    void rehearsal.say({ type: 'text', text })
    setText('')
    setBack(0)
    field.current?.focus()
  }

  const recall = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    const wanted = Math.min(Math.max(back + step, 0), said.length)
    if (step === 0 || wanted === back || event.nativeEvent.isComposing) return
    event.preventDefault()
    setBack(wanted)
    setText(said.at(-wanted) && wanted > 0 ? (said.at(-wanted) ?? '') : '')
  }

  return (
    <div className={css.foot}>
      <div className={css.tools}>
        <Tooltip label={say('silentHelp')}>
          <Button
            leftSection={<IconClockPause size={16} stroke={1.75} />}
            disabled={busy || turns.length === 0}
            onClick={() => void rehearsal.passSilence()}
          >
            {say('silent')}
          </Button>
        </Tooltip>
        <Tooltip label={say('rerunHelp')}>
          <Button
            leftSection={<IconRotateClockwise2 size={16} stroke={1.75} />}
            disabled={busy || said.length === 0}
            onClick={() => void rehearsal.rerun()}
          >
            {say('rerun')}
          </Button>
        </Tooltip>
      </div>
      <form className={css.compose} onSubmit={submit}>
        <Tooltip label={say('attach')}>
          <button type="button" className={css.attach} aria-label={say('attach')} onClick={() => picker.current?.click()}>
            <IconPhoto size={18} stroke={1.75} />
          </button>
        </Tooltip>
        <input
          ref={picker}
          type="file"
          accept="image/*,audio/*"
          multiple
          hidden
          onChange={(event) => {
            void rehearsal.send([...(event.target.files ?? [])])
            // the same file may be chosen again
            event.target.value = ''
          }}
        />
        <input
          ref={field}
          value={text}
          placeholder={say('placeholder')}
          aria-label={say('placeholder')}
          maxLength={4_000}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={recall}
        />
        <button type="submit" aria-label={say('send')}>
          <IconSend2 size={18} stroke={1.75} />
        </button>
      </form>
    </div>
  )
}
