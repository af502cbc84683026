import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { CallError, call } from '../call.ts'
import { useWords } from '../i18n/index.ts'
import { keys, queryClient } from '../queries.ts'
import css from './Door.module.css'
import { Door } from './Door.tsx'
import { Trouble } from './Trouble.tsx'
import { reasonOf } from './TryAgain.tsx'
import { words } from './words.ts'

type Me = Awaited<ReturnType<typeof call<'readSession'>>>

/** Where a one-time link leads: it signs in, then asks who this is. The token stands in the fragment, which no server logs. */
export default function Welcome() {
  const say = useWords(words)
  const [, go] = useLocation()
  const [me, setMe] = useState<Me | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  useEffect(() => {
    signInOnce().then(
      (person) => {
        queryClient.setQueryData(keys.session, person)
        setMe(person)
      },
      (error: unknown) =>
        setTrouble(error instanceof CallError && error.status > 0 && error.status < 429 ? say('linkOld') : reasonOf(error, say)),
    )
  }, [say])

  if (trouble)
    return (
      <Door title={trouble} lead={say('linkOldHelp')}>
        <div className={css.form}>
          <Button variant="filled" onClick={() => go('/sign-in')}>
            {say('toSignIn')}
          </Button>
        </div>
      </Door>
    )
  if (!me) return <Door title={say('opening')} />
  return <Introduction me={me} done={() => go('/flows', { replace: true })} />
}

function Introduction({ me, done }: { me: Me; done: () => void }) {
  const say = useWords(words)
  const [name, setName] = useState(isStandIn(me.email) ? '' : me.name)
  const [email, setEmail] = useState(isStandIn(me.email) ? '' : me.email)
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password.length < 10) return setTrouble(say('passwordShort'))
    setBusy(true)
    try {
      const saved = await call('changePassword', { body: { next: password, name: name.trim(), email: email.trim() } })
      queryClient.setQueryData(keys.session, saved)
      done()
    } catch (error) {
      setTrouble(reasonOf(error, say))
      setBusy(false)
    }
  }

  return (
    <Door title={say('welcomeTitle')} lead={say('welcomeLead')}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          label={say('yourName')}
          description={say('yourNameHint')}
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextInput
          label={say('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          maxLength={200}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordInput
          label={say('newPassword')}
          description={say('newPasswordHint')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Trouble text={trouble} />
        <div className={css.buttons}>
          <Button variant="subtle" color="gray" onClick={done}>
            {say('later')}
          </Button>
          <Button type="submit" variant="filled" loading={busy}>
            {say('begin')}
          </Button>
        </div>
      </form>
      <p className={css.hint}>{say('welcomeLead2')}</p>
    </Door>
  )
}

/** A new installation's owner has a name and an address that nobody chose. */
const isStandIn = (email: string) => email.endsWith('.invalid')

let under: Promise<Me> | null = null

/** A link works once, but React may run an effect twice: both get the one answer. */
function signInOnce(): Promise<Me> {
  under ??= signInByAddress().finally(() => {
    under = null
  })
  return under
}

async function signInByAddress(): Promise<Me> {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const token = fragment.get('token') ?? (location.hash.slice(1) || new URLSearchParams(location.search).get('token')) ?? ''
  // the token leaves the address bar and the history before anything else can read it
  if (token) history.replaceState(null, '', location.pathname)
  return token ? call('signInByLink', { body: { token } }) : call('readSession')
}
