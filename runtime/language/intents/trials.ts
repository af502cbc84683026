import { createLikeness } from './alike.ts'
import { fitOf, type Trial } from './calibrate.ts'
import { learn, shares, type Task } from './learn.ts'
import { createRandom } from './random.ts'
import { createRanker } from './rank.ts'
import { createWeigher, unseenRarity } from './rows.ts'

/** Of so many intents one is hidden in a round. */
const hideOneIntentIn = 5
/** Of so many other utterances one is hidden, at least: what is tried must know nearly as much as what is used. */
const hideOneUtteranceIn = 8
const epochs = 5

/**
 * Hides a fifth of the intents and a part of the other utterances, learns from the rest, and looks at what becomes of
 * the hidden: the former stand for messages out of scope, the latter for new wordings. What the shop taught as nobody's
 * business is never hidden: its utterances are strangers themselves. Five rounds hide every intent once;
 * as many as `rounds`, if more than eight, hide every utterance once.
 */
export function tryOut(task: Task, round: number, rounds: number): Trial[] {
  const { examples, counts, classes, foreign } = task
  const random = createRandom(task.seed * 1_000 + 17)
  const parts = Math.max(hideOneUtteranceIn, rounds)
  const partOf = examples.labels.map(() => Math.floor(random() * parts))
  // other company after every fifth round
  for (let turn = 0; turn < Math.floor(round / hideOneIntentIn); turn++) for (let each = 0; each < classes; each++) random()
  const hidden = new Uint8Array(classes)
  const order = Array.from({ length: classes }, (_, index) => ({ index, key: random() }))
    .filter(({ index }) => index !== foreign)
    .sort((a, b) => a.key - b.key)
  order.forEach(({ index }, place) => {
    hidden[index] = order.length >= hideOneIntentIn && place % hideOneIntentIn === round % hideOneIntentIn ? 1 : 0
  })
  const kept: number[] = []
  const held: number[] = []
  examples.labels.forEach((label, row) => {
    if (hidden[label] === 0 && partOf[row] !== round % parts) kept.push(row)
    else if (row < examples.utterances) held.push(row)
  })
  const learned = learn(task, Int32Array.from(kept), epochs)
  const { weights, rarity } = learned
  const weigh = createWeigher(shares)
  const rank = createRanker()
  const scores = new Float32Array(classes)
  const unseen = unseenRarity(kept.length)
  const likeness = createLikeness(task, kept, learned)
  return held.map((row): Trial => {
    const weighed = weigh(counts, counts.starts[row] as number, counts.starts[row + 1] as number, rarity, unseen)
    scores.fill(0)
    for (let at = 0; at < weighed.count; at++) {
      const base = (weighed.indices[at] as number) * classes
      for (let each = 0; each < classes; each++)
        scores[each] = (scores[each] as number) + (weighed.values[at] as number) * (weights[base + each] as number)
    }
    const standing = rank(scores, hidden)
    const { best, margin } = standing
    const label = examples.labels[row] as number
    return {
      fit: fitOf(standing, weighed, (examples.texts[row] as string).length),
      knownTelling: weighed.knownTelling,
      margin,
      wants: label === foreign ? 'foreign' : hidden[label] ? 'hidden' : 'known',
      right: label === best,
      refused: foreign !== -1 && best === foreign,
      alike: hidden[label] ? 0 : likeness(row),
    }
  })
}
