import type { Article } from '../../schemas/article.ts'
import { type Locale, locales } from '../../schemas/text.ts'
import type { Alarm } from '../clock.ts'
import type { Builder, Written } from './builder.ts'
import { createDesk, forEachLocale, momentsOf } from './desk.ts'
import { type Entry, entryOf, sameArticle, speaks, writtenOf } from './entries.ts'
import { explain } from './explain.ts'
import { buildIndex, type Index, indexInSteps } from './index.ts'
import { type Knowledge, rank } from './knowledge.ts'
import { type Lexicon, noLexicon } from './lexicon.ts'
import { createSeeker } from './matcher.ts'
import { createShelf, type Stock } from './shelf.ts'
import { finishedGently, pause } from './steps.ts'
import { createCanon } from './synonyms.ts'
import { type Cutter, createCutter } from './words.ts'

/** What changed since the last time. */
export interface KnowledgeChange {
  /** All articles there are: those that are not among them are gone. */
  all?: readonly Article[]
  put?: readonly Article[]
  removed?: readonly string[]
  lexicon?: Lexicon
}

/** Knowledge that follows its articles: answers go on, from the old ones, until the new ones are ready. */
export interface LiveKnowledge extends Knowledge {
  /** Grows with every change that visitors can notice. */
  version(): number
  /**
   * Takes over a change. When it resolves, a change of some articles counts; one of thousands, or of words, is being
   * indexed in a thread, and counts after `settled`.
   */
  update(change: KnowledgeChange): Promise<void>
  /** All articles as they are now, in their order. */
  articles(): ReadonlyMap<string, Article>
  lexicon(): Lexicon
  /** Resolves when all changes count. @throws Error when the thread that indexes died; the old answers go on */
  settled(): Promise<void>
  close(): Promise<void>
}

interface LiveParts {
  builder: Builder
  alarm: Alarm
  /** Told when indexing failed; it is tried again after a while. */
  failed?: (error: unknown) => void
}

/** Questions that are indexed on the spot, in steps of a millisecond. */
const mostAtOnce = 2_000
/** Share of changed questions from which on the whole is indexed again soon; below it, after a while of rest. */
const mostChanged = 0.1
const fewest = 300
const rest = 60_000
/** A small library is indexed in less than a second, and what is learned of it waits for that. */
const small = 5_000
const shortRest = 2_000
/** Articles looked at before others have their turn. */
const part = 250

interface Taken {
  put: Article[]
  removed: string[]
}

interface Base {
  stocks: Record<Locale, Stock>
  lexicon: Lexicon
  canon: (text: string) => string
  cut: Cutter
  moments: Float64Array
  questions: number
}

