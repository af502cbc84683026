import { normalise } from '../normalise.ts'
import { calibrate, fitOf, type Trial } from './calibrate.ts'
import { compact } from './compact.ts'
import { type Examples, examplesOf, type Lesson, sourceOf } from './examples.ts'
import { trainLinear } from './linear.ts'
import { type IntentModel, modelVersion } from './model.ts'
import { bare, phraseTable } from './phrases.ts'
import { createRandom } from './random.ts'
import { createReader } from './reader.ts'
import { type Counts, countAll, createWeigher, type Rows, rarities } from './rows.ts'
import { createTable } from './table.ts'

export interface TrainOptions {
  seed?: number
  /** Called with the share done, 0–1, from time to time. */
  progress?: (share: number) => void
}

/** How much each block of features weighs: words, letters of Latin words, Han characters, syllables. */
export const shares = [1, 1, 1, 0]
const cost = 1
const epochs = 8
/** Larger sets hold enough examples to do without what only one of them says. */
const largeFrom = 4_000

/** Learns to tell the intents apart, and how far to trust itself. The same model for the same lessons and seed. */
export function train(lessons: readonly Lesson[], options: TrainOptions = {}): IntentModel {
  const { seed = 1, progress } = options
  const examples = examplesOf(lessons)
  const table = createTable(examples.texts.length * 20)
  const counts = countAll(examples.texts, createReader(), table)
  const task = { examples, counts, classes: lessons.length, features: table.size, seed }
  const rounds = roundsFor(examples.texts.length)
  const total = rounds * 0.5 + 1
  const trials: Trial[] = []
  for (let round = 0; round < rounds; round++) {
    trials.push(...tryOut(task, round))
    progress?.(((round + 1) * 0.5) / total)
  }
  const learned = learn(task, allRows(examples), epochs, (share) => progress?.((rounds * 0.5 + share) / total))
  const small = compact(learned.weights, lessons.length, table.hashes(), learned.rarity)
  const { scaleStep, rarityLeast, rarityStep, ...arrays } = small
  return {
    head: {
      version: modelVersion,
      source: sourceOf(lessons),
      intents: lessons.map((lesson) => lesson.id),
      calibration: calibrate(trials),
      keywords: lessons
        .flatMap((lesson, intent) => (lesson.keywords ?? []).map((keyword) => ({ intent, text: normalise(keyword) })))
        .filter((each) => each.text !== ''),
      examples: examples.utterances,
      scaleStep,
      rarityLeast,
      rarityStep,
    },
    ...arrays,
    ...phraseTable(
      examples.texts.slice(0, examples.utterances).map((text, row) => ({ text: bare(text), intent: examples.labels[row] as number })),
    ),
  }
}

interface Task {
  examples: Examples
  counts: Counts
  classes: number
  features: number
  seed: number
}

/** Small sets are tried out more often: they have few rows to learn trust from, and cost little. */
function roundsFor(rows: number): number {
  return rows <= 4_000 ? 5 : 1
}

function allRows(examples: Examples): Int32Array {
  return Int32Array.from(examples.texts, (_, row) => row)
}

function learn({ examples, counts, classes, features, seed }: Task, rows: Int32Array, rounds: number, progress?: (share: number) => void) {
  const rarity = rarities(counts, rows, features, rows.length > largeFrom ? 2 : 1)
  const vectors = weighAll(counts, rows, rarity)
  const labels = Int32Array.from(rows, (row) => examples.labels[row] as number)
  return {
    rarity,
    weights: trainLinear(vectors, labels, classes, features, { cost, epochs: rounds, seed, ...(progress ? { progress } : {}) }),
  }
}

function weighAll(counts: Counts, rows: Int32Array, rarity: Float32Array): Rows {
  const weigh = createWeigher(shares)
  const starts = new Int32Array(rows.length + 1)
  let size = 0
  for (const row of rows) size += (counts.starts[row + 1] as number) - (counts.starts[row] as number)
  const indices = new Int32Array(size)
  const values = new Float32Array(size)
  let at = 0
  rows.forEach((row, index) => {
    const weighed = weigh(counts, counts.starts[row] as number, counts.starts[row + 1] as number, rarity)
    indices.set(weighed.indices.subarray(0, weighed.count), at)
    values.set(weighed.values.subarray(0, weighed.count), at)
    at += weighed.count
    starts[index + 1] = at
  })
  return { starts, indices, values }
}

/**
 * Hides a fifth of the intents and a part of the other utterances, learns from the rest, and looks at what becomes of
 * the hidden: the former stand for messages out of scope, the latter for new wordings.
 */
function tryOut(task: Task, round: number): Trial[] {
  const { examples, counts, classes } = task
  const random = createRandom(task.seed * 1_000 + 17)
  const hiddenIntents = Int32Array.from({ length: classes }, () => 0)
  const order = Array.from({ length: classes }, (_, index) => ({ index, key: random() })).sort((a, b) => a.key - b.key)
  order.forEach(({ index }, place) => {
    hiddenIntents[index] = classes >= 5 && place % 5 === round % 5 ? 1 : 0
  })
  const kept: number[] = []
  const held: number[] = []
  examples.labels.forEach((label, row) => {
    const isHeld = random() * 6 < 1 || hiddenIntents[label] === 1
    if (!isHeld) kept.push(row)
    else if (row < examples.utterances) held.push(row)
  })
  const { weights, rarity } = learn(task, Int32Array.from(kept), 5)
  const weigh = createWeigher(shares)
  const scores = new Float32Array(classes)
  return held.map((row) => {
    const weighed = weigh(counts, counts.starts[row] as number, counts.starts[row + 1] as number, rarity)
    scores.fill(0)
    for (let at = 0; at < weighed.count; at++) {
      const base = (weighed.indices[at] as number) * classes
      for (let each = 0; each < classes; each++)
        scores[each] = (scores[each] as number) + (weighed.values[at] as number) * (weights[base + each] as number)
    }
    let best = -1
    let second = -1
    for (let each = 0; each < classes; each++) {
      if (hiddenIntents[each]) continue
      if (best === -1 || (scores[each] as number) > (scores[best] as number)) {
        second = best
        best = each
      } else if (second === -1 || (scores[each] as number) > (scores[second] as number)) second = each
    }
    const top = scores[best] as number
    const label = examples.labels[row] as number
    return {
      fit: fitOf(top, weighed.knownWords, weighed.knownLetters, (examples.texts[row] as string).length),
      margin: second === -1 ? 1 : top - (scores[second] as number),
      inScope: hiddenIntents[label] === 0,
      right: label === best,
    }
  })
}
