import { useState } from 'react'
import type { SynonymGroup } from '../../../../schemas/vocabulary.ts'
import { ago, count } from '../../../i18n/format.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { Progress } from '../../library/Progress.tsx'
import css from '../Knowledge.module.css'
import { useLookAgain, useSuggestions } from '../queries.ts'
import { words } from '../words.ts'
import { SuggestionRow } from './SuggestionRow.tsx'
import own from './Synonyms.module.css'

const shownAtFirst = 8

/** Words that customers use and articles do not, each with what was said: accepted they become a line, and nothing before. */
export function Suggestions({ groups, canWrite }: { groups: readonly SynonymGroup[]; canWrite: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const { data } = useSuggestions()
  const lookAgain = useLookAgain()
  const [isWhole, setWhole] = useState(false)
  if (!data) return null
  const { suggestions, chats } = data
  const isRunning = chats.state === 'running'
  const shown = isWhole ? suggestions : suggestions.slice(0, shownAtFirst)
  const messages = count(chats.messages, locale)
  const few = say('suggestionsFew', { have: messages, needed: count(chats.needed, locale) })
  return (
    <section className={css.card} aria-label={say('suggestions')}>
      <div className={css.cardHead}>
        <h2>
          {say('suggestions')} {suggestions.length > 0 && <span className={own.count}>{suggestions.length}</span>}
        </h2>
        {chats.at !== undefined && !isRunning && (
          <p className={`${css.hint} ${own.read}`}>
            {say('suggestionsRead', { count: messages, ago: ago(new Date(chats.at).toISOString(), locale) })}
            {canWrite && (
              <button type="button" className={css.text} onClick={() => void lookAgain()}>
                {say('suggestionsAgain')}
              </button>
            )}
          </p>
        )}
      </div>
      <div role="status">
        {isRunning ? (
          <>
            <p className={css.lead}>{say('suggestionsRunning')}</p>
            <Progress share={chats.share} label={say('suggestionsProgress')} text={(share) => say('suggestionsAt', { share })} />
          </>
        ) : chats.state === 'failed' ? (
          <p className={css.wrong}>
            {say('suggestionsFailed')}{' '}
            {canWrite && (
              <button type="button" className={css.text} onClick={() => void lookAgain()}>
                {say('suggestionsAgain')}
              </button>
            )}
          </p>
        ) : suggestions.length > 0 ? (
          <>
            <p className={css.lead}>{say('suggestionsLead')}</p>
            {chats.state === 'few' && <p className={css.hint}>{few}</p>}
          </>
        ) : chats.state === 'few' ? (
          <p className={own.empty}>{few}</p>
        ) : (
          <p className={own.empty}>{say('suggestionsNone', { count: messages })}</p>
        )}
      </div>
      <ul className={css.rows}>
        {shown.map((each) => (
          <SuggestionRow key={`${each.word} ${each.near.join(' ')}`} suggestion={each} groups={groups} canWrite={canWrite} />
        ))}
      </ul>
      {suggestions.length > shown.length && (
        <button type="button" className={`${css.text} ${own.more}`} onClick={() => setWhole(true)}>
          {say('suggestionsMore', { count: suggestions.length - shown.length })}
        </button>
      )}
    </section>
  )
}
