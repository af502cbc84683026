import type { Article } from '../../schemas/article.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { ReviewDecision } from '../../schemas/review.ts'
import { errors } from '../errors.ts'
import type { Decided, LibraryChange, StoredReview } from '../store/library-store.ts'
import type { Store } from '../store/store.ts'
import { createHolders, type Holders, lineOf } from './holders.ts'
import { changing } from './intents.ts'

export interface Reviewing {
  /**
   * Decides what messages meant, all or nothing; a message that was decided before is decided anew, and what it had added is taken back
   * unless another decision holds the same line in the same place.
   * @returns the library's version afterwards
   * @throws AppError `not-found` for a review, intent or article that is not there; `conflict` when a list is full
   */
  decide(ids: readonly string[], decision: ReviewDecision, by: { name: string }, at: number): Promise<number>
}

const mostUtterances = 5_000
const mostSimilar = 2_000

export function createReviewing({ library, reviews }: Pick<Store, 'library' | 'reviews'>): Reviewing {
  return {
    decide: (ids, decision, by, at) =>
      changing(async () => {
        const version = await library.version()
        const found = await reviews.get(ids)
        const missing = ids.find((id) => !found.some((each) => each.id === id))
        if (missing !== undefined) throw errors.notFound('review', missing)
        const decisions = [...found.flatMap((review) => review.decision ?? []), decision]
        const desk = await openDesk(library, createHolders(reviews, ids), decisions)
        // all of it first: one wording may be there twice, and what one puts the other must not take
        for (const was of found) await desk.takeBack(was)
        const decided: Decided['reviews'][number][] = []
        for (const was of found) decided.push({ was, decision, added: await desk.add(was, decision) })
        return library.change({ ...desk.changed(), decided: { by: by.name, at, reviews: decided } }, version)
      }),
  }
}

/** The intents and articles that decisions name, as they come to stand. */
async function openDesk(library: Store['library'], holders: Holders, decisions: readonly ReviewDecision[]) {
  const named = (kind: 'label' | 'similar') => [
    ...new Set(
      decisions.flatMap((each) =>
        each.kind === kind ? [each.kind === 'label' ? each.intent : each.kind === 'similar' ? each.article : ''] : [],
      ),
    ),
  ]
  const [intents, articles] = await Promise.all([library.some('intents', named('label')), library.some('articles', named('similar'))])
  const before = { intents: byId(intents), articles: byId(articles) }
  const now = { intents: byId(intents), articles: byId(articles) }
  /** Lines put by this very decision. */
  const put = new Set<string>()

  /** True when a line stands in its place because of decisions, not because the shop wrote it there. */
  const isDecided = async (line: string, decision: ReviewDecision) =>
    put.has(line) || (await holders(line, decision)).some((other) => other.added)

  function intentOf(id: string): Intent {
    const intent = now.intents.get(id)
    if (!intent) throw errors.notFound('intent', id)
    return intent
  }

  function articleOf(id: string): Article {
    const article = now.articles.get(id)
    if (!article) throw errors.notFound('article', id)
    return article
  }

  return {
    /** @returns true when the library did not have it yet, or has it of decisions alone: the last of them takes it back */
    async add({ text }: StoredReview, decision: ReviewDecision): Promise<boolean> {
      const line = lineOf(text)
      if (decision.kind === 'label') {
        const intent = intentOf(decision.intent)
        if (line === '') return false
        if (intent.utterances.includes(line)) return isDecided(line, decision)
        if (intent.utterances.length >= mostUtterances) throw errors.conflict('The intent has as many utterances as it can hold.')
        now.intents.set(intent.id, { ...intent, utterances: [...intent.utterances, line] })
        put.add(line)
        return true
      }
      if (decision.kind === 'similar') {
        const article = articleOf(decision.article)
        if (line === '' || article.question === line) return false
        if (article.similar.includes(line)) return isDecided(line, decision)
        if (article.similar.length >= mostSimilar) throw errors.conflict('The article has as many similar questions as it can hold.')
        now.articles.set(article.id, { ...article, similar: [...article.similar, line] })
        put.add(line)
        return true
      }
      return false
    },

    /** Undoes what an earlier decision added, where it still stands and no other decision holds it. */
    async takeBack({ text, decision, added }: StoredReview): Promise<void> {
      if (!added || !decision) return
      const line = lineOf(text)
      if ((await holders(line, decision)).length > 0) return
      const intent = decision.kind === 'label' && now.intents.get(decision.intent)
      if (intent) now.intents.set(intent.id, { ...intent, utterances: intent.utterances.filter((each) => each !== line) })
      const article = decision.kind === 'similar' && now.articles.get(decision.article)
      if (article) now.articles.set(article.id, { ...article, similar: article.similar.filter((each) => each !== line) })
    },

    changed(): LibraryChange {
      const rows = {
        intents: [...now.intents.values()].filter((intent) => before.intents.get(intent.id) !== intent),
        articles: [...now.articles.values()].filter((article) => before.articles.get(article.id) !== article),
      }
      return {
        ...(rows.intents.length > 0 ? { intents: { put: rows.intents } } : {}),
        ...(rows.articles.length > 0 ? { articles: { put: rows.articles } } : {}),
        // what is decided about moods teaches their reader, as its words do
        ...(decisions.some((decision) => decision.kind === 'mood') ? { moodWords: {} } : {}),
      }
    },
  }
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((each) => [each.id, each]))
