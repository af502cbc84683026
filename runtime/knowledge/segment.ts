import { numberByFrequency, type Postings, postingsOf, sortByFeature } from './postings.ts'
import type { Reading } from './reader.ts'
import { finished } from './steps.ts'
import { createTable, intern, numberOf, type Table } from './table.ts'

/**
 * Questions of articles as vectors of length 1, with postings by feature and by question: plain arrays that a worker can
 * hand over. Features are numbered by how many questions have them, the most common first.
 */
export interface Segment extends Postings {
  table: Table
  /** How much a feature tells, by feature number; and one that no question has. */
  rarity: Float32Array
  unseen: number
  /** Question q holds the entries `questionStarts[q]` to `questionStarts[q + 1]`, its most common feature first. */
  questionStarts: Uint32Array
  questionFeatures: Uint32Array
  questionWeights: Float32Array
  /** Article a has the questions `articleStarts[a]` to `articleStarts[a + 1]`, and the length of their sum. */
  articleStarts: Uint32Array
  articleOfQuestion: Uint32Array
  sumLengths: Float32Array
}

/** Questions read in one step. */
const step = 50

/** What rarities an added segment goes by: those of the segment that it adds to. */
export type Rarities = Pick<Segment, 'table' | 'rarity' | 'unseen'>

/**
 * Indexes the questions of each article.
 * @param questions normalised texts, article by article
 * @param frozen rarities to go by; absent = those of these questions
 */
export function buildSegment(questions: readonly (readonly string[])[], read: (text: string) => Reading, frozen?: Rarities): Segment {
  return finished(segmentInSteps(questions, read, frozen))
}

/** The same in steps of a millisecond or two, for whoever has others waiting. */
export function* segmentInSteps(
  questions: readonly (readonly string[])[],
  read: (text: string) => Reading,
  frozen?: Rarities,
): Generator<void, Segment, void> {
  const table = createTable()
  const counted = yield* countFeatures(questions, read, table)
  const { questionStarts, features, weights } = counted
  const frequencies = numberByFrequency(table, features, counted.frequencies)
  const total = questionStarts.length - 1
  const rarity = new Float32Array(table.size)
  if (frozen) {
    for (let at = 0; at < table.keys.length; at++) {
      const key = table.keys[at] as number
      if (key !== 0) rarity[table.numbers[at] as number] = rarityOf(frozen, key)
    }
  } else for (let feature = 0; feature < rarity.length; feature++) rarity[feature] = tells(total, frequencies[feature] as number)
  weigh(questionStarts, features, weights, rarity)
  const articleStarts = new Uint32Array(questions.length + 1)
  questions.forEach((texts, article) => {
    articleStarts[article + 1] = (articleStarts[article] as number) + texts.length
  })
  const articleOfQuestion = new Uint32Array(total)
  for (let article = 0; article < questions.length; article++)
    articleOfQuestion.fill(article, articleStarts[article], articleStarts[article + 1])
  const sumLengths = sums(articleStarts, questionStarts, features, weights, table.size)
  const byFeature = postingsOf(questionStarts, features, weights, frequencies)
  sortByFeature(questionStarts, features, weights, byFeature)
  return {
    table,
    rarity,
    unseen: frozen?.unseen ?? tells(total, 0),
    questionStarts,
    questionFeatures: features,
    questionWeights: weights,
    ...byFeature,
    articleStarts,
    articleOfQuestion,
    sumLengths,
  }
}

/** The rarity of a feature by its hash. */
export function rarityOf({ table, rarity, unseen }: Rarities, hash: number): number {
  const number = numberOf(table, hash)
  return number === -1 ? unseen : (rarity[number] as number)
}

/** Square root of the inverse document frequency. */
function tells(total: number, frequency: number): number {
  return Math.sqrt(Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)))
}

function* countFeatures(questions: readonly (readonly string[])[], read: (text: string) => Reading, table: Table) {
  const total = questions.reduce((sum, texts) => sum + texts.length, 0)
  const questionStarts = new Uint32Array(total + 1)
  let features = new Uint32Array(Math.max(1_024, total * 32))
  let weights = new Float32Array(features.length)
  let places = new Int32Array(1_024).fill(-1)
  let frequencies = new Uint32Array(1_024)
  const counts = new Uint16Array(8_192)
  let size = 0
  let question = 0
  for (const texts of questions) {
    for (const text of texts) {
      const reading = read(text)
      if (size + reading.count > features.length) {
        features = longer(features, new Uint32Array((size + reading.count) * 2))
        weights = longer(weights, new Float32Array(features.length))
      }
      const first = size
      for (let at = 0; at < reading.count; at++) {
        const feature = intern(table, reading.hashes[at] as number)
        if (feature >= places.length) {
          places = longer(places, new Int32Array(places.length * 2).fill(-1))
          frequencies = longer(frequencies, new Uint32Array(places.length))
        }
        const place = places[feature] as number
        if (place >= 0) {
          counts[place - first] = (counts[place - first] as number) + 1
          continue
        }
        places[feature] = size
        counts[size - first] = 1
        features[size] = feature
        weights[size++] = reading.weights[at] as number
      }
      for (let at = first; at < size; at++) {
        const feature = features[at] as number
        places[feature] = -1
        frequencies[feature] = (frequencies[feature] as number) + 1
        weights[at] = (weights[at] as number) * (1 + Math.log(counts[at - first] as number))
      }
      questionStarts[++question] = size
      if (question % step === 0) yield
    }
  }
  return {
    questionStarts,
    features: features.slice(0, size),
    weights: weights.slice(0, size),
    frequencies: frequencies.slice(0, table.size),
  }
}

/** Multiplies by rarity and scales each question to length 1. */
function weigh(questionStarts: Uint32Array, features: Uint32Array, weights: Float32Array, rarity: Float32Array): void {
  for (let question = 0; question + 1 < questionStarts.length; question++) {
    const from = questionStarts[question] as number
    const to = questionStarts[question + 1] as number
    let sum = 0
    for (let at = from; at < to; at++) {
      const weight = (weights[at] as number) * (rarity[features[at] as number] as number)
      weights[at] = weight
      sum += weight * weight
    }
    const length = Math.sqrt(sum) || 1
    for (let at = from; at < to; at++) weights[at] = (weights[at] as number) / length
  }
}

function sums(
  articleStarts: Uint32Array,
  questionStarts: Uint32Array,
  features: Uint32Array,
  weights: Float32Array,
  size: number,
): Float32Array {
  const sum = new Float32Array(size)
  const lengths = new Float32Array(articleStarts.length - 1)
  for (let article = 0; article < lengths.length; article++) {
    const from = questionStarts[articleStarts[article] as number] as number
    const to = questionStarts[articleStarts[article + 1] as number] as number
    for (let at = from; at < to; at++) sum[features[at] as number] = (sum[features[at] as number] as number) + (weights[at] as number)
    let squares = 0
    for (let at = from; at < to; at++) {
      const feature = features[at] as number
      // each feature of the article counts once: it is back at zero when met again
      squares += (sum[feature] as number) ** 2
      sum[feature] = 0
    }
    lengths[article] = Math.sqrt(squares) || 1
  }
  return lengths
}

function longer<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}
