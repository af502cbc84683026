import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { CallError, call } from '../call.ts'
import { useWords } from '../i18n/index.ts'
import { keys, queryClient, useSession } from '../queries.ts'
import { Frame, ScreenSwitches } from './Frame.tsx'
import css from './Page.module.css'
import { Trouble } from './Trouble.tsx'
import { reasonOf } from './TryAgain.tsx'
import { words } from './words.ts'

/** One's own name and password. */
export default function Account() {
  const say = useWords(words)
  const { data: me } = useSession()
  const [name, setName] = useState(me?.name ?? '')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (next.length < 10) return setTrouble(say('passwordShort'))
    setState('busy')
    setTrouble(null)
    try {
      queryClient.setQueryData(keys.session, await call('changePassword', { body: { current, next, name: name.trim() } }))
      setCurrent('')
      setNext('')
      setState('done')
    } catch (error) {
      const isWrong = error instanceof CallError && [401, 403, 422].includes(error.status)
      setTrouble(isWrong ? say('passwordNowWrong') : reasonOf(error, say))
      setState('open')
    }
  }

  return (
    <Frame bar={<h1 className={css.title}>{say('account')}</h1>} actions={<ScreenSwitches />}>
      <div className={`${css.page} ${css.narrow}`}>
        <div className={css.head}>
          <p className={css.lead}>{say('accountLead')}</p>
        </div>
        <form className={`${css.section} ${css.form}`} onSubmit={submit}>
          <div className={css.columns}>
            <TextInput
              label={say('yourName')}
              autoComplete="name"
              required
              withAsterisk={false}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <TextInput label={say('email')} value={me?.email ?? ''} readOnly variant="filled" />
            <PasswordInput
              label={say('currentPassword')}
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
            <PasswordInput
              label={say('newPassword')}
              placeholder={say('newPasswordHint')}
              autoComplete="new-password"
              required
              withAsterisk={false}
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          </div>
          <Trouble text={trouble} />
          <div className={css.buttons}>
            {state === 'done' && (
              <p className={css.lead} role="status">
                {say('savedOthersOut')}
              </p>
            )}
            <Button type="submit" variant="filled" loading={state === 'busy'}>
              {say('save')}
            </Button>
          </div>
        </form>
      </div>
    </Frame>
  )
}
