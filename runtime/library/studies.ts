import type { ReviewKind } from '../../schemas/review.ts'
import type { LiveKnowledge } from '../knowledge/live.ts'
import { pause } from '../knowledge/steps.ts'
import type { Student } from '../knowledge/student.ts'
import type { StoredReview } from '../store/library-store.ts'
import type { Store } from '../store/store.ts'
import { createKept } from './listing.ts'

/** Two articles that answer the same. */
export interface DuplicateArticles {
  first: { id: string; question: string }
  second: { id: string; question: string }
  similarity: number
}

/** Messages that ask the same, with what they might become. */
export interface ReviewCluster {
  text: string
  count: number
  reviews: { id: string; text: string; count: number }[]
  article?: { id: string; question: string; confidence: number }
  intent?: { id: string; confidence: number }
}

/** A word of visitors, and the articles' words that it may stand for. */
export interface Suggestion {
  word: string
  near: string[]
  /** Messages that speak for it. */
  count: number
  examples: string[]
}

/** What is found out about the shop's own articles and messages. */
export interface KnowledgeStudies {
  duplicates(): Promise<DuplicateArticles[]>
  clusters(kind: ReviewKind, now: number): Promise<ReviewCluster[]>
  suggestions(): Promise<Suggestion[]>
}

/** Messages looked at: the most frequent ones. */
const mostReviews = 2_000
const mostClusters = 100
const mostMembers = 50
/** An article or intent less likely than this is no hint. */
const leastHint = 0.05
const part = 250

export function createKnowledgeStudies(parts: {
  store: Pick<Store, 'reviews'>
  knowledge: LiveKnowledge
  student: Student
}): KnowledgeStudies {
  const { store, knowledge, student } = parts
  const kept = {
    duplicates: createKept<DuplicateArticles[]>(),
    clusters: createKept<ReviewCluster[]>(),
    suggestions: createKept<Suggestion[]>(),
  }

  async function duplicates(): Promise<DuplicateArticles[]> {
    const articles = [...knowledge.articles().values()]
    const entries = []
    for (const [index, { question, similar }] of articles.entries()) {
      if (index % part === part - 1) await pause()
      entries.push({ questions: [question, ...similar], answer: '' })
    }
    const pairs = await student.study('duplicates', { entries }, knowledge.lexicon())
    return pairs.flatMap(({ first, second, similarity }) => {
      const [one, other] = [articles[first], articles[second]]
      if (!one || !other || (one.locale !== undefined && other.locale !== undefined && one.locale !== other.locale)) return []
      return [
        {
          first: { id: one.id, question: one.question },
          second: { id: other.id, question: other.question },
          similarity: Math.round(similarity * 1_000) / 1_000,
        },
      ]
    })
  }

  async function clustersOf(reviews: readonly StoredReview[], now: number): Promise<ReviewCluster[]> {
    const asks = { texts: reviews.map(({ text }) => text), counts: reviews.map(({ count }) => count) }
    const groups = await student.study('clusters', asks, knowledge.lexicon())
    const clusters: ReviewCluster[] = []
    for (const group of groups.slice(0, mostClusters)) {
      const members = group.flatMap((index) => reviews[index] ?? [])
      const [first] = members
      if (!first) continue
      await pause()
      clusters.push({
        text: first.text,
        count: members.reduce((sum, { count }) => sum + count, 0),
        reviews: members.slice(0, mostMembers).map(({ id, text, count }) => ({ id, text, count })),
        ...nearestArticle(first, now),
        ...nearestIntent(members),
      })
    }
    return clusters
  }

  function nearestArticle({ text, locale }: StoredReview, now: number): Pick<ReviewCluster, 'article'> {
    const { articles, confidence } = knowledge.rank(text, { locale, now })
    const article = knowledge.articles().get(articles[0] ?? '')
    if (!article || confidence < leastHint) return {}
    return { article: { id: article.id, question: article.question, confidence: Math.round(confidence * 1_000) / 1_000 } }
  }

  /** Messages whose article is known: a visitor confirmed it, or an operator said so. */
  async function meant() {
    const lists = await Promise.all([
      ...(['open', 'done'] as const).map((status) => store.reviews.list({ kind: 'confirmed', status, offset: 0, limit: mostReviews })),
      store.reviews.list({ status: 'done', offset: 0, limit: mostReviews }),
    ])
    const byId = new Map(lists.flatMap(({ reviews }) => reviews).map((review) => [review.id, review]))
    const own = new Set([...byId.values()].map(({ text }) => text.replace(/\s+/g, ' ').trim()))
    return [...byId.values()].flatMap(({ kind, text, count, article, decision }) => {
      const id = decision?.kind === 'similar' ? decision.article : kind === 'confirmed' && !decision ? article : undefined
      const known = id === undefined ? undefined : knowledge.articles().get(id)
      if (!known) return []
      // what visitors' messages became does not count as the shop's own wording
      const questions = [known.question, ...known.similar.filter((each) => !own.has(each))]
      return [{ text, count, questions }]
    })
  }

  return {
    duplicates: () => kept.duplicates(`${knowledge.version()} ${knowledge.articles().size}`, duplicates),

    async clusters(kind, now) {
      const { reviews } = await store.reviews.list({ kind, status: 'open', offset: 0, limit: mostReviews })
      const key = [kind, knowledge.version(), ...reviews.map(({ id, count }) => `${id}:${count}`)].join(' ')
      return kept.clusters(key, () => clustersOf(reviews, now))
    },

    async suggestions() {
      const known = await meant()
      if (known.length === 0) return []
      return kept.suggestions(JSON.stringify([known, knowledge.lexicon()]), async () => {
        const found = await student.study('suggestions', { meant: known }, knowledge.lexicon())
        return found.map(({ words: [ours, theirs], count, examples }) => ({
          word: theirs,
          near: [ours],
          count,
          examples: examples.flatMap((place) => known[place]?.text ?? []),
        }))
      })
    },
  }
}

function nearestIntent(members: readonly StoredReview[]): Pick<ReviewCluster, 'intent'> {
  const sums = new Map<string, number>()
  let heard = 0
  for (const { intents, count } of members) {
    heard += count
    for (const { id, confidence } of intents) sums.set(id, (sums.get(id) ?? 0) + confidence * count)
  }
  const [best] = [...sums].sort((a, b) => b[1] - a[1])
  if (!best || best[1] / heard < leastHint) return {}
  return { intent: { id: best[0], confidence: Math.round((best[1] / heard) * 1_000) / 1_000 } }
}
