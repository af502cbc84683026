import { type KeyboardEvent, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Review, ReviewDecision } from '../../../schemas/review.ts'
import { useWords } from '../../i18n/index.ts'
import { useIntentNames } from '../library/intent-queries.ts'
import { LongList } from '../library/LongList.tsx'
import { ReviewRow } from './ReviewRow.tsx'
import css from './Reviews.module.css'
import { shortened } from './shortened.ts'
import { useDecide } from './use-reviews.ts'
import { words } from './words.ts'

/** The inbox, gone through without a mouse: arrows, a number for a suggested intent, letters to find another, D to put aside. */
export function ReviewList({
  reviews,
  canWrite,
  onActive,
}: {
  reviews: readonly Review[]
  canWrite: boolean
  onActive: (index: number) => void
}) {
  const say = useWords(words)
  const nameOf = useIntentNames()
  const decide = useDecide()
  const [finding, setFinding] = useState<string | null>(null)
  const [refocus, setRefocus] = useState(0)
  const isThere = reviews.length > 0
  useEffect(() => {
    // who came by the address or the rail can go on by key at once; a focus that is in use stays where it is
    const focused = document.activeElement
    if (isThere && (focused === null || focused === document.body || focused.closest('nav'))) setRefocus((count) => count + 1)
  }, [isThere])

  const settle = (review: Review, decision: ReviewDecision, text: string) => {
    setFinding(null)
    void decide(review, decision, text).then(
      () => setRefocus((count) => count + 1),
      () => {},
    )
  }
  const label = (review: Review, intent: string) =>
    settle(review, { kind: 'label', intent }, say('labelled', { text: shortened(review.text), name: nameOf(intent) }))
  const dismiss = (review: Review) => settle(review, { kind: 'dismiss' }, say('dismissed', { text: shortened(review.text) }))
  const reopen = (review: Review) => settle(review, { kind: 'reopen' }, say('reopened', { text: shortened(review.text) }))

  const press = (review: Review, event: KeyboardEvent) => {
    const onRow = event.target instanceof HTMLElement && event.target.hasAttribute('data-row-focus')
    if (!canWrite || !onRow || event.ctrlKey || event.metaKey || event.altKey) return
    if (review.status !== 'open') {
      if (event.key.toLowerCase() === 'r') reopen(review)
      return
    }
    const suggested = /^[1-5]$/.test(event.key) ? review.intents[Number(event.key) - 1] : undefined
    if (suggested) label(review, suggested.id)
    else if (event.key === 'd' || event.key === 'D' || event.key === 'Delete') dismiss(review)
    else if (event.key === 'Enter' || event.key === '/') {
      event.preventDefault()
      setFinding(review.id)
    } else if (event.key === 'Process' || /^\p{L}$/u.test(event.key)) {
      // drawn before the letter arrives, so that it is the first one that is searched
      flushSync(() => setFinding(review.id))
    }
  }

  return (
    <>
      <LongList
        items={reviews}
        keyOf={(review) => review.id}
        label={say('list')}
        press={press}
        onActive={onActive}
        refocus={refocus}
        row={(review, { active }) => (
          <ReviewRow
            review={review}
            active={active}
            finding={finding === review.id}
            canWrite={canWrite}
            find={() => setFinding(review.id)}
            leave={() => {
              setFinding(null)
              setRefocus((count) => count + 1)
            }}
            label={(intent) => label(review, intent)}
            dismiss={() => dismiss(review)}
            reopen={() => reopen(review)}
          />
        )}
      />
      {canWrite && reviews.length > 0 && <p className={css.keys}>{say('keys')}</p>}
    </>
  )
}
