import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { locales, textIn } from '../../../schemas/text.ts'
import { newId } from '../../canvas/new-id.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { useIntentChange } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import css from '../Page.module.css'
import { holders, PasteResult } from './PasteResult.tsx'
import { readPaste } from './paste.ts'
import { words } from './words.ts'

interface Props {
  intents: readonly ListedIntent[]
  close: () => void
  open: (intent: string) => void
}

/** A name and, at once, what customers would say. */
export function NewIntent({ intents, close, open }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const change = useIntentChange()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const wanted = name.trim()
  const same = wanted ? intents.find(({ intent }) => locales.some((each) => textIn(intent.name, each).trim() === wanted)) : undefined
  const pasted = readPaste(text, [], holders(intents))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!wanted || same || busy) return
    setBusy(true)
    const id = idFor(wanted, new Set(intents.map(({ intent }) => intent.id)))
    const put = { do: 'put' as const, intent: { id, name: { [locale]: wanted }, keywords: [] } }
    const add = pasted.fresh.length > 0 ? [{ do: 'add' as const, intent: id, utterances: pasted.fresh }] : []
    try {
      await change([put, ...add], say('made', { name: wanted }))
      open(id)
    } catch {
      setBusy(false)
    }
  }

  return (
    <Modal opened onClose={close} size={560} title={say('newIntent')} closeButtonProps={{ 'aria-label': say('close') }}>
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        <p className={css.lead}>{say('newLead')}</p>
        <TextInput
          label={say('newName')}
          placeholder={say('newNameHint')}
          data-autofocus
          required
          withAsterisk={false}
          maxLength={60}
          value={name}
          error={same ? say('nameTaken', { name: wanted }) : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <div>
          <Textarea
            label={say('newUtterances')}
            placeholder={say('pasteHint')}
            autosize
            minRows={6}
            maxRows={12}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <PasteResult pasted={pasted} isEmpty={text.trim() === ''} />
        </div>
        <div className={css.buttons}>
          {same ? <Button onClick={() => open(same.intent.id)}>{say('openIt')}</Button> : <Button onClick={close}>{say('cancel')}</Button>}
          <Button type="submit" variant="filled" loading={busy} disabled={!wanted || same !== undefined}>
            {say('create')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** An id that says the name where its letters allow it, and is nobody else's. */
function idFor(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
  const hasOther = /[^\p{ASCII}]/u.test(name)
  if (letters.length > 2 && !hasOther && !taken.has(letters)) return letters
  return newId('intent')
}
