import type { Article } from '../../schemas/article.ts'
import { type Locale, locales } from '../../schemas/text.ts'
import type { Alarm } from '../clock.ts'
import { type Builder, pause, type Written } from './builder.ts'
import { createDesk, forEachLocale } from './desk.ts'
import { entryOf, sameArticle, speaks, writtenOf } from './entries.ts'
import { explain } from './explain.ts'
import { buildIndex, type Index } from './index.ts'
import { type Knowledge, rank } from './knowledge.ts'
import { createShelf, type Stock } from './shelf.ts'
import { createCanon, type SynonymGroups } from './synonyms.ts'

/** Knowledge that follows its articles: answers go on, from the old ones, until the new ones are ready. */
export interface LiveKnowledge extends Knowledge {
  /** Grows with every change that visitors can notice. */
  version(): number
  /** Takes over these articles. Few changes count at once; many when a thread has indexed them. @throws Error when the thread died */
  update(articles: readonly Article[], synonyms?: SynonymGroups): Promise<void>
  /** Resolves when no building is under way. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Questions that are indexed on the spot: a few milliseconds. */
const atOnce = 100
/** Share of changed questions from which on the whole is indexed again soon; below it, after a while of rest. */
const mostChanged = 0.1
const rest = 60_000
/** Articles compared before others have their turn. */
const part = 500

interface Base {
  stocks: Record<Locale, Stock>
  byId: ReadonlyMap<string, Article>
  questions: number
  synonyms: string
}

export function createLiveKnowledge({ builder, alarm }: { builder: Builder; alarm: Alarm }): LiveKnowledge {
  let base: Base = {
    stocks: forEachLocale(() => ({ articles: [], index: buildIndex([]) })),
    byId: new Map(),
    questions: 0,
    synonyms: '[]',
  }
  let version = 0
  let desk = createDesk(
    forEachLocale((locale) => createShelf({ base: base.stocks[locale], canon: createCanon([]) })),
    [],
    version,
  )
  let turn: Promise<void> = Promise.resolve()
  let cancelRest = () => {}
  let isClosed = false
  let latest: { articles: readonly Article[]; synonyms: SynonymGroups } = { articles: [], synonyms: [] }

  return {
    ask: (question, options) => desk.ask(question, options),
    explain: (question, options) => explain(desk, question, options),
    rank: (question, options) => rank(desk, question, options),
    version: () => version,
    update: (articles, synonyms = []) => queue(() => follow(articles, synonyms)),
    settled: () => turn,
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

  async function follow(articles: readonly Article[], synonyms: SynonymGroups): Promise<void> {
    cancelRest()
    latest = { articles, synonyms }
    const changed = await changesOf(articles)
    const isSameForm = JSON.stringify(synonyms) === base.synonyms
    const questions = changed.added.reduce((sum, article) => sum + 1 + article.similar.length, 0)
    if (isSameForm && changed.added.length === 0 && changed.gone.size === 0) return open(articles, synonyms)
    if (!isSameForm || questions > atOnce || base.byId.size === 0) return rebuild(articles, synonyms)
    open(articles, synonyms, changed)
    const again = () => void queue(() => (isClosed ? Promise.resolve() : rebuild(latest.articles, latest.synonyms))).catch(() => {})
    // a change that comes before cancels this one and brings its own
    if (questions + changed.gone.size > base.questions * mostChanged) cancelRest = alarm(0, again)
    else cancelRest = alarm(rest, again)
  }

  async function rebuild(articles: readonly Article[], synonyms: SynonymGroups): Promise<void> {
    const listed = forEachLocale((): Article[] => [])
    const written: Written = forEachLocale(() => [])
    const byId = new Map<string, Article>()
    let questions = 0
    for (const [index, article] of articles.entries()) {
      if (index > 0 && index % part === 0) await pause()
      byId.set(article.id, article)
      questions += 1 + article.similar.length
      for (const locale of locales) {
        if (!speaks(article, locale)) continue
        listed[locale].push(article)
        written[locale].push(writtenOf(article, locale))
      }
    }
    const indexes = await builder.build(written, synonyms)
    base = {
      stocks: forEachLocale((locale) => ({ articles: listed[locale], index: indexes[locale] })),
      byId,
      questions,
      synonyms: JSON.stringify(synonyms),
    }
    // taking over the indexes and opening them are two steps
    await pause()
    open(articles, synonyms)
  }

  /** Answers from the base and, when something changed since, from a small addition that goes by the base's rarities. */
  function open(articles: readonly Article[], synonyms: SynonymGroups, changed?: Changes): void {
    const canon = createCanon(synonyms)
    const shelves = forEachLocale((locale) => {
      const stock = base.stocks[locale]
      const articles = changed?.added.filter((article) => speaks(article, locale)) ?? []
      const added = articles.length > 0 ? { articles, index: indexOf(articles, locale, canon, stock.index) } : undefined
      return createShelf({ base: stock, added, gone: changed?.gone, canon })
    })
    version++
    desk = createDesk(shelves, articles, version)
  }

  /** What differs from the base: articles that are new or changed, and ids that the base must not answer with any more. */
  async function changesOf(articles: readonly Article[]): Promise<Changes> {
    const added: Article[] = []
    const gone = new Set(base.byId.keys())
    for (const [index, article] of articles.entries()) {
      if (index > 0 && index % part === 0) await pause()
      const before = base.byId.get(article.id)
      if (before && sameArticle(before, article)) gone.delete(article.id)
      else added.push(article)
    }
    return { added, gone }
  }
}

interface Changes {
  added: Article[]
  gone: ReadonlySet<string>
}

function indexOf(articles: readonly Article[], locale: Locale, canon: (text: string) => string, frozen: Index): Index {
  return buildIndex(
    articles.map((article) => entryOf(writtenOf(article, locale), canon)),
    frozen,
  )
}

/** Loads what the first question would wait for. */
export function warmUp(knowledge: Knowledge): void {
  for (const locale of locales) knowledge.ask('你好 hello', { locale, now: 0, personal: true })
}
