import type { Intent } from '../../schemas/intent.ts'
import type { Perception } from '../../schemas/perception.ts'
import { createClassifier } from './classify.ts'
import { detectLanguage } from './detect.ts'
import { findEntities } from './entities.ts'
import type { IntentModel } from './intents/model.ts'
import { train } from './intents/train.ts'
import { readMood } from './mood.ts'
import { normalise } from './normalise.ts'

/** What a message is read against. */
export interface LanguageContext {
  intents: readonly string[]
  /** Milliseconds since the epoch; without it 昨天 has no date. */
  now?: number
  zoneMinutes?: number
}

/** Reads visitors' messages. In memory, without waiting, the same answer for the same words. */
export interface Language {
  /** @param text as typed · `intents` = ids in play; all others are left out of the answer. */
  perceive(text: string, context: LanguageContext): Perception
}

/** Teaches a recogniser by the operator's own intents, here and now: a server trains in its worker instead. */
export function createLanguage(intents: readonly Intent[]): Language {
  return languageOf(train(intents))
}

/** A recogniser that was taught before. */
export function languageOf(model: IntentModel): Language {
  const classifier = createClassifier(model)
  return {
    perceive(text, context) {
      const normal = normalise(text)
      return {
        text: normal,
        language: detectLanguage(text),
        intents: classifier.classify(normal, context.intents),
        entities: findEntities(text, context),
        mood: readMood(text),
      }
    },
  }
}