export function createLiveKnowledge({ builder, alarm, failed = () => {} }: LiveParts): LiveKnowledge {
  /** The truth; and what of it was changed since the base was built and is shown from the addition (null = removed). */
  let current = new Map<string, Article>()
  let shown = new Map<string, Article | null>()
  let lexicon = noLexicon
  let base: Base = {
    stocks: forEachLocale(() => ({ articles: [], seeker: createSeeker(buildIndex([])) })),
    lexicon,
    canon: createCanon([]),
    cut: createCutter([]),
    moments: new Float64Array(),
    questions: 0,
  }
  let version = 0
  let desk = createDesk(
    forEachLocale((locale) => createShelf({ base: base.stocks[locale], canon: base.canon, cut: base.cut })),
    [],
    version,
  )
  let turn: Promise<void> = Promise.resolve()
  /** The indexing under way, and what changed since it began: that is shown on top of its result. */
  let building: Promise<void> | undefined
  let changedMeanwhile = new Set<string>()
  let isOutdated = false
  /** The last indexing failed: what it was to show is still owed. */
  let isOwed = false
  let cancelRest = () => {}
  let isClosed = false

  return {
    ask: (question, options) => desk.ask(question, options),
    explain: (question, options) => explain(desk, question, options),
    rank: (question, options) => rank(desk, question, options),
    version: () => version,
    articles: () => current,
    lexicon: () => lexicon,
    update: (change) => queue(() => follow(change)),
    async settled() {
      await turn
      while (building) await building
    },
    async close() {
      isClosed = true
      cancelRest()
      await builder.close()
    },
  }

  /** One change after the other. */
  function queue(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  async function follow(change: KnowledgeChange): Promise<void> {
    const isFirst = base.questions === 0
    const isNewForm = change.lexicon !== undefined && JSON.stringify(change.lexicon) !== JSON.stringify(lexicon)
    if (change.lexicon) lexicon = change.lexicon
    const { put, removed } = change.all ? await takeAll(change.all) : takeSome(change)
    for (const id of [...removed, ...put.map((article) => article.id)]) changedMeanwhile.add(id)
    const isLarge = questionsOf(put) > mostAtOnce
    if (isOwed || isNewForm || isLarge || (isFirst && put.length > 0)) return build()
    if (put.length + removed.length === 0) return
    for (const id of removed) shown.set(id, null)
    for (const article of put) shown.set(article.id, article)
    await open()
    cancelRest()
    const changed = questionsOf([...shown.values()].filter((each) => each !== null)) + shown.size
    cancelRest = alarm(
      changed > Math.max(fewest, base.questions * mostChanged) || changed > mostAtOnce ? 0 : base.questions < small ? shortRest : rest,
      build,
    )
  }

  function takeSome({ put = [], removed = [] }: KnowledgeChange): Taken {
    const taken = { put: put.filter((article) => !isKnown(article)), removed: removed.filter((id) => current.has(id)) }
    for (const id of taken.removed) current.delete(id)
    for (const article of taken.put) current.set(article.id, article)
    return taken
  }

  async function takeAll(all: readonly Article[]): Promise<Taken> {
    const put: Article[] = []
    const next = new Map<string, Article>()
    for (const [index, article] of all.entries()) {
      if (index % part === part - 1) await pause()
      if (!isKnown(article)) put.push(article)
      next.set(article.id, article)
    }
    const removed = [...current.keys()].filter((id) => !next.has(id))
    current = next
    return { put, removed }
  }

  function isKnown(article: Article): boolean {
    const before = current.get(article.id)
    return before !== undefined && sameArticle(before, article)
  }

  /** Begins to index everything; what comes in meanwhile is shown from the addition, and indexed by the next one. */
  function build(): void {
    cancelRest()
    if (isClosed) return
    if (building) {
      isOutdated = true
      return
    }
    isOutdated = false
    isOwed = false
    changedMeanwhile = new Set()
    const work = rebuild().finally(() => {
      building = undefined
      if (isOutdated) build()
    })
    building = work
    work.catch((error: unknown) => {
      if (isClosed) return
      isOwed = true
      failed(error)
      cancelRest = alarm(rest, build)
    })
  }

  async function rebuild(): Promise<void> {
    const form = { lexicon, canon: createCanon(lexicon.synonyms), cut: createCutter(lexicon.words) }
    const listed = forEachLocale((): Article[] => [])
    const written: Written = forEachLocale(() => [])
    const moments: Float64Array[] = []
    const all = [...current.values()]
    for (let from = 0; from < all.length; from += part) {
      if (from > 0) await pause()
      const some = all.slice(from, from + part)
      moments.push(momentsOf(some))
      for (const locale of locales) {
        for (const article of some) {
          if (!speaks(article, locale)) continue
          listed[locale].push(article)
          written[locale].push(writtenOf(article, locale))
        }
      }
    }
    const indexes = await builder.build(written, form.lexicon)
    const stocks: Partial<Record<Locale, Stock>> = {}
    for (const locale of locales) {
      // taking over an index and making room to search it are steps of their own
      await pause()
      stocks[locale] = { articles: listed[locale], seeker: createSeeker(indexes[locale]) }
    }
    await pause()
    const next: Base = {
      ...form,
      stocks: forEachLocale((locale) => stocks[locale] as Stock),
      moments: Float64Array.from(moments.flatMap((each) => [...each])).sort(),
      questions: all.reduce((sum, { similar }) => sum + 1 + similar.length, 0),
    }
    await queue(async () => {
      base = next
      shown = new Map([...changedMeanwhile].map((id) => [id, current.get(id) ?? null]))
      await open()
    })
  }

  /** Answers from the base and, when something changed since, from a small addition that goes by the base's rarities. */
  async function open(): Promise<void> {
    const { stocks, canon, cut, moments } = base
    const added = [...shown.values()].filter((each) => each !== null)
    const gone = new Set(shown.keys())
    const additions: Partial<Record<Locale, Stock>> = {}
    for (const locale of locales) {
      const articles = added.filter((article) => speaks(article, locale))
      if (articles.length === 0) continue
      const index = await finishedGently(additionInSteps(articles, locale, canon, { cut, frozen: stocks[locale].seeker.index }))
      additions[locale] = { articles, seeker: createSeeker(index) }
    }
    const isGone = gone.size > 0 ? (id: string) => gone.has(id) : undefined
    const shelves = forEachLocale((locale) => createShelf({ base: stocks[locale], added: additions[locale], isGone, canon, cut }))
    version++
    desk = createDesk(shelves, [moments, momentsOf(added)], version)
  }
}

function questionsOf(articles: readonly Article[]): number {
  return articles.reduce((sum, { similar }) => sum + 1 + similar.length, 0)
}

/** Texts normalised in one step. */
const textsAtOnce = 100

function* additionInSteps(
  articles: readonly Article[],
  locale: Locale,
  canon: (text: string) => string,
  options: { frozen: Index; cut: Cutter },
): Generator<void, Index, void> {
  const entries: Entry[] = []
  let texts = 0
  for (const article of articles) {
    entries.push(entryOf(writtenOf(article, locale), canon))
    texts += 2 + article.similar.length
    if (texts < textsAtOnce) continue
    texts = 0
    yield
  }
  return yield* indexInSteps(entries, options)
}

/** Loads what the first question would wait for. */
export function warmUp(knowledge: Knowledge): void {
  for (const locale of locales) knowledge.ask('你好 hello', { locale, now: 0, personal: true })
}
