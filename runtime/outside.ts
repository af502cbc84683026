import { createHash } from 'node:crypto'
import type { Intent } from '../schemas/intent.ts'
import type { Offer } from '../schemas/promotion.ts'
import type { Clock } from './clock.ts'
import type { Outside } from './conversations/outside.ts'
import type { Bundles } from './flows/bundle.ts'
import { createKnowledge } from './knowledge/knowledge.ts'
import { createLanguage, type Language } from './language/language.ts'
import { claimFirst } from './promotions/claim.ts'
import { type ShopConnector, shopPort } from './shop/connector.ts'
import type { Store } from './store/store.ts'

/** The rooms that a turn may ask, wired to the store's library. */
export interface Wiring {
  outside: Outside
  /** Reads the library again if it changed: articles and offers count at once, unlike intents, which belong to versions. */
  refresh(): Promise<void>
}

export function createWiring(parts: { store: Pick<Store, 'library'>; shop: ShopConnector; clock: Clock }): Wiring {
  const { store, shop, clock } = parts
  const language = createTeacher()
  let version = -1
  let knowledge = createKnowledge([])
  let offers: Offer[] = []

  return {
    async refresh() {
      const now = await store.library.version()
      if (now === version) return
      const [articles, newOffers] = await Promise.all([store.library.articles(), store.library.offers()])
      knowledge = createKnowledge(articles)
      offers = newOffers
      version = now
    },
    outside: {
      language,
      knowledge: { ask: (question, options) => knowledge.ask(question, { ...options, now: clock.now() }) },
      shop: ({ visitorId, locale, profile }) =>
        shopPort(shop, { visitorId, locale, ...(profile.customerId === undefined ? {} : { customerId: profile.customerId }) }),
      promotions: ({ visitorId, profile }) => ({
        claimFirst: (wanted, key) => claimFirst(wanted, key, { visitorId, profile }, { offers, claims: store.library, now: clock.now() }),
      }),
    },
  }
}

const mostTaught = 50

/** Recognisers by the intents that taught them: the same list is found by itself, an equal one by its content. */
function createTeacher(): (intents: readonly Intent[]) => Language {
  const byList = new WeakMap<readonly Intent[], Language>()
  const byContent = new Map<string, Language>()
  return (intents) => {
    const known = byList.get(intents)
    if (known) return known
    const key = createHash('sha256').update(JSON.stringify(intents)).digest('base64url')
    const language = byContent.get(key) ?? createLanguage(intents)
    byList.set(intents, language)
    byContent.delete(key)
    byContent.set(key, language)
    if (byContent.size > mostTaught) byContent.delete(byContent.keys().next().value ?? key)
    return language
  }
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
