import { textIn } from '../../schemas/text.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { useLibrary } from '../queries.ts'
import { moodOf, shortNumber } from './reading.ts'
import type { TurnReply } from './rehearsal.ts'
import css from './TestChat.module.css'
import { words } from './words.ts'

/** Below this an intent is no more than the nearest one. */
const likely = 0.5

/** Under a visitor's line: what was understood, the mood, the time. Opens that turn's trace. A tapped choice needs no understanding. */
export function Reading({ reply, isTap, isOpen, show }: { reply: TurnReply; isTap: boolean; isOpen: boolean; show: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const library = useLibrary()
  const best = reply.perception?.intents[0]
  const name = best ? textIn(library.data?.intents.find((each) => each.id === best.id)?.name, locale) || best.id : ''
  const mood = reply.perception && moodOf(reply.perception.mood)
  return (
    <button type="button" className={css.reading} aria-expanded={isOpen} title={say('showTurn')} onClick={show}>
      {best ? (
        <span>
          {best.confidence >= likely ? name : say('intentNear', { name })} <strong>{best.confidence.toFixed(2)}</strong>
        </span>
      ) : (
        reply.perception && !isTap && <span>{say('intentNone')}</span>
      )}
      {mood && (
        <span data-strong={mood.strength !== null || undefined}>
          {say('mood', { mood: say(mood.word) })}
          {mood.strength !== null && ` ${mood.strength.toFixed(2)}`}
        </span>
      )}
      <span>{say('ms', { count: shortNumber(reply.took) })}</span>
    </button>
  )
}
