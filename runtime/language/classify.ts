import type { Intent } from '../../schemas/intent.ts'
import { nearest } from './nearest.ts'
import { normalise } from './normalise.ts'

/** Tells what a message wants. */
export interface Classifier {
  /** Intents of `inPlay` by confidence 0–1, best first, at most five. `text` must be normalised. */
  classify(text: string, inPlay: readonly string[]): { id: string; confidence: number }[]
}

/** Confidence of an exact keyword: it decides by itself. */
const keywordConfidence = 0.98

/**
 * Teaches a classifier by the utterances of the whole library, so that a message which fits an intent that is not in
 * play is not pressed into one that is. Keywords come first: operators can read why they won.
 */
export function teach(intents: readonly Intent[]): Classifier {
  const examples = intents.flatMap((intent) =>
    [...intent.utterances, ...(typeof intent.name === 'string' ? [intent.name] : Object.values(intent.name))].map((utterance) => ({
      label: intent.id,
      text: normalise(utterance),
    })),
  )
  const index = nearest(examples)
  const keywords = intents.flatMap((intent) => intent.keywords.map((keyword) => ({ id: intent.id, keyword: normalise(keyword) })))
  return {
    classify(text, inPlay) {
      if (!text) return []
      const playing = new Set(inPlay)
      const spoken = keywords.find(({ id, keyword }) => playing.has(id) && text.includes(keyword))
      const matches = index.search(text, 8)
      const [first, second] = matches
      const found = matches
        .map((match) => {
          const rival = match === first ? (second?.score ?? 0) : (first?.score ?? 0)
          return { id: match.label, confidence: confidence(match.score, match.score - rival) }
        })
        .filter((match) => playing.has(match.id) && match.id !== spoken?.id && match.confidence >= 0.05)
      const all = spoken ? [{ id: spoken.id, confidence: keywordConfidence }, ...found] : found
      return all.slice(0, 5)
    },
  }
}

/** Closeness and lead over the next intent → how sure we are; the same words are certain. */
function confidence(score: number, lead: number): number {
  if (score === 1) return 1
  return Math.round(1_000 / (1 + Math.exp(-(9 * score + 5 * lead - 4.6)))) / 1_000
}
