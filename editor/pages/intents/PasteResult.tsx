import { useWords } from '../../i18n/index.ts'
import { useIntentNames } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import css from './Intents.module.css'
import { type Pasted, sameText } from './paste.ts'
import { words } from './words.ts'

/** What a paste would bring: how much of it is new, and what stands elsewhere. */
export function PasteResult({ pasted, isEmpty }: { pasted: Pasted; isEmpty: boolean }) {
  const say = useWords(words)
  const nameOf = useIntentNames()
  const { fresh, doubled, tooLong, elsewhere } = pasted
  return (
    <p className={css.pasted} role="status">
      {!isEmpty && (
        <>
          <span>{fresh.length > 0 ? <strong>{say('pasteFresh', { count: fresh.length })}</strong> : say('pasteNothing')}</span>
          {doubled > 0 && fresh.length > 0 && <span>{say('pasteDoubled', { count: doubled })}</span>}
          {tooLong > 0 && (
            <span>
              <em>{say('pasteLong', { count: tooLong })}</em>
            </span>
          )}
          {elsewhere.map(({ intent, count }) => (
            <span key={intent}>
              <em>{say('pasteElsewhere', { count, name: nameOf(intent) })}</em>
            </span>
          ))}
        </>
      )}
    </p>
  )
}

/** Which intent holds an utterance; `without` leaves one intent out. */
export function holders(intents: readonly ListedIntent[], without?: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { intent } of intents) {
    if (intent.id === without) continue
    for (const text of intent.utterances) found.set(sameText(text), intent.id)
  }
  return found
}
