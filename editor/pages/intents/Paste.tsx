import { Button, Textarea } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Intent } from '../../../schemas/intent.ts'
import { useWords } from '../../i18n/index.ts'
import { useIntentChange } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import css from './Intents.module.css'
import { holders, PasteResult } from './PasteResult.tsx'
import { readPaste } from './paste.ts'
import { words } from './words.ts'

/** Where one writes or pastes what customers say: Enter adds a single line, the button a batch. */
export function Paste({ intent, name, intents }: { intent: Intent; name: string; intents: readonly ListedIntent[] }) {
  const say = useWords(words)
  const change = useIntentChange()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const read = useDeferredValue(text)
  const others = useMemo(() => holders(intents, intent.id), [intents, intent.id])
  const pasted = useMemo(() => readPaste(read, intent.utterances, others), [read, intent.utterances, others])
  const isEmpty = text.trim() === ''

  const add = async () => {
    const { fresh } = readPaste(text, intent.utterances)
    if (fresh.length === 0 || busy) return
    setBusy(true)
    try {
      await change([{ do: 'add', intent: intent.id, utterances: fresh }], say('added', { count: fresh.length, name }))
      setText('')
    } catch {
      // the words stay in the field, the bar says why
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className={css.paste}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Textarea
        id="add-utterances"
        aria-label={say('pasteLabel')}
        placeholder={say('pasteHint')}
        autosize
        minRows={1}
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const isBatch = text.includes('\n') && !event.ctrlKey && !event.metaKey
          if (event.key !== 'Enter' || event.shiftKey || isBatch || event.nativeEvent.isComposing) return
          event.preventDefault()
          void add()
        }}
      />
      {!isEmpty && (
        <div className={css.pasteEnd}>
          <PasteResult pasted={pasted} isEmpty={isEmpty} />
          <Button type="submit" variant="filled" loading={busy} disabled={pasted.fresh.length === 0}>
            {say('addLines', { count: pasted.fresh.length })}
          </Button>
        </div>
      )}
    </form>
  )
}
