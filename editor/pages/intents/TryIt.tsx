import { ActionIcon, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { call } from '../../call.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import css from './TryIt.module.css'
import { TryResult } from './TryResult.tsx'
import { words } from './words.ts'

/** Learning the latest changes may take a while in a large library. */
const patience = 60_000

/** Say something as a customer and see how it is understood, and why. */
export function TryIt({ canWrite }: { canWrite: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const [text, setText] = useState('')
  const attempt = useMutation({
    mutationFn: (said: string) => call('tryLanguage', { body: { text: said, locale }, timeout: patience }),
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim()) attempt.mutate(text.trim())
  }

  return (
    <section className={css.room} aria-label={say('tryTitle')}>
      <h2>{say('tryTitle')}</h2>
      <form className={css.ask} onSubmit={submit}>
        <Textarea
          aria-label={say('tryHint')}
          placeholder={say('tryHint')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
          }}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          size={34}
          aria-label={say('trySend')}
          loading={attempt.isPending}
          disabled={!text.trim()}
        >
          <IconSend size={18} stroke={1.75} />
        </ActionIcon>
      </form>
      <div className={css.outcome} aria-live="polite" aria-busy={attempt.isPending}>
        {attempt.error ? (
          <p className={css.bad}>{say('tryFailed')}</p>
        ) : attempt.data && attempt.variables !== undefined ? (
          <TryResult
            said={attempt.variables}
            result={attempt.data}
            canWrite={canWrite}
            again={() => attempt.mutate(attempt.variables ?? '')}
          />
        ) : attempt.isPending ? (
          <p className={css.lead}>{say('trying')}</p>
        ) : (
          <p className={css.lead}>{say('tryLead')}</p>
        )}
      </div>
    </section>
  )
}
