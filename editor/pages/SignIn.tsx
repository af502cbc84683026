import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { CallError, call } from '../call.ts'
import { useWords } from '../i18n/index.ts'
import { keys, queryClient } from '../queries.ts'
import css from './Door.module.css'
import { Door } from './Door.tsx'
import { Trouble } from './Trouble.tsx'
import { reasonOf } from './TryAgain.tsx'
import { wayBack } from './way-back.ts'
import { words } from './words.ts'

export default function SignIn() {
  const say = useWords(words)
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(null)
    try {
      queryClient.setQueryData(keys.session, await call('signIn', { body: { email: email.trim(), password } }))
      go(wayBack(search.get('to')), { replace: true })
    } catch (error) {
      const isWrong = error instanceof CallError && [400, 401, 403, 422].includes(error.status)
      setTrouble(isWrong ? say('signInWrong') : reasonOf(error, say))
      setBusy(false)
    }
  }

  return (
    <Door title={say('signInTitle')} lead={say('signInLead')}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          label={say('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordInput
          label={say('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Trouble text={trouble} />
        <Button type="submit" variant="filled" fullWidth loading={busy}>
          {say('signIn')}
        </Button>
      </form>
      <p className={css.hint}>{say('signInHint')}</p>
    </Door>
  )
}
