import { Button } from '@mantine/core'
import { IconInbox, IconRocket } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { ReviewKind } from '../../schemas/review.ts'
import { useWords } from '../i18n/index.ts'
import { useFlows, useSession } from '../queries.ts'
import { EmptyState } from './EmptyState.tsx'
import { Frame, ScreenSwitches } from './Frame.tsx'
import { UndoBar, UndoButtons } from './library/UndoBar.tsx'
import page from './Page.module.css'
import { ReviewList } from './reviews/ReviewList.tsx'
import css from './reviews/Reviews.module.css'
import { Surroundings } from './reviews/Surroundings.tsx'
import { type ReviewState, useLabelledSince, useReviews } from './reviews/use-reviews.ts'
import { words } from './reviews/words.ts'
import { TryAgain } from './TryAgain.tsx'

const PublishLibrary = lazy(() => import('./intents/PublishLibrary.tsx').then((file) => ({ default: file.PublishLibrary })))

/** Kinds that are looked at here; the others belong to articles and are decided among them. */
const kindsHere = ['unsure', 'unhelpful'] as const
const elsewhere = [
  { kind: 'unanswered', href: '/knowledge/unanswered' },
  { kind: 'confirmed', href: '/knowledge' },
] as const
const states = ['open', 'done', 'dismissed'] as const

/** Real messages that the bot was not sure of: say what they mean, and the next training knows. */
export default function Reviews() {
  const say = useWords(words)
  const { data: me } = useSession()
  const canWrite = me?.role === 'owner' || me?.role === 'operator'
  const [place, setPlace] = useSearchParams()
  const kind: ReviewKind = kindsHere.find((each) => each === place.get('kind')) ?? 'unsure'
  const state: ReviewState = states.find((each) => each === place.get('state')) ?? 'open'
  const list = useReviews(kind, state)
  const [active, setActive] = useState(0)
  const labelled = useLabelledSince()
  const behind = useFlows().data?.flows.filter((flow) => flow.libraryChanged && !flow.archived) ?? []
  const [publishing, setPublishing] = useState(false)
  const reviews = list.data?.pages.flatMap((each) => each.reviews) ?? []
  const open = list.data?.pages[0]?.open
  const chosen = reviews[Math.min(active, reviews.length - 1)]
  const go = (key: 'kind' | 'state', value: string) =>
    setPlace((now) => {
      now.set(key, value)
      return now
    })

  const actions = (
    <>
      {canWrite && <UndoButtons />}
      <ScreenSwitches />
      {canWrite && behind.length > 0 && (
        <Button variant="filled" leftSection={<IconRocket size={16} stroke={1.75} />} onClick={() => setPublishing(true)}>
          {say('publish')}
        </Button>
      )}
    </>
  )
  return (
    <Frame bar={<h1 className={page.title}>{say('title')}</h1>} actions={actions}>
      {list.error && !list.data ? (
        <TryAgain error={list.error} retry={() => void list.refetch()} />
      ) : (
        <div className={css.rooms}>
          <div className={css.inbox}>
            <div className={css.head}>
              <p>
                {open && open.unsure > 0 && say('lead', { count: open.unsure })}
                {labelled > 0 && <strong>{say('labelled', { count: labelled })}</strong>}
              </p>
              <fieldset className={page.filters} aria-label={say('kinds')}>
                {kindsHere.map((each) => (
                  <button key={each} type="button" aria-pressed={each === kind} onClick={() => go('kind', each)}>
                    {say(`kind_${each}`)} {open && <span>{open[each]}</span>}
                  </button>
                ))}
                {open &&
                  elsewhere.map(
                    (each) =>
                      open[each.kind] > 0 && (
                        <Link key={each.kind} href={each.href} className={css.elsewhere}>
                          {say(`kind_${each.kind}`)} <span>{open[each.kind]}</span>
                        </Link>
                      ),
                  )}
                <span className={css.spring} />
              </fieldset>
              <fieldset className={page.filters} aria-label={say('states')}>
                {states.map((each) => (
                  <button key={each} type="button" aria-pressed={each === state} onClick={() => go('state', each)}>
                    {say(`state_${each}`)}
                  </button>
                ))}
              </fieldset>
            </div>
            {list.data && reviews.length === 0 ? (
              <NothingThere state={state} />
            ) : (
              <ReviewList key={`${kind} ${state}`} reviews={reviews} canWrite={canWrite} onActive={setActive} />
            )}
            {list.hasNextPage && (
              <Button className={css.more} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {say('more')}
              </Button>
            )}
          </div>
          <Surroundings review={chosen} canWrite={canWrite} />
        </div>
      )}
      {canWrite && <UndoBar />}
      <Suspense fallback={null}>{publishing && <PublishLibrary flows={behind} close={() => setPublishing(false)} />}</Suspense>
    </Frame>
  )
}

function NothingThere({ state }: { state: ReviewState }) {
  const say = useWords(words)
  if (state !== 'open') return <p className={page.none}>{say(state === 'done' ? 'emptyDone' : 'emptyDismissed')}</p>
  return (
    <EmptyState icon={<IconInbox size={24} stroke={1.75} />} title={say('emptyTitle')} lead={say('emptyLead')}>
      <ol className={page.steps}>
        <li>{say('emptyStep1')}</li>
        <li>{say('emptyStep2')}</li>
        <li>{say('emptyStep3')}</li>
      </ol>
    </EmptyState>
  )
}
