import type { Intent } from '../../schemas/intent.ts'
import type { Offer } from '../../schemas/promotion.ts'
import type { Clock } from '../clock.ts'
import { createKnowledge, type Knowledge } from '../knowledge/knowledge.ts'
import { createLanguage, type Language } from '../language/language.ts'
import { claimFirst } from '../promotions/claim.ts'
import { shopPort, type ShopConnector } from '../shop/connector.ts'
import type { Store } from '../store/store.ts'
import type { Outside } from './outside.ts'

export interface Rooms extends Outside {
  /** Reads the library again if it changed; to be awaited at start and after a change of the library. */
  refresh(): Promise<void>
}

/** How long a change of the library by another process may stay unnoticed here. */
const freshFor = 1_000

/** The outside of a turn as it is in production: the product's own rooms and the shop's connector. */
export function createRooms(options: { store: Pick<Store, 'library'>; connector: ShopConnector; clock: Clock }): Rooms {
  const { store, connector, clock } = options
  const { library } = store
  // taught once for each list of intents; versions that are gone take theirs along
  const languages = new WeakMap<readonly Intent[], Language>()
  let knowledge: Knowledge = createKnowledge([])
  let offers: Offer[] = []
  let version = -1
  let checkedAt = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | undefined

  async function reload(): Promise<void> {
    checkedAt = clock.elapsed()
    const now = await library.version()
    if (now === version) return
    const [articles, newOffers] = await Promise.all([library.articles(), library.offers()])
    knowledge = createKnowledge(articles)
    offers = newOffers
    version = now
  }

  function refresh(): Promise<void> {
    refreshing ??= reload().finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  /** What is in memory answers at once; a change comes in behind it. */
  function refreshSometimes(): void {
    // an outage here shows itself to the visitors' own turns
    if (clock.elapsed() - checkedAt > freshFor) refresh().catch(() => {})
  }

  return {
    refresh,
    language(intents) {
      let language = languages.get(intents)
      if (!language) {
        language = createLanguage(intents)
        languages.set(intents, language)
      }
      return language
    },
    knowledge: {
      ask(question, asked) {
        refreshSometimes()
        return knowledge.ask(question, { ...asked, now: clock.now() })
      },
    },
    shop: ({ visitorId, locale, profile }) =>
      shopPort(connector, { visitorId, locale, ...(profile.customerId === undefined ? {} : { customerId: profile.customerId }) }),
    promotions: ({ visitorId, profile }) => ({
      claimFirst(offerIds, key) {
        refreshSometimes()
        return claimFirst(offerIds, key, { visitorId, profile }, { offers, claims: library, now: clock.now() })
      },
    }),
  }
}
