import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../../call.ts'
import { dayOf } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import css from './Reviews.module.css'
import { words } from './words.ts'

/** Shows what a visitor typed before it was masked: for a reason, which is written down. It is kept on this screen alone. */
export function Original({ conversationId, seq }: { conversationId: string; seq: number }) {
  const say = useWords(words)
  const locale = useLocale()
  const [state, setState] = useState<'closed' | 'asking' | 'busy' | 'failed'>('closed')
  const [reason, setReason] = useState('')
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

  if (original)
    return (
      <div className={css.original} role="status">
        <p className={css.bubble}>{original.text}</p>
        <span className={css.meta}>{say('originalUntil', { day: dayOf(original.until, locale) })}</span>
        <UnstyledButton className={css.originalButton} onClick={() => setOriginal(null)}>
          {say('originalHide')}
        </UnstyledButton>
      </div>
    )
  if (state === 'closed')
    return (
      <UnstyledButton className={css.originalButton} onClick={() => setState('asking')}>
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
        data-autofocus
        value={reason}
        error={state === 'failed' ? say('originalFailed') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={css.originalActions}>
        <Button size="compact-xs" variant="default" onClick={() => setState('closed')}>
          {say('originalCancel')}
        </Button>
        <Button size="compact-xs" type="submit" variant="filled" loading={state === 'busy'}>
          {say('originalShow')}
        </Button>
      </div>
    </form>
  )
}
