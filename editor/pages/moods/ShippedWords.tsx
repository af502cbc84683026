import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { moodKind, moodKindNames } from '../../../schemas/mood.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import page from '../Page.module.css'
import css from './Moods.module.css'
import type { ChangeMoodWords, MoodWord } from './use-mood-words.ts'
import { words } from './words.ts'

interface Props {
  own: readonly MoodWord[]
  shipped: readonly MoodWord[]
  change: ChangeMoodWords | null
}

const shownAtFirst = 40

/** Words that come with the product, by what they tell; a tap switches one off or on. */
export function ShippedWords({ own, shipped, change }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search).trim().toLowerCase()
  const off = new Set(own.filter((each) => each.strength === 0).map(keyOf))
  const found = wanted ? shipped.filter((each) => each.word.includes(wanted)) : shipped
  const toggle = (word: MoodWord) => {
    if (!change) return
    const isOff = off.has(keyOf(word))
    const others = own.filter((each) => each.strength > 0 || keyOf(each) !== keyOf(word))
    void change(isOff ? others : [...others, { ...word, strength: 0 }], say(isOff ? 'didOn' : 'didOff', { word: word.word })).catch(
      () => {},
    )
  }
  return (
    <section className={page.section} aria-labelledby="shipped-words">
      <div className={page.sectionHead}>
        <h2 id="shipped-words">
          {say('shipped')}
          {off.size > 0 && (
            <span className={page.chip} data-tone="warn">
              {say('shippedOff', { count: off.size })}
            </span>
          )}
        </h2>
        <TextInput
          type="search"
          aria-label={say('search')}
          placeholder={say('search')}
          leftSection={<IconSearch size={16} stroke={1.75} />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {found.length === 0 && <p className={css.none}>{say('noneFound')}</p>}
      {moodKind.options.map((kind) => {
        const here = found.filter((each) => each.kind === kind)
        return (
          here.length > 0 && <Kind key={kind} name={moodKindNames[kind][locale]} list={here} off={off} toggle={change ? toggle : null} />
        )
      })}
    </section>
  )
}

interface KindProps {
  name: string
  list: readonly MoodWord[]
  off: ReadonlySet<string>
  toggle: ((word: MoodWord) => void) | null
}

function Kind({ name, list, off, toggle }: KindProps) {
  const say = useWords(words)
  const [all, setAll] = useState(false)
  // what is switched off stays in sight
  const ordered = [...list].sort((a, b) => Number(off.has(keyOf(b))) - Number(off.has(keyOf(a))))
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <div className={css.kind}>
      <h3>
        {name} <span>{list.length}</span>
      </h3>
      <ul>
        {shown.map((word) => (
          <li key={word.word}>
            <button
              type="button"
              aria-pressed={!off.has(keyOf(word))}
              aria-label={say('switch', { word: word.word })}
              disabled={!toggle}
              onClick={() => toggle?.(word)}
            >
              {word.word}
            </button>
          </li>
        ))}
        {shown.length < ordered.length && (
          <li>
            <button type="button" className={css.more} onClick={() => setAll(true)}>
              {say('more', { count: ordered.length - shown.length })}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}

function keyOf({ word, kind }: MoodWord): string {
  return `${kind} ${word}`
}
