import { IconChecks, IconMessageOff, IconQuestionMark } from '@tabler/icons-react'
import { Link } from 'wouter'
import { parseRich } from '../../../../schemas/rich.ts'
import { type Locale, textIn } from '../../../../schemas/text.ts'
import { useWords } from '../../../i18n/index.ts'
import { Said } from '../../../preview/Bubbles.tsx'
import css from '../Knowledge.module.css'
import type { Asked } from '../queries.ts'
import { words } from '../words.ts'
import { sureness } from './sureness.ts'
import own from './TryBox.module.css'

/** What the visitor gets: an answer, up to three questions, a fact of a product sheet, or nothing. */
export function Outcome({ asked, question, locale }: { asked: Asked; question: string; locale: Locale }) {
  const say = useWords(words)
  const { answer, fact, confidence } = asked
  // where an article answers, it comes first; the sheet speaks when none does
  const isFact = fact !== undefined && answer.kind !== 'answer'
  const kind = isFact ? 'answer' : answer.kind
  const Sign = kind === 'answer' ? IconChecks : kind === 'not-sure' ? IconQuestionMark : IconMessageOff
  return (
    <>
      <p className={own.verdict} data-kind={kind}>
        <Sign size={18} stroke={1.75} aria-hidden="true" />
        <strong>
          {isFact
            ? say('willFact')
            : answer.kind === 'not-sure'
              ? say('willOffer', { count: answer.candidates.length })
              : say(answer.kind === 'answer' ? 'willAnswer' : 'willNothing')}
        </strong>
        <span>{say(kind === 'nothing' ? 'unlikely' : isFact ? 'surely' : sureness(confidence))}</span>
      </p>
      <div className={own.chat} lang={locale}>
        <p className={own.visitor}>{question}</p>
        {isFact ? (
          <Said content={{ type: 'text', text: `${fact.name} · ${fact.key}：${fact.value}` }} locale={locale} choose={null} />
        ) : (
          <Answered answer={answer} locale={locale} />
        )}
      </div>
      {fact && (
        <p className={css.hint}>
          {say('factOf', { product: fact.name, key: fact.key })}{' '}
          <Link href={`/knowledge/products/${encodeURIComponent(fact.product)}`} className={css.text}>
            {say('openProduct')}
          </Link>
        </p>
      )}
    </>
  )
}

function Answered({ answer, locale }: { answer: Asked['answer']; locale: Locale }) {
  const say = useWords(words)
  if (answer.kind === 'nothing') return null
  if (answer.kind === 'answer') {
    const text = textIn(answer.answer, locale)
    const rich = parseRich(text)
    return <Said content={rich ? { type: 'text', text, rich } : { type: 'text', text }} locale={locale} choose={null} />
  }
  return (
    <>
      <Said content={{ type: 'text', text: say('offerWords') }} locale={locale} choose={null} />
      <ul className={own.offered}>
        {answer.candidates.map((each) => (
          <li key={each.article}>{each.question}</li>
        ))}
        <li>{say('none')}</li>
      </ul>
    </>
  )
}
