import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { moodKind, moodKindNames } from '../../../schemas/mood.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import page from '../Page.module.css'
import css from './Moods.module.css'
import type { ChangeMoodWords, MoodWord } from './use-mood-words.ts'
import { words } from './words.ts'

/** How surely a word tells its mood, as one chooses it. */
const strengths = [
  { key: 'strength_1', value: 1 },
  { key: 'strength_2', value: 0.7 },
  { key: 'strength_3', value: 0.4 },
] as const

interface Props {
  own: readonly MoodWord[]
  shipped: readonly MoodWord[]
  /** Null for who may only read. */
  change: ChangeMoodWords | null
}

/** Words that this shop added, each with what it tells and how surely. */
export function OwnWords({ own, shipped, change }: Props) {
  const say = useWords(words)
  // strength 0 only switches a shipped word off
  const added = own.filter((each) => each.strength > 0)
  const set = (before: MoodWord, wanted: MoodWord) =>
    void change?.(
      own.map((each) => (each === before ? wanted : each)),
      say('didChange', { word: wanted.word }),
    ).catch(() => {})
  return (
    <section className={page.section} aria-labelledby="own-words">
      <div className={page.sectionHead}>
        <h2 id="own-words">{say('own')}</h2>
      </div>
      {change && <AddWord own={own} shipped={shipped} change={change} />}
      {added.length === 0 ? (
        <p className={css.none}>{say('ownNone')}</p>
      ) : (
        <ul className={css.own}>
          {added.map((each) => (
            <li key={`${each.kind} ${each.word}`}>
              <strong>{each.word}</strong>
              <KindSelect
                label={`${say('kind')}: ${each.word}`}
                value={each.kind}
                readOnly={!change}
                choose={(kind) => set(each, { ...each, kind })}
              />
              <StrengthSelect
                label={`${say('strength')}: ${each.word}`}
                value={each.strength}
                readOnly={!change}
                choose={(strength) => set(each, { ...each, strength })}
              />
              {change && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  className={css.quiet}
                  aria-label={say('remove', { word: each.word })}
                  onClick={() =>
                    void change(
                      own.filter((other) => other !== each),
                      say('didRemove', { word: each.word }),
                    ).catch(() => {})
                  }
                >
                  <IconX size={16} stroke={1.75} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function AddWord({ own, shipped, change }: { own: readonly MoodWord[]; shipped: readonly MoodWord[]; change: ChangeMoodWords }) {
  const say = useWords(words)
  const [word, setWord] = useState('')
  const [kind, setKind] = useState<MoodWord['kind']>('negative')
  const [strength, setStrength] = useState<number>(1)
  const wanted = word.trim().toLowerCase()
  const isThere = [...own, ...shipped].some((each) => each.word === wanted && each.kind === kind)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wanted || isThere) return
    void change([{ word: wanted, kind, strength }, ...own], say('didAdd', { word: wanted })).then(
      () => setWord(''),
      () => {},
    )
  }
  return (
    <form onSubmit={submit}>
      <div className={css.add}>
        <TextInput
          label={say('word')}
          placeholder={say('wordHint')}
          maxLength={60}
          value={word}
          error={isThere && wanted ? say('there') : undefined}
          onChange={(event) => setWord(event.target.value)}
        />
        <KindSelect label={say('kind')} shown value={kind} choose={setKind} />
        <StrengthSelect label={say('strength')} shown value={strength} choose={setStrength} />
        <Button type="submit" disabled={!wanted || isThere}>
          {say('add')}
        </Button>
      </div>
      <p className={css.help}>{say('wordHelp')}</p>
    </form>
  )
}

interface SelectProps<Value> {
  label: string
  /** Whether the label stands above the field. */
  shown?: boolean
  value: Value
  readOnly?: boolean
  choose: (value: Value) => void
}

function KindSelect({ label, shown = false, value, readOnly = false, choose }: SelectProps<MoodWord['kind']>) {
  const locale = useLocale()
  return (
    <NativeSelect
      {...(shown ? { label } : { 'aria-label': label })}
      disabled={readOnly}
      value={value}
      data={moodKind.options.map((kind) => ({ value: kind, label: moodKindNames[kind][locale] }))}
      onChange={(event) => choose(moodKind.parse(event.target.value))}
    />
  )
}

function StrengthSelect({ label, shown = false, value, readOnly = false, choose }: SelectProps<number>) {
  const say = useWords(words)
  const nearest = strengths.reduce((best, each) => (Math.abs(each.value - value) < Math.abs(best.value - value) ? each : best))
  return (
    <NativeSelect
      {...(shown ? { label } : { 'aria-label': label })}
      disabled={readOnly}
      value={String(nearest.value)}
      data={strengths.map((each) => ({ value: String(each.value), label: say(each.key) }))}
      onChange={(event) => choose(Number(event.target.value))}
    />
  )
}
