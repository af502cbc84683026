import type { MoodWord } from '../../schemas/mood.ts'
import type { Republished } from '../flows/republish.ts'
import { namedBy } from '../flows/surroundings.ts'
import { lexicon } from '../language/mood/lexicon.ts'
import type { IntentLibrary } from '../library/intents.ts'
import type { LiveMoods } from '../library/live-moods.ts'
import type { IntentReports } from '../library/reports.ts'
import type { Trainings } from '../library/trainings.ts'
import type { createTry } from '../library/try.ts'
import type { Store } from '../store/store.ts'
import type { Handlers, Person } from './handler.ts'
import type { Note } from './note.ts'

export interface IntentParts {
  store: Pick<Store, 'library' | 'flows'>
  intents: IntentLibrary
  reports: IntentReports
  trainings: Trainings
  /** Brings the library live. */
  republish(author: Person): Promise<Republished>
  moods: LiveMoods
  /** Reads a message as the library is now. */
  tryText: ReturnType<typeof createTry>
  note: Note
}

type IntentHandlers = Pick<
  Handlers,
  | 'listIntents'
  | 'changeIntents'
  | 'publishIntents'
  | 'readTraining'
  | 'startIntentReport'
  | 'readIntentReport'
  | 'listNearDuplicates'
  | 'tryLanguage'
  | 'listMoodWords'
  | 'putMoodWords'
>

/** The intent library: edits, what can be said of it, and bringing it live. */
export function intentHandlers({ store, intents, reports, trainings, republish, moods, tryText, note }: IntentParts): IntentHandlers {
  const users = createUsers(store)

  return {
    async listIntents() {
      const version = await store.library.version()
      const { intents: all } = await intents.now()
      const [health, usedBy] = await Promise.all([reports.health(all), users()])
      return {
        version,
        intents: all.map((intent, index) => {
          const known = health[index]
          if (!known) throw new Error(`the health of intent ${intent.id} was not told`)
          return { intent, health: known, usedBy: usedBy.get(intent.id) ?? [] }
        }),
      }
    },

    async changeIntents({ principal, body }) {
      const changed = await intents.change(body.changes)
      const touched = body.changes.map((change) => (typeof change.intent === 'string' ? change.intent : change.intent.id))
      if (changed.undo.length > 0) {
        const detail = { version: changed.version, intents: [...new Set(touched)].slice(0, 100), changes: body.changes.length }
        await note(principal, 'intents-changed', 'library', detail)
      }
      return changed
    },

    publishIntents: ({ principal }) => republish(principal),

    readTraining: () => ({ trainings: trainings.list() }),

    async startIntentReport({ principal }) {
      const version = await reports.start()
      await note(principal, 'intent-report-started', 'library', { version })
      return { version }
    },

    readIntentReport: () => reports.read(),

    listNearDuplicates: () => reports.duplicates(),

    tryLanguage: ({ body }) => tryText(body),

    listMoodWords: async () => ({ shipped: [...lexicon], own: await ownWords(store) }),

    async putMoodWords({ principal, body }) {
      const before = await store.library.moodWords()
      const wanted = new Map(body.own.map((word) => [`${word.kind} ${word.word}`, word]))
      const put = [...wanted].map(([id, word]) => ({ id, ...word }))
      await store.library.change({ moodWords: { remove: before.map((word) => word.id), put } })
      await moods.refresh()
      await note(principal, 'mood-words-changed', 'library', { words: put.length, before: before.length })
      return { own: await ownWords(store) }
    },
  }
}

async function ownWords({ library }: Pick<Store, 'library'>): Promise<MoodWord[]> {
  return (await library.moodWords()).map(({ id: _id, ...word }) => word)
}

interface User {
  flow: string
  name: Awaited<ReturnType<Store['flows']['list']>>[number]['name']
}

/** Which drafts name an intent; a draft is read again only when it changed. */
function createUsers({ flows }: Pick<Store, 'flows'>): () => Promise<ReadonlyMap<string, User[]>> {
  let known = new Map<string, { revision: number; names: string[] }>()

  return async () => {
    const heads = (await flows.list()).filter((head) => !head.archived)
    const read = await Promise.all(
      heads.map(async ({ id, revision }) => {
        const before = known.get(id)
        if (before?.revision === revision) return [id, before] as const
        const draft = await flows.draft(id)
        return [id, { revision, names: draft ? namedBy(draft.flow, 'intent') : [] }] as const
      }),
    )
    known = new Map(read)
    const users = new Map<string, User[]>()
    for (const { id, name } of heads)
      for (const intent of known.get(id)?.names ?? []) users.set(intent, [...(users.get(intent) ?? []), { flow: id, name }])
    return users
  }
}
