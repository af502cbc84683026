import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../../call.ts'
import { dayOf } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import css from './Reviews.module.css'
import { words } from './words.ts'

/** What was pressed is gone: the keyboard goes on at what took its place. */
const focus = (element: HTMLElement | null) => element?.focus()

/** Shows what a visitor typed before it was masked: for a reason, which is written down. It is kept on this screen alone. */
export function Original({ conversationId, seq }: { conversationId: string; seq: number }) {
  const say = useWords(words)
  const locale = useLocale()
  const [state, setState] = useState<'closed' | 'asking' | 'busy' | 'failed'>('closed')
  const [reason, setReason] = useState('')
  const [wasOpen, setWasOpen] = useState(false)
  const [original, setOriginal] = useState<{ text: string; until: string } | null>(null)

  const show = async (event: FormEvent) => {
    event.preventDefault()
    setState('busy')
    try {
      setOriginal(await call('readOriginal', { params: { id: conversationId, seq: String(seq) }, body: { reason } }))
      setState('closed')
    } catch {
      setState('failed')
    }
  }

  const hide = () => {
    setOriginal(null)
    setState('closed')
    setWasOpen(true)
  }

  if (original)
    return (
      <div className={css.original} role="status">
        <p className={css.bubble}>{original.text}</p>
        <span className={css.meta}>{say('originalUntil', { day: dayOf(original.until, locale) })}</span>
        <UnstyledButton ref={focus} className={css.originalButton} onClick={hide}>
          {say('originalHide')}
        </UnstyledButton>
      </div>
    )
  if (state === 'closed')
    return (
      <UnstyledButton ref={wasOpen ? focus : undefined} className={css.originalButton} onClick={() => setState('asking')}>
        {say('original')}
      </UnstyledButton>
    )
  return (
    <form className={css.original} onSubmit={show}>
      <TextInput
        size="xs"
        label={say('originalWhy')}
        placeholder={say('originalWhyHint')}
        required
        withAsterisk={false}
        minLength={2}
        maxLength={300}
        ref={focus}
        value={reason}
        error={state === 'failed' ? say('originalFailed') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={css.originalActions}>
        <Button size="compact-xs" variant="default" onClick={hide}>
          {say('originalCancel')}
        </Button>
        <Button size="compact-xs" type="submit" variant="filled" loading={state === 'busy'}>
          {say('originalShow')}
        </Button>
      </div>
    </form>
  )
}
