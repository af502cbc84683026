import { type MoodCorrection, polarities } from '../../../schemas/mood.ts'
import { normalise } from '../normalise.ts'
import { type MoodFeatures, moodFeatures } from './features.ts'
import { type MoodWeights, probabilities } from './learn.ts'
import type { Tones } from './tones.ts'

/** A corrected message counts as learned once its wanted answer is this likely. */
const enough = 0.7
const rounds = 30
const rate = 2

/**
 * Teaches a model what operators said of single messages, on top of what it knows: small steps on the words of those
 * messages alone, and only until each is read as they said. The same for the same corrections in the same order.
 * @returns a copy; the model given stays as it is
 */
export function correctMood(model: MoodWeights, corrections: readonly MoodCorrection[], tonesOf: (text: string) => Tones): MoodWeights {
  const weights: MoodWeights = { ...model, pieces: model.pieces.slice() }
  const lessons = corrections.map((each) => {
    const plain = normalise(each.text)
    return { features: moodFeatures(plain, tonesOf(plain), model.bits), wanted: wantedBy(each) }
  })
  const scores = new Float64Array(model.heads)
  for (let round = 0; round < rounds; round++) {
    let learned = true
    for (const { features, wanted } of lessons) {
      probabilities(weights, features, scores)
      for (let head = 0; head < model.heads; head++) {
        const target = wanted[head]
        if (target === undefined) continue
        const miss = target - (scores[head] as number)
        if (Math.abs(miss) < 1 - enough) continue
        learned = false
        step(weights, features, head, miss)
      }
    }
    if (learned) break
  }
  return weights
}

/** By head: 1 and 0 for what it should say, undefined where nobody judged. */
function wantedBy({ polarity, anger, urgency }: MoodCorrection): (number | undefined)[] {
  const flag = (value: boolean | undefined) => (value === undefined ? undefined : value ? 1 : 0)
  return [...polarities.map((each) => (each === polarity ? 1 : 0)), flag(anger), flag(urgency)]
}

function step(weights: MoodWeights, { pieces, weight }: MoodFeatures, head: number, miss: number): void {
  for (const piece of pieces) {
    const at = piece * weights.heads + head
    weights.pieces[at] = (weights.pieces[at] as number) + rate * miss * weight
  }
}
