import { Button, TextInput } from '@mantine/core'
import { IconArrowRight, IconSearch, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import type { NearDuplicate } from '../../../schemas/intent-report.ts'
import { count } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { IntentPicker } from '../library/IntentPicker.tsx'
import { nameOf, useIntentChange, useIntentNames } from '../library/intent-queries.ts'
import { LongList } from '../library/LongList.tsx'
import type { ListedIntent } from '../library/listed-intent.ts'
import { moving } from './fixes.ts'
import css from './Intents.module.css'
import { Paste } from './Paste.tsx'
import { type Twin, UtteranceRow } from './UtteranceRow.tsx'
import { words } from './words.ts'

interface Props {
  listed: ListedIntent
  intents: readonly ListedIntent[]
  duplicates: readonly NearDuplicate[] | undefined
  canWrite: boolean
}

/** From so many utterances there is something to search. */
const searchFrom = 8

/** All that customers say for an intent: add, find, select, move, remove. */
export function Utterances({ listed, intents, duplicates, canWrite }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const change = useIntentChange()
  const nameOfId = useIntentNames()
  const { intent } = listed
  const name = nameOf(intent, locale)
  const [search, setSearch] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [gone, setGone] = useState(0)
  const [moving_, setMoving] = useState<readonly string[] | null>(null)
  const wanted = useDeferredValue(search).trim().toLowerCase()
  // the newest first: what was just added is in sight
  const newestFirst = useMemo(() => intent.utterances.toReversed(), [intent.utterances])
  const shown = useMemo(() => newestFirst.filter((text) => text.toLowerCase().includes(wanted)), [newestFirst, wanted])
  const twins = useMemo(() => twinsOf(intent.id, duplicates ?? []), [intent.id, duplicates])
  const chosen = newestFirst.filter((text) => selected.has(text))

  const toggle = (text: string) =>
    setSelected((now) => {
      const next = new Set(now)
      if (!next.delete(text)) next.add(text)
      return next
    })
  const take = (texts: readonly string[]) => {
    setSelected(new Set())
    return change([{ do: 'take', intent: intent.id, utterances: [...texts] }], say('taken', { count: texts.length, name })).catch(() => {})
  }
  const move = (texts: readonly string[], to: string) => {
    setMoving(null)
    setSelected(new Set())
    void change(moving(texts, intent.id, to), say('moved', { count: texts.length, name: nameOfId(to) })).catch(() => {})
  }
  const press = (text: string, event: KeyboardEvent) => {
    if (!canWrite || event.target instanceof HTMLInputElement === false) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      void take(selected.has(text) ? chosen : [text]).then(() => setGone((count) => count + 1))
    }
  }

  return (
    <section className={css.utterances} aria-label={say('utterances')}>
      <div className={css.blockHead}>
        <h3>
          {say('utterances')} <span>{count(intent.utterances.length, locale)}</span>
        </h3>
        {intent.utterances.length >= searchFrom && (
          <TextInput
            type="search"
            className={css.find}
            aria-label={say('findUtterance')}
            placeholder={say('findUtterance')}
            leftSection={<IconSearch size={16} stroke={1.75} />}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
      </div>
      {canWrite && <Paste intent={intent} name={name} intents={intents} />}
      {(chosen.length > 0 || moving_) && (
        <div className={css.selection}>
          <strong>{say('selected', { count: moving_?.length ?? chosen.length })}</strong>
          {moving_ ? (
            <IntentPicker
              label={say('moveTo')}
              without={[intent.id]}
              pick={(to) => move(moving_, to)}
              leave={() => setMoving(null)}
              autoFocus
            />
          ) : (
            <>
              <Button size="xs" leftSection={<IconArrowRight size={16} stroke={1.75} />} onClick={() => setMoving(chosen)}>
                {say('moveTo')}
              </Button>
              <Button size="xs" leftSection={<IconX size={16} stroke={1.75} />} onClick={() => void take(chosen)}>
                {say('take')}
              </Button>
              <span className={css.spring} />
              <button type="button" className={css.plain} onClick={() => setSelected(new Set(shown))}>
                {say('selectAll')}
              </button>
              <button type="button" className={css.plain} onClick={() => setSelected(new Set())}>
                {say('unselect')}
              </button>
            </>
          )}
        </div>
      )}
      {intent.utterances.length === 0 ? (
        <p className={css.nothing}>{say('noUtterances')}</p>
      ) : shown.length === 0 ? (
        <p className={css.nothing}>{say('noneMatch')}</p>
      ) : (
        <LongList
          items={shown}
          keyOf={(text) => text}
          label={say('utterancesIn', { name })}
          press={press}
          refocus={gone}
          row={(text, { active }) => (
            <UtteranceRow
              text={text}
              active={active}
              selected={selected.has(text)}
              twin={twins.get(text)}
              toggle={canWrite ? () => toggle(text) : null}
              take={() => void take([text])}
              move={() => setMoving([text])}
            />
          )}
        />
      )}
    </section>
  )
}

function twinsOf(intent: string, duplicates: readonly NearDuplicate[]): Map<string, Twin> {
  const found = new Map<string, Twin>()
  for (const { a, b } of duplicates) {
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (own.intent !== intent || (found.has(own.text) && other.intent === intent)) continue
      found.set(own.text, { intent: other.intent === intent ? null : other.intent, text: other.text })
    }
  }
  return found
}
