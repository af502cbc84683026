import type { NewReview, Rating } from './library-store.ts'
import type { Statements } from './statements.ts'

/** How many newer rows push out an open one that was heard only a few times. */
const mostReviews = 50_000
const pruneEvery = 500

/** What visitors leave behind for operators. Each function runs inside a transaction that somebody else opened. */
export function createHearing(statements: Statements) {
  function review(heard: NewReview, where: { conversationId: string; seq: number; at: number }): void {
    const stored = statements.insertReview.get({
      kind: heard.kind,
      locale: heard.locale,
      wording: heard.wording,
      text: heard.text,
      at: where.at,
      conversation_id: where.conversationId,
      seq: where.seq,
      intents: JSON.stringify(heard.intents),
      article: heard.article ?? null,
    })
    // whoever sends nonsense all day must not fill the disk
    if (stored?.count === 1 && stored.row % pruneEvery === 0 && stored.row > mostReviews)
      statements.pruneReviews.run(stored.row - mostReviews)
  }

  function answered(article: string): void {
    statements.tally.run({ article, answered: 1, helpful: 0, unhelpful: 0 })
  }

  function rate({ conversationId, seq, article, helpful, at, asked }: Rating): boolean {
    const before = statements.rating.get(conversationId, seq)
    if (before && (before.helpful === 1) === helpful) return false
    const sign = helpful ? 1 : -1
    const taken = before ? -1 : 0
    statements.tally.run({
      article,
      answered: 0,
      helpful: sign === 1 ? 1 : taken,
      unhelpful: sign === -1 ? 1 : taken,
    })
    statements.putRating.run(conversationId, seq, article, helpful ? 1 : 0, at)
    if (!asked) return true
    const { seq: askedSeq, ...said } = asked
    if (before) {
      const former = [helpful ? 'unhelpful' : 'confirmed', said.locale, said.wording] as const
      statements.takeReview.run(...former)
      statements.dropReview.run(...former)
    }
    review({ ...said, kind: helpful ? 'confirmed' : 'unhelpful' }, { conversationId, seq: askedSeq, at })
    return true
  }

  return { review, answered, rate }
}
