import type { Intent } from '../schemas/intent.ts'
import type { Alarm, Clock } from './clock.ts'
import { createRehearsal } from './conversations/rehearse.ts'
import { createBundles } from './flows/bundle.ts'
import { createChecker } from './flows/check.ts'
import { createDrafts } from './flows/draft.ts'
import { createPrograms } from './flows/programs.ts'
import { createPublisher } from './flows/publish.ts'
import { createRepublisher } from './flows/republish.ts'
import { createTaughtFlows } from './flows/taught.ts'
import { createVersions } from './flows/versions.ts'
import type { Ids } from './ids.ts'
import { pause } from './knowledge/steps.ts'
import { createStudent } from './knowledge/student.ts'
import { createTrainer } from './language/intents/trainer.ts'
import { mask } from './language/mask.ts'
import { createChatWords } from './library/chats/chat-words.ts'
import { createReviewing } from './library/decide.ts'
import { createImporter } from './library/import/import.ts'
import { createFileReader } from './library/import/thread.ts'
import { createIntentLibrary } from './library/intents.ts'
import { createListing } from './library/listing.ts'
import { createIntentReports } from './library/reports.ts'
import { createKnowledgeStudies } from './library/studies.ts'
import { createSynonymSuggestions } from './library/synonym-suggestions.ts'
import { createTry } from './library/try.ts'
import { refreshing } from './outside.ts'
import type { Store } from './store/store.ts'
import type { Understanding } from './understanding.ts'
import type { ZoneClock } from './zone.ts'

export type Offices = ReturnType<typeof createOffices>

interface OfficeParts {
  store: Store
  understanding: Understanding
  clock: Clock
  zone: ZoneClock
  alarm: Alarm
  ids: Ids
  report(where: string): (error: unknown) => void
}

/** The rooms where operators work: flows with their drafts and versions, and the library that flows share. */
export function createOffices({ store, understanding, clock, zone, alarm, ids, report }: OfficeParts) {
  const { wiring, teacher, moods, trainings, rehearsed } = understanding
  const { knowledge, products, refresh } = wiring
  const programs = createPrograms({ store, clock })
  const checker = createChecker(alarm)
  const drafts = createDrafts({ store, clock, ids, alarm })
  const publishing = { store, drafts, programs, checker, clock, ids, teach: (intents: readonly Intent[]) => teacher.language(intents) }
  const taught = createTaughtFlows({ store, programs })
  const intents = createIntentLibrary(store)
  const student = createStudent()
  const studies = createKnowledgeStudies({ store, knowledge, student })
  const chatWords = createChatWords({ store, knowledge, intents, clock, alarm, report: report('chat words') })
  const reports = createIntentReports({ intents, settings: store.settings, trainings, trainer: createTrainer, report: report('report') })

  return {
    programs,
    /** What the operators' routes call. */
    handlers: {
      drafts,
      publisher: createPublisher(publishing),
      republish: createRepublisher({ ...publishing, taught }),
      versions: createVersions({ store, drafts }),
      bundles: refreshing(createBundles({ store, drafts, checker, clock }), refresh),
      rehearsal: createRehearsal({ store, outside: rehearsed, clock, zone, mask }),
      taught,
      intents,
      reports,
      trainings,
      moods,
      tryText: createTry({ store, intents, teacher, moods, clock, mask }),
      reviewing: createReviewing(store),
      refresh,
      knowledge,
      products,
      listing: createListing(knowledge, products, store.tallies),
      studies,
      synonymSuggestions: createSynonymSuggestions({ store, studies, chatWords }),
      importer: createImporter({ library: store.library, read: createFileReader(alarm), pause }),
    },
    async close() {
      await checker.close()
      await student.close()
      await chatWords.close()
      await reports.close()
    },
  }
}
