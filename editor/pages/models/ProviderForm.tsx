import { Button, Checkbox, NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'
import type { ProviderSettings, ProviderUse } from '../../../schemas/provider.ts'
import { CallError, call } from '../../call.ts'
import { useWords } from '../../i18n/index.ts'
import { queryClient } from '../../queries.ts'
import css from '../Page.module.css'
import { Trouble } from '../Trouble.tsx'
import { reasonOf } from '../TryAgain.tsx'
import { words as pageWords } from '../words.ts'
import { words } from './words.ts'

const uses = ['rephrase', 'judge', 'embed'] as const satisfies readonly ProviderUse[]
const blank: ProviderSettings = { enabled: true, url: '', model: '', embeddingModel: '', timeout: 2_000, monthlyCap: 1_000_000, uses: [] }

/** Settings of the provider, with a trial of what is stored. Nothing can be on before something is stored. */
export function ProviderForm({ stored }: { stored: Reply<Routes['readProvider']> }) {
  const say = useWords(words)
  const sayPage = useWords(pageWords)
  const [settings, setSettings] = useState(stored.settings ?? blank)
  const [key, setKey] = useState('')
  const [busy, setBusy] = useState<'save' | 'try' | 'forget' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const change = (part: Partial<ProviderSettings>) => {
    setSettings({ ...settings, ...part })
    setNews(null)
  }

  /** One button at a time; what fails says why. */
  const during = async (what: NonNullable<typeof busy>, work: () => Promise<string | null>) => {
    setBusy(what)
    setTrouble(null)
    setNews(null)
    try {
      setNews(await work())
    } catch (error) {
      const isKey = error instanceof CallError && error.problems.some(({ path }) => path === '/key')
      if (isKey) setTrouble(say('keyWrong'))
      else setTrouble(error instanceof CallError && error.status === 422 ? say('urlWrong') : reasonOf(error, sayPage))
    }
    setBusy(null)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    void during('save', async () => {
      await call('putProvider', { body: { ...settings, url: settings.url.trim(), ...(key === '' ? {} : { key }) } })
      setKey('')
      await queryClient.invalidateQueries({ queryKey: ['provider'] })
      return say(!settings.enabled ? 'savedOff' : settings.uses.length === 0 ? 'savedIdle' : 'saved')
    })
  }
  const tryOut = () =>
    during('try', async () => {
      const { ok, milliseconds, why } = await call('tryProvider', { timeout: 30_000 })
      if (ok) return say('tried', { seconds: (milliseconds / 1_000).toFixed(1) })
      setTrouble(say(`why_${why ?? 'unreachable'}`))
      return null
    })
  const forget = () =>
    during('forget', async () => {
      await call('removeProvider')
      setSettings(blank)
      await queryClient.invalidateQueries({ queryKey: ['provider'] })
      return null
    })

  return (
    <form className={`${css.section} ${css.form}`} onSubmit={save}>
      {stored.settings && (
        <Switch label={say('enabled')} checked={settings.enabled} onChange={(event) => change({ enabled: event.currentTarget.checked })} />
      )}
      <TextInput
        label={say('url')}
        placeholder={say('urlHint')}
        type="url"
        required
        withAsterisk={false}
        maxLength={500}
        value={settings.url}
        onChange={(event) => change({ url: event.target.value })}
      />
      <PasswordInput
        label={say('key')}
        description={say('keyHelp')}
        placeholder={say(stored.hasKey ? 'keyStored' : 'keyHint')}
        autoComplete="off"
        maxLength={500}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <div className={css.columns}>
        <TextInput
          label={say('model')}
          placeholder={say('modelHint')}
          required
          withAsterisk={false}
          maxLength={200}
          value={settings.model}
          onChange={(event) => change({ model: event.target.value })}
        />
        <TextInput
          label={say('embeddingModel')}
          placeholder={say('embeddingHint')}
          required={settings.uses.includes('embed')}
          withAsterisk={false}
          maxLength={200}
          value={settings.embeddingModel}
          onChange={(event) => change({ embeddingModel: event.target.value })}
        />
        <NumberInput
          label={say('timeout')}
          min={0.1}
          max={20}
          step={0.5}
          value={settings.timeout / 1_000}
          onChange={(value) => change({ timeout: Math.round(Math.min(20, Math.max(0.1, Number(value) || 2)) * 1_000) })}
        />
        <NumberInput
          label={say('cap')}
          min={0}
          max={10_000_000_000}
          step={100_000}
          thousandSeparator=","
          allowDecimal={false}
          value={settings.monthlyCap}
          onChange={(value) => change({ monthlyCap: Math.max(0, Number(value) || 0) })}
        />
      </div>
      <Checkbox.Group
        label={say('uses')}
        description={say('privacy')}
        value={settings.uses}
        onChange={(chosen) => change({ uses: uses.filter((use) => chosen.includes(use)) })}
      >
        <div className={css.form} style={{ marginTop: 12, gap: 12 }}>
          {uses.map((use) => (
            <Checkbox key={use} value={use} label={say(use)} description={say(`${use}Help`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Trouble text={trouble} />
      <div className={css.buttons}>
        {news && (
          <p className={css.lead} role="status">
            {news}
          </p>
        )}
        {stored.settings && (
          <>
            <Button variant="subtle" color="gray" loading={busy === 'forget'} onClick={() => void forget()}>
              {say('forget')}
            </Button>
            <Button variant="default" loading={busy === 'try'} onClick={() => void tryOut()}>
              {say('try')}
            </Button>
          </>
        )}
        <Button type="submit" variant="filled" loading={busy === 'save'}>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
