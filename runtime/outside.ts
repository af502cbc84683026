import type { Article } from '../schemas/article.ts'
import type { Offer } from '../schemas/promotion.ts'
import { type Alarm, type Clock, systemAlarm } from './clock.ts'
import type { Advisor } from './conversations/advice.ts'
import type { Outside } from './conversations/outside.ts'
import type { Bundles } from './flows/bundle.ts'
import { type Builder, builderInProcess } from './knowledge/builder.ts'
import type { AskOptions } from './knowledge/desk.ts'
import { createLiveKnowledge, type LiveKnowledge, warmUp } from './knowledge/live.ts'
import { createLiveProducts, type LiveProducts } from './knowledge/live-products.ts'
import { trainerInProcess } from './language/intents/trainer.ts'
import { createTeacher, type Teacher } from './language/teacher.ts'
import { claimFirst } from './promotions/claim.ts'
import { type ShopConnector, shopPort } from './shop/connector.ts'
import type { Store } from './store/store.ts'

/** The rooms that a turn may ask, wired to the store's library. */
export interface Wiring {
  outside: Outside
  /** What the library holds of articles, words and products, as visitors are answered from it now. */
  knowledge: LiveKnowledge
  products: LiveProducts
  /**
   * Takes over what changed in the library: articles and offers count at once, unlike intents, which belong to versions.
   * Some edited articles count when it resolves; thousands of them, or words, a little later.
   */
  follow(): Promise<void>
  /** The same, and waits until all of it counts. */
  refresh(): Promise<void>
  close(): Promise<void>
}

interface WiringParts {
  store: Pick<Store, 'library'>
  shop: ShopConnector
  clock: Clock
  alarm?: Alarm
  /** Who trains recognisers; by default they are trained here and now and kept in memory. */
  teacher?: Teacher
  /** Who indexes articles; by default here and now. */
  builder?: Builder
  /** Told when articles could not be indexed: the old answers go on. */
  failed?: (error: unknown) => void
  /** The optional model provider. */
  advisor?: Advisor
}

export function createWiring(parts: WiringParts): Wiring {
  const { store, shop, clock, alarm = systemAlarm, builder = builderInProcess, failed, advisor } = parts
  const teacher = parts.teacher ?? createTeacher({ trainer: trainerInProcess })
  const knowledge = createLiveKnowledge({ builder, alarm, ...(failed ? { failed } : {}) })
  const products = createLiveProducts()
  warmUp(knowledge)
  let offers: Offer[] = []
  let turn: Promise<void> = Promise.resolve()
  const { library } = store
  const seen = { library: -1, articles: -1, words: -1, products: -1, offers: -1 }

  async function takeOver(): Promise<void> {
    const now = await library.version()
    if (now === seen.library) return
    await takeWords()
    await takeArticles()
    seen.products = await ifMoved('products', seen.products, async () => products.update(await library.products()))
    seen.offers = await ifMoved('offers', seen.offers, async () => {
      offers = await library.offers()
    })
    seen.library = now
  }

  /** The version is read first: what changes in between is read again the next time. */
  async function ifMoved(list: 'products' | 'offers', before: number, take: () => Promise<void>): Promise<number> {
    const version = await library.version(list)
    if (version !== before) await take()
    return version
  }

  async function takeWords(): Promise<void> {
    const version = Math.max(await library.version('synonyms'), await library.version('words'))
    if (version === seen.words) return
    const [synonyms, words] = await Promise.all([library.synonyms(), library.words()])
    await knowledge.update({ lexicon: { synonyms: synonyms.map((each) => each.words), words: words.map(({ word }) => word) } })
    seen.words = version
  }

  async function takeArticles(): Promise<void> {
    const version = await library.version('articles')
    if (version === seen.articles) return
    const changed = seen.articles < 0 ? null : await library.articlesSince(seen.articles)
    await knowledge.update(changed ?? { all: await library.articles() })
    seen.articles = changed?.version ?? version
  }

  /** One after the other: an older list must not overtake a newer one. */
  function follow(): Promise<void> {
    const done = turn.then(takeOver)
    turn = done.catch(() => {})
    return done
  }

  /** Where meanings are compared, how alike this question is to each article's wordings. */
  function inMeaning(question: string): Pick<AskOptions, 'likeness'> {
    return advisor?.may('embed') ? { likeness: (article) => advisor.likeness(question, wordingsOf(article)) } : {}
  }

  return {
    knowledge,
    products,
    follow,
    async refresh() {
      await follow()
      await knowledge.settled()
    },
    close: () => knowledge.close(),
    outside: {
      ...(advisor ? { advisor } : {}),
      language: (intents) => teacher.language(intents),
      knowledge: {
        ask: (question, options) => knowledge.ask(question, { ...options, now: clock.now(), ...inMeaning(question) }),
        sheet: (question, options) => products.ask(question, options),
        products: (ids) => ids.flatMap((id) => products.get(id) ?? []),
      },
      shop: ({ visitorId, locale, profile }) =>
        shopPort(shop, { visitorId, locale, ...(profile.customerId === undefined ? {} : { customerId: profile.customerId }) }),
      promotions: ({ visitorId, profile }) => ({
        claimFirst: (wanted, key) => claimFirst(wanted, key, { visitorId, profile }, { offers, claims: store.library, now: clock.now() }),
      }),
    },
  }
}

const mostWordings = 9

/** How an article is asked for, its own question first. */
export function wordingsOf({ question, similar }: Article): string[] {
  return [question, ...similar].slice(0, mostWordings)
}

/** An import changes what turns may say: they hear of it at once. */
export function refreshing(bundles: Bundles, refresh: () => Promise<void>): Bundles {
  return {
    export: bundles.export,
    async import(document, author, dry) {
      const report = await bundles.import(document, author, dry)
      if (!dry) await refresh()
      return report
    },
  }
}
