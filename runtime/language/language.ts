import type { Intent } from '../../schemas/intent.ts'
import type { Perception } from '../../schemas/perception.ts'
import { teach } from './classify.ts'
import { findEntities } from './entities.ts'
import { readMood } from './mood.ts'
import { detectLanguage, normalise } from './normalise.ts'

/** Reads visitors' messages. In memory, without waiting, the same answer for the same words. */
export interface Language {
  /** @param text as typed · `intents` = ids in play; all others are left out of the answer. */
  perceive(text: string, context: { intents: readonly string[] }): Perception
}

/** Teaches a recogniser by the operator's own intents. */
export function createLanguage(intents: readonly Intent[]): Language {
  const classifier = teach(intents)
  return {
    perceive(text, context) {
      const normal = normalise(text)
      return {
        text: normal,
        language: detectLanguage(text),
        intents: classifier.classify(normal, context.intents),
        entities: findEntities(text),
        mood: readMood(text),
      }
    },
  }
}
