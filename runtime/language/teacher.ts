import type { Intent } from '../../schemas/intent.ts'
import { sourceOf } from './intents/examples.ts'
import { decodeModel, type IntentModel } from './intents/model.ts'
import { starterModel } from './intents/starter.ts'
import type { Trainer } from './intents/trainer.ts'
import { type Language, languageOf } from './language.ts'
import type { MoodReader } from './mood.ts'

/** Keeps artifacts by what they were trained on. They can always be made again. */
export interface ModelStore {
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
}

/** A recogniser and what it learned. */
export interface Taught {
  language: Language
  model: IntentModel
}

/** What a training is for: a version that goes live, or the library as it is just now. */
export type TrainingPurpose = 'library' | 'version'

export interface Teacher {
  /** The recogniser that these intents teach: kept, read from its artifact, or trained off this thread. */
  language(intents: readonly Intent[], progress?: (share: number) => void): Promise<Language>
  /** The same for intents that are only tried: what is trained for it is not stored, so that it pushes out nothing that is live. */
  tried(intents: readonly Intent[]): Promise<Taught>
  close(): Promise<void>
}

export interface TeacherParts {
  trainer: Trainer
  models?: ModelStore
  /** Told when a training begins; what it returns is told how far it is, and when it is over. */
  watch?: (purpose: TrainingPurpose) => { progress(share: number): void; end(): void }
  /** Who reads moods; by default what ships. */
  moods?: () => MoodReader
}

const mostKept = 50

interface Learned extends Taught {
  /** The artifact, while it is stored nowhere. */
  bytes?: Uint8Array
}

/** Recognisers by the intents that taught them: the same list is found by itself, an equal one by its content. */
export function createTeacher({ trainer, models, watch, moods }: TeacherParts): Teacher {
  const byList = new WeakMap<readonly Intent[], Promise<Language>>()
  const byContent = new Map<string, Promise<Learned>>()
  const tries = new WeakMap<readonly Intent[], Promise<Taught>>()

  /** What was taught before: what ships, as long as a shop has the starter intents as they are, or what is stored. */
  async function known(key: string): Promise<IntentModel | undefined> {
    const starter = starterModel()
    if (starter.head.source === key) return starter
    const kept = await models?.get(key)
    const model = kept && decodeModel(kept)
    return model?.head.source === key ? model : undefined
  }

  async function learn(key: string, intents: readonly Intent[], purpose: TrainingPurpose, progress?: (share: number) => void) {
    const model = await known(key)
    if (model) return { model, language: languageOf(model, moods) }
    const watched = watch?.(purpose)
    try {
      const bytes = await trainer.train(intents, (share) => {
        watched?.progress(share)
        progress?.(share)
      })
      const made = decodeModel(bytes)
      if (!made) throw new Error('The trained model cannot be read.')
      return { model: made, language: languageOf(made, moods), bytes }
    } finally {
      watched?.end()
    }
  }

  function learned(intents: readonly Intent[], purpose: TrainingPurpose, progress?: (share: number) => void) {
    const lessons = lessonsOf(intents)
    const key = sourceOf(lessons)
    const learned = byContent.get(key) ?? learn(key, lessons, purpose, progress)
    byContent.delete(key)
    byContent.set(key, learned)
    if (byContent.size > mostKept) byContent.delete(byContent.keys().next().value ?? key)
    // what failed once may succeed next time
    learned.catch(() => {
      if (byContent.get(key) === learned) byContent.delete(key)
    })
    return { key, learned }
  }

  async function stored(key: string, learned: Promise<Learned>): Promise<Language> {
    const known = await learned
    const { bytes } = known
    delete known.bytes
    if (bytes) await models?.put(key, bytes)
    return known.language
  }

  return {
    language(intents, progress) {
      const known = byList.get(intents)
      if (known) return known
      const { key, learned: made } = learned(intents, 'version', progress)
      const language = stored(key, made)
      byList.set(intents, language)
      language.catch(() => {
        if (byList.get(intents) === language) byList.delete(intents)
      })
      return language
    },
    tried(intents) {
      const known = tries.get(intents)
      if (known) return known
      const taught = learned(intents, 'library').learned
      tries.set(intents, taught)
      taught.catch(() => tries.delete(intents))
      return taught
    },
    close: () => trainer.close(),
  }
}

/** The order of a list teaches nothing: equal lists in another order share one model. */
export function lessonsOf(intents: readonly Intent[]): Intent[] {
  return [...intents].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
