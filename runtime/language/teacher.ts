import type { Intent } from '../../schemas/intent.ts'
import { sourceOf } from './intents/examples.ts'
import { decodeModel } from './intents/model.ts'
import type { Trainer } from './intents/trainer.ts'
import { type Language, languageOf } from './language.ts'

/** Keeps artifacts by what they were trained on. They can always be made again. */
export interface ModelStore {
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
}

export interface Teacher {
  /** The recogniser that these intents teach: kept, read from its artifact, or trained off this thread. */
  language(intents: readonly Intent[], progress?: (share: number) => void): Promise<Language>
  close(): Promise<void>
}

const mostKept = 50

/** Recognisers by the intents that taught them: the same list is found by itself, an equal one by its content. */
export function createTeacher(parts: { trainer: Trainer; models?: ModelStore }): Teacher {
  const { trainer, models } = parts
  const byList = new WeakMap<readonly Intent[], Promise<Language>>()
  const byContent = new Map<string, Promise<Language>>()

  async function taught(key: string, intents: readonly Intent[], progress?: (share: number) => void): Promise<Language> {
    const kept = await models?.get(key)
    const model = kept && decodeModel(kept)
    if (model?.head.source === key) return languageOf(model)
    const bytes = await trainer.train(intents, progress)
    const made = decodeModel(bytes)
    if (!made) throw new Error('The trained model cannot be read.')
    await models?.put(key, bytes)
    return languageOf(made)
  }

  return {
    language(intents, progress) {
      const known = byList.get(intents)
      if (known) return known
      const lessons = lessonsOf(intents)
      const key = sourceOf(lessons)
      const language = byContent.get(key) ?? taught(key, lessons, progress)
      byList.set(intents, language)
      byContent.delete(key)
      byContent.set(key, language)
      if (byContent.size > mostKept) byContent.delete(byContent.keys().next().value ?? key)
      language.catch(() => {
        // what failed once may succeed next time
        if (byContent.get(key) === language) byContent.delete(key)
        if (byList.get(intents) === language) byList.delete(intents)
      })
      return language
    },
    close: () => trainer.close(),
  }
}

/** The order of a list teaches nothing: equal lists in another order share one model. */
function lessonsOf(intents: readonly Intent[]): Intent[] {
  return [...intents].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
