import type { Offer } from '../schemas/promotion.ts'
import { type Alarm, type Clock, systemAlarm } from './clock.ts'
import type { Outside } from './conversations/outside.ts'
import type { Bundles } from './flows/bundle.ts'
import { type Builder, builderInProcess } from './knowledge/builder.ts'
import { createLiveKnowledge, warmUp } from './knowledge/live.ts'
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
}

export function createWiring(parts: WiringParts): Wiring {
  const { store, shop, clock, alarm = systemAlarm, builder = builderInProcess } = parts
  const teacher = parts.teacher ?? createTeacher({ trainer: trainerInProcess })
  const knowledge = createLiveKnowledge({ builder, alarm })
  warmUp(knowledge)
  let version = -1
  let offers: Offer[] = []
  let turn: Promise<void> = Promise.resolve()

  async function follow(): Promise<void> {
    const now = await store.library.version()
    if (now === version) return
    const [articles, newOffers] = await Promise.all([store.library.articles(), store.library.offers()])
    await knowledge.update(articles)
    offers = newOffers
    version = now
  }

  return {
    refresh() {
      // one after the other: an older list must not overtake a newer one
      const done = turn.then(follow)
      turn = done.catch(() => {})
      return done
    },
    close: () => knowledge.close(),
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
