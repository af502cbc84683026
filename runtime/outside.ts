import type { Offer } from '../schemas/promotion.ts'
import type { Clock } from './clock.ts'
import type { Outside } from './conversations/outside.ts'
import type { Bundles } from './flows/bundle.ts'
import { createKnowledge } from './knowledge/knowledge.ts'
import { trainerInProcess } from './language/intents/trainer.ts'
import { createTeacher, type Teacher } from './language/teacher.ts'
import { claimFirst } from './promotions/claim.ts'
import { type ShopConnector, shopPort } from './shop/connector.ts'
import type { Store } from './store/store.ts'

/** The rooms that a turn may ask, wired to the store's library. */
export interface Wiring {
  outside: Outside
  /** Reads the library again if it changed: articles and offers count at once, unlike intents, which belong to versions. */
  refresh(): Promise<void>
}

/** `teacher`: who trains recognisers; by default they are trained here and now and kept in memory. */
export function createWiring(parts: { store: Pick<Store, 'library'>; shop: ShopConnector; clock: Clock; teacher?: Teacher }): Wiring {
  const { store, shop, clock } = parts
  const teacher = parts.teacher ?? createTeacher({ trainer: trainerInProcess })
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
      language: (intents) => teacher.language(intents),
      knowledge: { ask: (question, options) => knowledge.ask(question, { ...options, now: clock.now() }) },
      shop: ({ visitorId, locale, profile }) =>
        shopPort(shop, { visitorId, locale, ...(profile.customerId === undefined ? {} : { customerId: profile.customerId }) }),
      promotions: ({ visitorId, profile }) => ({
        claimFirst: (wanted, key) => claimFirst(wanted, key, { visitorId, profile }, { offers, claims: store.library, now: clock.now() }),
      }),
    },
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
