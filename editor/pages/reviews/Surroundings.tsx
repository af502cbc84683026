import { useEffect, useRef } from 'react'
import type { Message } from '../../../schemas/message.ts'
import type { Review } from '../../../schemas/review.ts'
import { CallError } from '../../call.ts'
import { moment } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { Said } from '../../preview/Bubbles.tsx'
import { Media } from '../../preview/Media.tsx'
import { useSession } from '../../queries.ts'
import { MoodLine } from '../intents/MoodLine.tsx'
import { MoodChart } from './MoodChart.tsx'
import { MoodFix } from './MoodFix.tsx'
import { Original } from './Original.tsx'
import css from './Reviews.module.css'
import { useSurroundings } from './use-reviews.ts'
import { words } from './words.ts'

/** What was said around the chosen message, and in what mood. */
export function Surroundings({ review, canWrite }: { review: Review | undefined; canWrite: boolean }) {
  const say = useWords(words)
  const { data, error } = useSurroundings(review?.conversationId, review?.seq ?? 0)
  const role = useSession().data?.role
  const mayUnmask = role === 'owner' || role === 'agent'
  const own = data?.moods.find((mood) => mood.seq === review?.seq)
  return (
    <aside className={css.side} aria-label={say('conversation')}>
      <h2>{say('conversation')}</h2>
      {!review ? (
        <p className={css.lead}>{say('conversationPick')}</p>
      ) : error ? (
        <p className={css.lead}>{say(error instanceof CallError && error.status === 404 ? 'conversationGone' : 'failed')}</p>
      ) : (
        data && (
          <>
            {data.moods.length > 2 && <MoodChart moods={data.moods} at={review.seq} />}
            <Log
              messages={data.messages}
              moods={data.moods}
              at={review.seq}
              originals={mayUnmask ? data.originals : []}
              conversationId={review.conversationId}
            />
            {canWrite && review.status === 'open' && own && <MoodFix key={review.id} review={review} polarity={own.polarity} />}
          </>
        )
      )}
    </aside>
  )
}

interface LogProps {
  messages: readonly Message[]
  moods: readonly { seq: number; polarity: 'positive' | 'neutral' | 'negative'; anger: number; anxiety: number; urgency: number }[]
  /** The message that it is about. */
  at: number
  /** Messages whose unmasked original this person may see. */
  originals: readonly number[]
  conversationId: string
}

function Log({ messages, moods, at, originals, conversationId }: LogProps) {
  const say = useWords(words)
  const locale = useLocale()
  const chosen = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: neither is read, but with either the chosen row stands elsewhere and is scrolled to again
  useEffect(() => {
    const row = chosen.current
    const log = row?.parentElement
    // only the log moves: on a phone the page around it must not
    if (row && log) log.scrollTop = row.offsetTop - (log.clientHeight - row.offsetHeight) / 2
  }, [at, messages])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <ol className={css.log} tabIndex={0} aria-label={say('conversation')}>
      {messages.map((message) => {
        const isVisitor = message.from === 'visitor'
        const mood = moods.find((each) => each.seq === message.seq)
        return (
          <li
            key={message.id}
            ref={message.seq === at ? chosen : undefined}
            data-from={message.from}
            data-chosen={message.seq === at || undefined}
          >
            <Words message={message} locale={locale} conversationId={conversationId} />
            <span className={css.meta}>
              {message.from !== 'system' && say(isVisitor ? 'visitor' : message.from === 'agent' ? 'agent' : 'bot')} ·{' '}
              {moment(message.at, locale)}
            </span>
            {originals.includes(message.seq) && <Original conversationId={conversationId} seq={message.seq} />}
            {isVisitor && mood && (mood.polarity !== 'neutral' || mood.anger >= 0.3) && <MoodLine {...mood} />}
          </li>
        )
      })}
    </ol>
  )
}

function Words({ message, locale, conversationId }: { message: Message; locale: 'zh-CN' | 'en'; conversationId: string }) {
  const { content } = message
  if (content.type === 'choice') return <p className={css.bubble}>{content.label ?? content.value}</p>
  if (content.type === 'image' || content.type === 'audio')
    return <Media content={content} addressOf={(upload) => `/api/conversations/${conversationId}/uploads/${upload}`} />
  if (message.from === 'visitor') return <p className={css.bubble}>{content.type === 'text' ? content.text : ''}</p>
  return <Said content={content} locale={locale} choose={null} />
}
