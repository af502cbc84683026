import type { Article, KnowledgeAnswer } from '../../schemas/article.ts'
import { type Locale, locales } from '../../schemas/text.ts'
import { blended, type Likeness } from './blend.ts'
import { createCache } from './cache.ts'
import { zones } from './confidence.ts'
import { nearness } from './matcher.ts'
import type { Hit, Shelf } from './shelf.ts'

export interface AskOptions {
  locale: Locale
  /** Only articles with one of these. */
  tags?: readonly string[]
  /** Milliseconds since the epoch, for validity dates. */
  now: number
  /** Which group of visitors the answer is for; answers of one are never given to another from memory. */
  segment?: string
  /** The answer depends on who asks: it is never kept. */
  personal?: boolean
  /** Likeness in meaning to this very question, where a provider supplies it; such answers are not kept. */
  likeness?: Likeness
}

/** Answers from shelves that do not change any more. */
export interface Desk {
  ask(question: string, options: AskOptions): KnowledgeAnswer
  /** What it would weigh, best first, without the zones and without memory. */
  weigh(question: string, options: AskOptions): { hits: Hit[]; confidence: number; shelf: Shelf }
}

const mostOffered = 3
const mostKept = 10_000
const longestKept = 300
/** A candidate this much less likely than the best one is no help. */
const leastShare = 0.2

/** @param moments when articles begin or cease to answer, from `momentsOf` */
export function createDesk(shelves: Record<Locale, Shelf>, moments: readonly Float64Array[], version: number): Desk {
  const cache = createCache<KnowledgeAnswer>(mostKept)
  const anyDates = moments.some((each) => each.length > 0)

  return { ask, weigh }

  function ask(question: string, options: AskOptions): KnowledgeAnswer {
    const { locale, tags = [], segment = '', now } = options
    const key =
      options.personal || options.likeness || question.length > longestKept
        ? undefined
        : [version, locale, segment, tags.length, ...tags, question].join('\n')
    const kept = key === undefined ? undefined : cache.get(key, now)
    if (kept) return kept
    const search = weigh(question, options)
    const { hits, confidence } = options.likeness ? blended(search, options.likeness) : search
    const answer = answerOf(hits, confidence)
    if (key !== undefined) cache.put(key, answer, Math.min(...moments.map((each) => nextOf(each, now))))
    return answer
  }

  function weigh(question: string, { locale, tags, now }: AskOptions) {
    const may = (article: Article) => isValid(article, now) && (!tags?.length || article.tags.some((tag) => tags.includes(tag)))
    // most libraries hold no dates: then there is nothing to ask each article
    const allowed = anyDates || tags?.length ? may : undefined
    const own = { ...shelves[locale].find(question, allowed), shelf: shelves[locale] }
    const other = otherLanguage(question, locale)
    if (other === undefined) return own
    // a visitor may write in another language than the page's; what is sure in that one is said in that one
    const foreign = { ...shelves[other].find(question, allowed), shelf: shelves[other] }
    return foreign.confidence > own.confidence ? foreign : own
  }
}

function answerOf(hits: readonly Hit[], confidence: number): KnowledgeAnswer {
  const [first] = hits
  if (!first || confidence < zones.offer) return { kind: 'nothing' }
  const { id: article, question, answer, products } = first.source
  if (confidence >= zones.answer)
    return { kind: 'answer', article, question, answer, confidence: round(confidence), ...(products?.length ? { products } : {}) }
  const candidates = hits
    .slice(0, mostOffered)
    .map((each) => ({ article: each.source.id, question: each.source.question, share: nearness(each) / (nearness(first) || 1) }))
    .filter(({ share }) => share >= leastShare)
    .map(({ share, ...each }) => ({ ...each, confidence: round(confidence * Math.min(1, share)) }))
  return { kind: 'not-sure', candidates }
}

/** The language that the question is in, when it is plainly not the visitor's. */
function otherLanguage(question: string, locale: Locale): Locale | undefined {
  const written: Locale | undefined = /\p{Script=Han}/u.test(question) ? 'zh-CN' : /[a-z]{2}/i.test(question) ? 'en' : undefined
  return written !== undefined && written !== locale ? written : undefined
}

function isValid(article: Article, now: number): boolean {
  return (!article.validFrom || Date.parse(article.validFrom) <= now) && (!article.validTo || Date.parse(article.validTo) >= now)
}

/** Moments at which an article begins or ceases to answer, in order: what was kept before does not hold after. */
export function momentsOf(articles: Iterable<Article>): Float64Array {
  const moments: number[] = []
  for (const { validFrom, validTo } of articles) {
    if (validFrom) moments.push(Date.parse(validFrom) - 1)
    if (validTo) moments.push(Date.parse(validTo))
  }
  return Float64Array.from(new Set(moments)).sort()
}

/** The first moment that is not over: what holds in its last millisecond holds no longer than that. */
function nextOf(moments: Float64Array, now: number): number {
  let [from, to] = [0, moments.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((moments[middle] as number) >= now) to = middle
    else from = middle + 1
  }
  return moments[from] ?? Number.POSITIVE_INFINITY
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000
}

/** Makes the same of every language. */
export function forEachLocale<T>(make: (locale: Locale) => T): Record<Locale, T> {
  const [zh, en] = locales
  return { [zh]: make(zh), [en]: make(en) }
}
