import { Button } from '@mantine/core'
import type { SynonymGroup } from '../../../../schemas/vocabulary.ts'
import { newId } from '../../../canvas/new-id.ts'
import { useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import { useSuggestions } from '../queries.ts'
import { words } from '../words.ts'
import { dismiss, signOf, useDismissed } from './dismissed.ts'
import { joined } from './joined.ts'
import own from './Synonyms.module.css'

const mostShown = 12

/** Pairs that real chats suggest, each with what was said: accepted they become a line, and nothing before. */
export function Suggestions({ groups, canWrite }: { groups: readonly SynonymGroup[]; canWrite: boolean }) {
  const say = useWords(words)
  const changes = useChanges()
  const suggestions = useSuggestions()
  const gone = useDismissed((state) => state.gone)
  const list = (suggestions.data?.suggestions ?? []).filter((each) => !gone.has(signOf(each.words)))
  if (!suggestions.data) return null

  const accept = (words: readonly string[]) => {
    const group = joined(groups, words, newId('words'))
    void changes
      .vocabulary([{ do: 'put-group', group }], {
        text: say(groups.some((each) => each.id === group.id) ? 'didGroup' : 'didGroupAdd', { first: group.words[0] ?? '' }),
      })
      .catch(() => {})
  }
  return (
    <section className={css.card} aria-label={say('suggestions')}>
      <div className={own.head}>
        <h2>{say('suggestions')}</h2>
        <p className={css.lead}>{say(list.length > 0 ? 'suggestionsLead' : 'suggestionsNone')}</p>
      </div>
      <ul className={css.rows}>
        {list.slice(0, mostShown).map((each) => (
          <li key={signOf(each.words)} className={own.suggestion}>
            <div>
              <p className={own.pair}>
                {each.words.map((word) => (
                  <span key={word}>{word}</span>
                ))}
                <small>{say('suggestionTimes', { count: each.count })}</small>
              </p>
              {each.examples.map((example) => (
                <p key={example} className={own.example}>
                  {example}
                </p>
              ))}
            </div>
            {canWrite && (
              <div className={css.buttons}>
                <Button size="xs" onClick={() => accept(each.words)} aria-label={`${say('accept')}: ${each.words.join(', ')}`}>
                  {say('accept')}
                </Button>
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  className={css.quiet}
                  aria-label={`${say('notSame')}: ${each.words.join(', ')}`}
                  onClick={() => dismiss(each.words, say('didNotSame', { words: each.words.join(', ') }))}
                >
                  {say('notSame')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
