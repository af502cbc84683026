import { IconCircleCheck, IconHelpCircle, IconMessageQuestion } from '@tabler/icons-react'
import { entityTypeWords } from '../../../nodes/words.ts'
import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { IntentPicker } from '../library/IntentPicker.tsx'
import { useIntentChange, useIntentNames } from '../library/intent-queries.ts'
import { ofNoShop } from './fixes.ts'
import { highlighted } from './highlight.ts'
import { MoodLine } from './MoodLine.tsx'
import css from './TryIt.module.css'
import { words } from './words.ts'

export type Attempt = Reply<Routes['tryLanguage']>

const shownCandidates = 5

/** How a message is understood: what happens next, who came into question, which words spoke. */
export function TryResult({ said, result, canWrite, again }: { said: string; result: Attempt; canWrite: boolean; again: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const nameOf = useIntentNames()
  const change = useIntentChange()
  const { explanation, zone, perception } = result
  const [best] = explanation.candidates
  const shown = explanation.candidates.slice(0, zone === 'answer' ? 3 : shownCandidates)

  // 「怎么」 and 「吗」 count for a question, but tell nobody why a message is calm
  const spoke = [...new Set(result.mood.words.filter((word) => word.kind !== 'request').map((word) => word.text))]

  const teach = (intent: string) => {
    const text = say('taught', { text: said, name: nameOf(intent) })
    void change([{ do: 'add', intent, utterances: [said] }], text).then(again, () => {})
  }

  return (
    <>
      <p className={css.zone} data-zone={zone}>
        <ZoneIcon zone={zone} />
        <span>
          {best?.intent === ofNoShop && zone !== 'offer'
            ? say('zoneOfNoShop')
            : zone === 'none' && best
              ? say('zoneNoneNear', { name: nameOf(best.intent) })
              : say(`zone_${zone}`, { name: best ? nameOf(best.intent) : '' })}
        </span>
      </p>
      {shown.length > 0 && (
        <ol className={css.candidates}>
          {shown.map((candidate, index) => (
            <li key={candidate.intent} data-first={index === 0 || undefined}>
              <span>{nameOf(candidate.intent)}</span>
              <span className={css.confidence} aria-hidden="true">
                <span style={{ inlineSize: `${Math.round(candidate.confidence * 100)}%` }} />
              </span>
              <span title={say('confidence')}>{candidate.confidence.toFixed(2)}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={css.decided}>{say(`decided_${explanation.decidedBy}`)}</p>
      {explanation.evidence.map(({ intent, words: telling }, index) => (
        <div key={intent} className={css.part}>
          <h3>{say('spokeFor', { name: nameOf(intent) })}</h3>
          {telling.length === 0 ? (
            <p className={css.quiet}>{say('spokeNone')}</p>
          ) : (
            <p className={css.evidence} data-rank={index}>
              {highlighted(explanation.text, telling).map((piece) =>
                piece.weight > 0 ? (
                  <mark key={piece.start} data-strength={Math.ceil(piece.weight * 3)}>
                    {piece.text}
                  </mark>
                ) : (
                  <span key={piece.start}>{piece.text}</span>
                ),
              )}
            </p>
          )}
        </div>
      ))}
      {perception.entities.length > 0 && (
        <div className={css.part}>
          <h3>{say('found')}</h3>
          <ul className={css.entities}>
            {perception.entities.map((entity) => (
              <li key={`${entity.type} ${entity.start}`}>
                <span>{entityName(entity.type, locale)}</span>
                <code>{String(entity.value)}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={css.part}>
        <h3>{say('mood')}</h3>
        <MoodLine
          polarity={perception.mood.polarity}
          anger={perception.mood.anger}
          anxiety={perception.mood.anxiety}
          urgency={perception.mood.urgency}
          complaint={result.mood.complaint}
        />
        {spoke.length > 0 && (
          <p className={css.quiet}>
            {say('moodWords')} {spoke.join(' · ')}
          </p>
        )}
      </div>
      {result.masked !== said && (
        <div className={css.part}>
          <h3>{say('masked')}</h3>
          <p>{result.masked}</p>
        </div>
      )}
      {canWrite && (
        <div className={css.teach}>
          <IntentPicker label={say('teach')} pick={teach} />
        </div>
      )}
    </>
  )
}

function ZoneIcon({ zone }: { zone: Attempt['zone'] }) {
  const Icon = { answer: IconCircleCheck, offer: IconMessageQuestion, none: IconHelpCircle }[zone]
  return <Icon size={20} stroke={1.75} aria-hidden="true" />
}

function entityName(type: string, locale: 'zh-CN' | 'en'): string {
  const named: Record<string, string> = entityTypeWords[locale]
  return named[type] ?? type
}
