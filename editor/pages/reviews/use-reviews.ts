import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'
import type { Review, ReviewDecision, ReviewKind } from '../../../schemas/review.ts'
import { call } from '../../call.ts'
import { keys, useFlows } from '../../queries.ts'
import { useGuard } from '../library/failure.ts'
import { intentKeys } from '../library/intent-queries.ts'
import { type Undoable, useUndo } from '../library/undo.ts'

export type ReviewState = Review['status']
type ReviewsReply = Reply<Routes['listReviews']>
type Pages = InfiniteData<ReviewsReply, number>

const reviewKeys = {
  all: ['reviews'] as const,
  list: (kind: ReviewKind, status: ReviewState) => ['reviews', kind, status] as const,
  labelled: ['reviews', 'labelled'] as const,
}

/** Messages of one kind, a hundred at a time. */
export const useReviews = (kind: ReviewKind, status: ReviewState) =>
  useInfiniteQuery({
    queryKey: reviewKeys.list(kind, status),
    queryFn: ({ signal, pageParam }) => call('listReviews', { query: { kind, status, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const have = pages.reduce((sum, page) => sum + page.reviews.length, 0)
      return last.reviews.length > 0 && have < last.total ? have : undefined
    },
    refetchInterval: status === 'open' ? 15_000 : false,
  })

/** How many messages were labelled since what is live was taught; counted to a hundred. */
export function useLabelledSince(): number {
  const flows = useFlows().data?.flows ?? []
  const behind = flows.filter((flow) => flow.libraryChanged && !flow.archived).flatMap((flow) => flow.live?.publishedAt ?? [])
  const since = behind.sort()[0]
  const { data } = useQuery({
    queryKey: reviewKeys.labelled,
    queryFn: ({ signal }) => call('listReviews', { query: { status: 'done' }, signal }),
    enabled: since !== undefined,
  })
  if (since === undefined) return 0
  return (
    data?.reviews.filter(({ decision, decidedAt }) => decision?.kind === 'label' && decidedAt !== undefined && decidedAt > since).length ??
    0
  )
}

/** Decides a message at once: it leaves the list, and the bar offers to bring it back. */
export function useDecide(): (review: Review, decision: ReviewDecision, text: string) => Promise<void> {
  const client = useQueryClient()
  const guard = useGuard()
  const apply = (review: Review, decision: ReviewDecision) =>
    guard(async () => {
      await call('decideReviews', { body: { reviews: [review.id], decision } })
      client.setQueriesData<Pages>({ queryKey: reviewKeys.all, predicate: ({ queryKey }) => queryKey.length === 3 }, (data) =>
        without(data, review.id),
      )
      void client.invalidateQueries({ queryKey: reviewKeys.all })
      void client.invalidateQueries({ queryKey: intentKeys.all })
      void client.invalidateQueries({ queryKey: keys.flows })
    })
  const undoable = (review: Review, to: ReviewDecision, back: ReviewDecision, text: string): Undoable => ({
    text,
    take: async () => {
      await apply(review, back)
      return undoable(review, back, to, text)
    },
  })
  return async (review, decision, text) => {
    await apply(review, decision)
    useUndo.getState().remember(undoable(review, decision, review.decision ?? { kind: 'reopen' }, text))
  }
}

function without(data: Pages | undefined, id: string): Pages | undefined {
  return data && { ...data, pages: data.pages.map((page) => ({ ...page, reviews: page.reviews.filter((each) => each.id !== id) })) }
}

const before = 12

/** What was said around a message. */
export const useSurroundings = (conversation: string | undefined, seq: number) =>
  useQuery({
    queryKey: ['conversation', conversation, seq],
    queryFn: ({ signal }) =>
      call('readConversation', { params: { id: conversation ?? '' }, query: { after: Math.max(0, seq - before) }, signal }),
    enabled: conversation !== undefined,
    staleTime: 60_000,
  })
