import { Button, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../call.ts'
import { currentLocale, useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import css from '../Page.module.css'
import { Trouble } from '../Trouble.tsx'
import { reasonOf } from '../TryAgain.tsx'
import { words } from '../words.ts'

/** Asks for a name, makes a small working flow and opens it. */
export function NewFlow({ close }: { close: () => void }) {
  const say = useWords(words)
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const create = useChange((wanted: string) => call('createFlow', { body: { name: { [currentLocale()]: wanted } } }), [keys.flows])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) create.mutate(name.trim(), { onSuccess: (flow) => go(`/flows/${flow.id}`) })
  }

  return (
    <Modal opened onClose={close} title={say('newFlow')} closeButtonProps={{ 'aria-label': say('close') }}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          label={say('newFlowName')}
          placeholder={say('newFlowNameHint')}
          data-autofocus
          required
          withAsterisk={false}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Trouble text={create.error ? reasonOf(create.error, say) : null} />
        <div className={css.buttons}>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending} disabled={!name.trim()}>
            {say('create')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
