import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import type { Reviewing } from '../library/decide.ts'
import type { LiveMoods } from '../library/live-moods.ts'
import { moodsOf } from '../library/moods.ts'
import { rateAnswer } from '../library/rate.ts'
import type { StoredReview } from '../store/library-store.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handler.ts'
import type { Note } from './note.ts'

export interface ReviewParts {
  store: Pick<Store, 'conversations' | 'library' | 'originals' | 'reviews' | 'tallies'>
  reviewing: Reviewing
  clock: Clock
  moods: LiveMoods
  /** A similar question counts for visitors at once. */
  refresh(): Promise<void>
  note: Note
}

type ReviewHandlers = Pick<Handlers, 'listReviews' | 'decideReviews' | 'readConversation' | 'rateAnswer'>

const pageSize = 100
const messagePage = 200

/** What visitors said, to look at, to learn from and to read in full. */
export function reviewHandlers({ store, reviewing, clock, moods, refresh, note }: ReviewParts): ReviewHandlers {
  return {
    async listReviews({ query }) {
      const { kind, status, offset } = query
      const [page, open] = await Promise.all([
        store.reviews.list({ status, offset, limit: pageSize, ...(kind === undefined ? {} : { kind }) }),
        store.reviews.open(),
      ])
      return { reviews: page.reviews.map(shown), open, total: page.total }
    },

    async decideReviews({ principal, body }) {
      const ids = [...new Set(body.reviews)]
      const version = await reviewing.decide(ids, body.decision, principal, clock.now())
      if (body.decision.kind === 'similar' || body.decision.kind === 'reopen') await refresh()
      await moods.refresh()
      const { kind } = body.decision
      const to =
        body.decision.kind === 'label' ? body.decision.intent : body.decision.kind === 'similar' ? body.decision.article : undefined
      await note(principal, 'reviews-decided', 'library', {
        decision: kind,
        reviews: ids.slice(0, 100),
        ...(to === undefined ? {} : { to }),
      })
      return { version, decided: ids.length }
    },

    async readConversation({ parameters, query }) {
      const { id } = parameters
      if (!(await store.conversations.load(id))) throw errors.notFound('conversation', id)
      const [messages, moods, originals] = await Promise.all([
        store.conversations.messagesAfter(id, query.after, messagePage),
        moodsOf(store, id),
        store.originals.seqs(id, clock.now()),
      ])
      const last = messages.at(-1)?.seq ?? query.after
      const within = (seq: number) => seq > query.after && seq <= last
      return { messages, moods: moods.filter(({ seq }) => within(seq)), originals: originals.filter(within) }
    },

    async rateAnswer({ parameters, body }) {
      const seq = Number(parameters.seq)
      if (!/^[1-9]\d{0,8}$/.test(parameters.seq)) throw errors.notFound('answer', parameters.seq)
      await rateAnswer(store, { conversationId: parameters.id, seq, helpful: body.helpful, at: clock.now() })
      return undefined
    },
  }
}

function shown({ added: _added, decidedAt, firstAt, lastAt, ...review }: StoredReview) {
  return {
    ...review,
    firstAt: new Date(firstAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
    ...(decidedAt === undefined ? {} : { decidedAt: new Date(decidedAt).toISOString() }),
  }
}
