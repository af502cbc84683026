import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconSearch, IconX } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Review } from '../../../schemas/review.ts'
import { ago, moment } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { IntentPicker } from '../library/IntentPicker.tsx'
import { useIntentNames } from '../library/intent-queries.ts'
import css from './Reviews.module.css'
import { words } from './words.ts'

interface Props {
  review: Review
  active: boolean
  /** Whether an intent is being searched for it. */
  finding: boolean
  canWrite: boolean
  find: () => void
  leave: () => void
  label: (intent: string) => void
  dismiss: () => void
  reopen: () => void
}

/** A message with what it may be; the row itself takes the keys. */
export function ReviewRow({ review, active, finding, canWrite, find, leave, label, dismiss, reopen }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const tab = active ? 0 : -1
  return (
    <div className={css.row} data-active={active || undefined}>
      <div className={css.said} tabIndex={tab} data-row-focus>
        <p lang={review.locale}>{review.text}</p>
        <span className={css.meta}>
          {say('heard', { count: review.count })} ·{' '}
          <time dateTime={review.lastAt} title={moment(review.lastAt, locale)}>
            {ago(review.lastAt, locale)}
          </time>
        </span>
      </div>
      {review.kind === 'unhelpful' && review.article && (
        <Link href={`/knowledge/articles/${encodeURIComponent(review.article)}`} className={css.article} tabIndex={tab}>
          {say('unhelpfulArticle')}
        </Link>
      )}
      {review.status !== 'open' ? (
        <Decided review={review} tab={tab} reopen={canWrite ? reopen : null} />
      ) : (
        canWrite && (
          <div className={css.deciding}>
            <div className={css.choices}>
              <Suggested review={review} tab={tab} label={label} />
              {finding ? (
                <div className={css.picker}>
                  <IntentPicker label={say('other')} pick={label} leave={leave} autoFocus />
                </div>
              ) : (
                <button type="button" className={css.choice} tabIndex={tab} onClick={find}>
                  <IconSearch size={14} stroke={1.75} aria-hidden="true" />
                  {say('other')}
                </button>
              )}
            </div>
            <Tooltip label={`${say('dismiss')} D`}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                className={css.quiet}
                tabIndex={tab}
                aria-label={say('dismiss')}
                onClick={dismiss}
              >
                <IconX size={16} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          </div>
        )
      )}
    </div>
  )
}

function Suggested({ review, tab, label }: { review: Review; tab: number; label: (intent: string) => void }) {
  const say = useWords(words)
  const nameOf = useIntentNames()
  return review.intents.map(({ id, confidence }, index) => {
    const share = Math.round(confidence * 100)
    return (
      <button
        key={id}
        type="button"
        className={css.choice}
        tabIndex={tab}
        title={say('choose', { name: nameOf(id), share })}
        onClick={() => label(id)}
      >
        <kbd>{index + 1}</kbd>
        {nameOf(id)}
      </button>
    )
  })
}

/** What became of it, by whom, and the way back. */
function Decided({ review, tab, reopen }: { review: Review; tab: number; reopen: (() => void) | null }) {
  const say = useWords(words)
  const locale = useLocale()
  const nameOf = useIntentNames()
  const { decision } = review
  const became =
    decision?.kind === 'label'
      ? say('is', { name: nameOf(decision.intent) })
      : decision?.kind === 'mood'
        ? say('isMood')
        : say(decision?.kind === 'similar' ? 'isSimilar' : 'isNothing')
  return (
    <div className={css.choices}>
      <strong>{became}</strong>
      {review.decidedBy && review.decidedAt && (
        <span className={css.meta}>{say('by', { name: review.decidedBy, when: ago(review.decidedAt, locale) })}</span>
      )}
      <span className={css.spring} />
      {reopen && (
        <button type="button" className={css.choice} tabIndex={tab} onClick={reopen}>
          <IconArrowBackUp size={14} stroke={1.75} aria-hidden="true" />
          {say('reopen')}
        </button>
      )}
    </div>
  )
}
