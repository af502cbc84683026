import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../../schemas/api/route.ts'
import { CallError, call } from '../../call.ts'
import { useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import { CopyLine } from '../CopyLine.tsx'
import css from '../Page.module.css'
import { Trouble } from '../Trouble.tsx'
import { reasonOf } from '../TryAgain.tsx'
import { words } from '../words.ts'
import { roleHelp, roleNames, roleWords } from './roles.ts'

/** Adds a person and shows the one-time link to hand over; it is shown once. */
export function Invite({ close }: { close: () => void }) {
  const say = useWords(words)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('operator')
  const invite = useChange(() => call('inviteUser', { body: { name: name.trim(), email: email.trim(), role } }), [keys.users])
  const isTaken = invite.error instanceof CallError && invite.error.status === 409

  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate(undefined)
  }

  return (
    <Modal
      opened
      onClose={close}
      title={invite.data ? say('inviteReady', { name: invite.data.user.name }) : say('invite')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {invite.data ? (
        <div className={css.form}>
          <CopyLine text={invite.data.link} />
          <p className={css.lead}>{say('inviteLead')}</p>
          <div className={css.buttons}>
            <Button variant="filled" onClick={close}>
              {say('close')}
            </Button>
          </div>
        </div>
      ) : (
        <form className={css.form} onSubmit={submit}>
          <TextInput
            label={say('yourName')}
            data-autofocus
            required
            withAsterisk={false}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextInput
            label={say('email')}
            type="email"
            required
            withAsterisk={false}
            maxLength={200}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <NativeSelect
            label={say('role')}
            description={say(roleHelp[role])}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={roleNames.map((each) => ({ value: each, label: say(roleWords[each]) }))}
            value={role}
            onChange={(event) => setRole(roleNames.find((each) => each === event.target.value) ?? 'operator')}
          />
          <Trouble text={isTaken ? say('inviteTaken') : invite.error ? reasonOf(invite.error, say) : null} />
          <div className={css.buttons}>
            <Button onClick={close}>{say('cancel')}</Button>
            <Button type="submit" variant="filled" loading={invite.isPending}>
              {say('inviteSend')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
