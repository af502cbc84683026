import type { Routes } from '../../schemas/api/index.ts'
import type { ParsedBody, Reply } from '../../schemas/api/route.ts'
import type { Clock } from '../clock.ts'
import { directFrom } from '../language/evaluate.ts'
import { explain } from '../language/intents/explain.ts'
import type { Teacher } from '../language/teacher.ts'
import type { Store } from '../store/store.ts'
import type { IntentLibrary } from './intents.ts'
import type { LiveMoods } from './live-moods.ts'

type Tried = Reply<Routes['tryLanguage']>

export interface TryParts {
  store: Pick<Store, 'library'>
  intents: IntentLibrary
  teacher: Pick<Teacher, 'tried'>
  moods: LiveMoods
  clock: Clock
  mask(text: string): string
}

/** Confidence from which a message is offered among others; a card may have thresholds of its own. */
const offerFrom = 0.6

/** Reads a message as the library is now, and says why. Nothing of it is stored. */
export function createTry({ store, intents: library, teacher, moods, clock, mask }: TryParts) {
  return async ({ text, intents }: ParsedBody<Routes['tryLanguage']>): Promise<Tried> => {
    const version = await store.library.version()
    const { intents: all } = await library.now()
    await moods.refresh()
    const { language, model } = await teacher.tried(all)
    const inPlay = intents ?? all.map((intent) => intent.id)
    const masked = mask(text)
    const perception = language.perceive(masked, { intents: inPlay, now: clock.now() })
    const sure = perception.intents[0]?.confidence ?? 0
    const { likelihood, hiddenComplaint, words } = moods.reader().explainMood(masked)
    return {
      version,
      masked,
      perception,
      zone: sure >= directFrom ? 'answer' : sure >= offerFrom ? 'offer' : 'none',
      explanation: explain(model, masked, inPlay),
      mood: {
        probabilities: { positive: likelihood.positive, neutral: likelihood.neutral, negative: likelihood.negative },
        complaint: hiddenComplaint,
        // a word that operators switched off is found and says nothing
        words: words.flatMap(({ word, kind, strength }) => (strength > 0 ? [{ text: word, kind, strength }] : [])),
      },
    }
  }
}
