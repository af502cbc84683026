import type { ReviewDecision } from '../../schemas/review.ts'
import type { ReviewStore, StoredReview } from '../store/library-store.ts'

/** Decided messages that put a line into the library where a decision puts it. */
export type Holders = (line: string, decision: ReviewDecision) => Promise<StoredReview[]>

/** Longest utterance or similar question; what visitors say may be longer. */
const longestLine = 500
/** As many decided messages are looked at, the most frequent ones. */
const mostDecided = 50_000

/**
 * One wording may be decided twice, as a message that was unsure and as one that nothing answered.
 * @param ids of messages that are decided now: they hold nothing
 */
export function createHolders(reviews: ReviewStore, ids: readonly string[]): Holders {
  let others: Promise<StoredReview[]> | undefined

  // most decisions never ask: the list is read with the first one that does
  async function read(): Promise<StoredReview[]> {
    const decided = await reviews.list({ status: 'done', offset: 0, limit: mostDecided })
    const now = new Set(ids)
    return decided.reviews.filter(({ id }) => !now.has(id))
  }

  return async (line, decision) => {
    others ??= read()
    const target = targetOf(decision)
    return (await others).filter((each) => each.decision && targetOf(each.decision) === target && lineOf(each.text) === line)
  }
}

function targetOf(decision: ReviewDecision): string {
  if (decision.kind === 'label') return `intent ${decision.intent}`
  return decision.kind === 'similar' ? `article ${decision.article}` : decision.kind
}

/** What a message is as an utterance: one line, no longer than these may be. */
export function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestLine).toWellFormed().trim()
}
