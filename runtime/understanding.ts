import type { Intent } from '../schemas/intent.ts'
import type { Alarm, Clock } from './clock.ts'
import type { Outside } from './conversations/outside.ts'
import type { Ids } from './ids.ts'
import { createBuilder } from './knowledge/builder.ts'
import { createTrainer } from './language/intents/trainer.ts'
import { mask } from './language/mask.ts'
import { createTeacher, type Teacher } from './language/teacher.ts'
import { createLiveMoods } from './library/live-moods.ts'
import { createTrainings } from './library/trainings.ts'
import { followMeanings, vectorsIn } from './meanings.ts'
import { createWiring, type Wiring } from './outside.ts'
import { every } from './pace.ts'
import { createAdvisor } from './provider/advisor.ts'
import { createMeanings } from './provider/meanings.ts'
import { createProvider, type Provider } from './provider/provider.ts'
import type { Sealer } from './sealed.ts'
import type { ShopConnector } from './shop/connector.ts'
import type { Store } from './store/store.ts'

/** Everything that reads visitors' words and answers from what the shop wrote, kept up to date with the library. */
export interface Understanding {
  wiring: Wiring
  provider: Provider
  teacher: Teacher
  moods: ReturnType<typeof createLiveMoods>
  trainings: ReturnType<typeof createTrainings>
  /** The same for rehearsals: a library that is only tried pushes no live recogniser out of the store. */
  rehearsed: Outside
  /** Begins to follow what other processes change. */
  start(): void
  close(): Promise<void>
}

interface UnderstandingParts {
  store: Store
  shop: ShopConnector
  clock: Clock
  alarm: Alarm
  ids: Ids
  sealer: Sealer
  report(where: string): (error: unknown) => void
}

/** An edited article answers within a second in every process: half of it goes into noticing. */
const refreshEvery = 500
/** Texts that meanings are compared with are looked through this often. */
const followEvery = 5_000

export async function createUnderstanding({ store, shop, clock, alarm, ids, sealer, report }: UnderstandingParts): Promise<Understanding> {
  const provider = createProvider({ store: store.settings, sealer, clock, mask })
  await provider.refresh()
  const trainings = createTrainings(ids)
  const moods = createLiveMoods(store)
  await moods.refresh()
  const teacher = createTeacher({
    trainer: createTrainer(),
    watch: trainings.begin,
    moods: moods.reader,
    models: { get: store.models.get, put: (key, bytes) => store.models.put(key, bytes, clock.now()) },
  })
  const meanings = createMeanings(provider, vectorsIn(store.models, clock))
  const advisor = createAdvisor(provider, meanings)
  const wiring = createWiring({ store, advisor, shop, clock, alarm, teacher, builder: createBuilder(), failed: report('knowledge') })
  await wiring.refresh()
  let stop = () => {}

  return {
    wiring,
    provider,
    teacher,
    moods,
    trainings,
    rehearsed: { ...wiring.outside, language: async (list: readonly Intent[]) => (await teacher.tried(list)).language },
    start() {
      const stopRefresh = every(alarm, refreshEvery, async () => {
        await wiring.follow().catch(report('library'))
        await moods.refresh().catch(report('moods'))
        await provider.refresh().catch(report('provider'))
      })
      const stopFollowing = every(alarm, followEvery, () => followMeanings(meanings, provider, wiring, store).catch(report('meanings')))
      stop = () => {
        stopRefresh()
        stopFollowing()
      }
    },
    async close() {
      stop()
      await wiring.close()
      provider.close()
      await teacher.close()
    },
  }
}
