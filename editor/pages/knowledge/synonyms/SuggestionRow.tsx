import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SynonymGroup } from '../../../../schemas/vocabulary.ts'
import { newId } from '../../../canvas/new-id.ts'
import { count } from '../../../i18n/format.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import type { SynonymSuggestion } from '../queries.ts'
import { words } from '../words.ts'
import { joined, linesOf } from './joined.ts'
import own from './Synonyms.module.css'

interface Props {
  suggestion: SynonymSuggestion
  groups: readonly SynonymGroup[]
  canWrite: boolean
}

/** A word of customers: what was said, which words of the articles it may stand for, and the two answers. */
export function SuggestionRow({ suggestion: { word, near, count: times, examples, basis }, groups, canWrite }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const changes = useChanges()
  const [chosen, setChosen] = useState<readonly string[]>(near.slice(0, 1))
  const [busy, setBusy] = useState(false)
  const lines = linesOf(groups, [...chosen, word])
  const [line] = lines
  const label =
    chosen.length === 0
      ? say('acceptNone')
      : lines.length > 1
        ? say('acceptTwo')
        : line
          ? say('acceptInto', { first: line.words[0] ?? '' })
          : say('acceptNew')

  const answer = async (change: Promise<void>) => {
    setBusy(true)
    await change.catch(() => setBusy(false))
  }
  const accept = () => {
    const group = joined(groups, [...chosen, word], newId('words'))
    const text = say(line ? 'didGroup' : 'didGroupAdd', { first: group.words[0] ?? '' })
    void answer(changes.vocabulary([{ do: 'put-group', group }], { text }))
  }
  const flip = (other: string) => setChosen(chosen.includes(other) ? chosen.filter((each) => each !== other) : [...chosen, other])
  return (
    <li className={own.suggestion}>
      <div>
        <p className={own.word}>
          <strong>{word}</strong>
          <span>{say('suggestionTimes', { count: count(times, locale) })}</span>
          {basis === 'meant' && <span>{say('suggestionMeant')}</span>}
        </p>
        {examples.map((example) => (
          <p key={example} className={own.example}>
            {example}
          </p>
        ))}
        <fieldset className={own.near}>
          <legend>{say('suggestionNear', { word })}</legend>
          {near.map((other) => (
            <button key={other} type="button" disabled={!canWrite} aria-pressed={chosen.includes(other)} onClick={() => flip(other)}>
              {other}
            </button>
          ))}
        </fieldset>
      </div>
      {canWrite && (
        <div className={css.buttons}>
          <Button
            size="xs"
            disabled={busy || chosen.length === 0 || lines.length > 1}
            aria-label={`${label}: ${[...chosen, word].join(', ')}`}
            onClick={accept}
          >
            {label}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className={css.quiet}
            disabled={busy}
            aria-label={`${say('notSame')}: ${word}`}
            onClick={() => void answer(changes.dismissSynonyms(word, near, { text: say('didNotSame', { word }) }))}
          >
            {say('notSame')}
          </Button>
        </div>
      )}
    </li>
  )
}
