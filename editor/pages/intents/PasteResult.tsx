import type { ReactNode } from 'react'
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
  const parts: ReactNode[] = []
  if (!isEmpty) {
    parts.push(fresh.length > 0 ? <strong key="fresh">{say('pasteFresh', { count: fresh.length })}</strong> : say('pasteNothing'))
    if (doubled > 0 && fresh.length > 0) parts.push(say('pasteDoubled', { count: doubled }))
    if (tooLong > 0) parts.push(<em key="long">{say('pasteLong', { count: tooLong })}</em>)
    for (const { intent, count } of elsewhere) parts.push(<em key={intent}>{say('pasteElsewhere', { count, name: nameOf(intent) })}</em>)
  }
  return (
    <p className={css.pasted} role="status">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts always come in this order
        <span key={index}>{part}</span>
      ))}
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
