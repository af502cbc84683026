import { trainLinear } from '../language/intents/linear.ts'
import { type BlockShares, blocks, createReader, type Reading } from '../language/intents/reader.ts'
import { countAll, createCounter, createWeigher, type Rows, rarities, unseenRarity, type Weighed } from '../language/intents/rows.ts'
import { createSpeller, wordsOf } from '../language/intents/spelling.ts'
import { createTable } from '../language/intents/table.ts'
import { meanings } from './meanings.ts'
import type { Query } from './query.ts'
import type { Segment } from './segment.ts'
import { createSpotter } from './spot.ts'
import { stem } from './stem.ts'
import { numberOf, type Table } from './table.ts'

/**
 * What features speak for which articles, learned from which questions belong to which; as plain arrays and words. Features
 * are those of the segment, by their numbers there, for texts with Han characters; after them, those of Latin texts.
 */
export interface Favour {
  size: number
  questions: number
  /** Features of the segment. */
  common: number
  latin: { hashes: Uint32Array; rarity: Float32Array }
  /** Feature f speaks for the entries `starts[f]` to `starts[f + 1]`. */
  starts: Uint32Array
  articles: Uint32Array
  weights: Float32Array
  /** Words that questions use, the most frequent first: what typing errors are mended to. */
  words: string[]
}

/** Fewer questions an article teach nothing that closeness does not know. */
const leastQuestions = 3
/** Questions times articles, and features times articles: what learning takes seconds and megabytes for. */
const mostPairs = 2_000_000
const mostWeights = 24_000_000
/** Smaller weights change nothing. */
const negligible = 0.02
const cost = 2
const epochs = 8
/** How much the words and the letters of Latin texts weigh: whole words tell what stems do not, letters forgive what is misspelt. */
const latinShares: BlockShares = [1, 1.1, 0, 0, 0.45]

/**
 * Learns from the questions of each article; undefined when they are too few an article or the articles too many.
 * @param questions normalised texts, article by article
 * @param segment the same questions, indexed
 */
export function learnFavour(questions: readonly (readonly string[])[], segment: Segment): Favour | undefined {
  const size = questions.length
  const texts = questions.flat()
  if (size < 2 || texts.length < size * leastQuestions || texts.length * size > mostPairs) return undefined
  const table = createTable(texts.length * 20)
  const counts = countAll(texts, createLatinReader(), table)
  const common = segment.rarity.length
  const features = common + table.size
  if (features * size > mostWeights) return undefined
  const all = Int32Array.from(texts, (_, row) => row)
  const rarity = rarities(counts, all, table.size, 1)
  const weigh = createWeigher(latinShares)
  const rows = joined(segment, (row) => weigh(counts, counts.starts[row] as number, counts.starts[row + 1] as number, rarity, 0))
  const labels = Int32Array.from(segment.articleOfQuestion)
  const weights = trainLinear(rows, labels, size, features, { cost, epochs, seed: 1 })
  const latin = { hashes: table.hashes(), rarity }
  return { size, questions: texts.length, common, latin, ...sparse(weights, size), words: wordsOf(texts) }
}

/** Vectors of the segment where it reads Han characters, else of Latin features. */
function joined({ questionStarts, questionFeatures, questionWeights, rarity }: Segment, latinOf: (row: number) => Weighed): Rows {
  const indices: number[] = []
  const values: number[] = []
  const starts = new Int32Array(questionStarts.length)
  for (let row = 0; row + 1 < questionStarts.length; row++) {
    const latin = latinOf(row)
    for (let at = 0; at < latin.count; at++) {
      indices.push(rarity.length + (latin.indices[at] as number))
      values.push(latin.values[at] as number)
    }
    const end = latin.count > 0 ? 0 : (questionStarts[row + 1] as number)
    for (let at = questionStarts[row] as number; at < end; at++) {
      indices.push(questionFeatures[at] as number)
      values.push(questionWeights[at] as number)
    }
    starts[row + 1] = indices.length
  }
  return { starts, indices: Int32Array.from(indices), values: Float32Array.from(values) }
}

function sparse(weights: Float32Array, size: number): Pick<Favour, 'starts' | 'articles' | 'weights'> {
  const count = weights.reduce((sum, weight) => sum + Number(Math.abs(weight) > negligible), 0)
  const starts = new Uint32Array(weights.length / size + 1)
  const articles = new Uint32Array(count)
  const kept = new Float32Array(count)
  let entry = 0
  weights.forEach((weight, at) => {
    if (Math.abs(weight) > negligible) {
      articles[entry] = at % size
      kept[entry++] = weight
    }
    if (at % size === size - 1) starts[(at + 1) / size] = entry
  })
  return { starts, articles, weights: kept }
}

/**
 * Adds up what a question's features speak for, by article; the array is reused.
 * @param table numbers the segment's features
 * @returns a function of a normalised question and its vector
 */
export function createFavourScorer(favour: Favour, table: Table): (text: string, query: Query) => Float32Array {
  const { size, common, latin, starts, articles, weights } = favour
  const latinTable = createTable(latin.hashes.length)
  for (const hash of latin.hashes) latinTable.intern(hash)
  const mend = createSpeller(favour.words)
  const read = createLatinReader()
  const count = createCounter()
  const weigh = createWeigher(latinShares)
  const unseen = unseenRarity(favour.questions)
  const scores = new Float32Array(size)

  return (text, query) => {
    scores.fill(0)
    if (anyHan.test(text)) {
      for (let at = 0; at < query.count; at++) {
        const feature = numberOf(table, query.hashes[at] as number)
        if (feature !== -1) speak(feature, query.weights[at] as number)
      }
      return scores
    }
    const found = count(read(mend(text).text), latinTable.find, () => latinTable.size)
    const weighed = weigh(found, 0, found.count, latin.rarity, unseen)
    for (let at = 0; at < weighed.count; at++) speak(common + (weighed.indices[at] as number), weighed.values[at] as number)
    return scores
  }

  function speak(feature: number, value: number): void {
    const end = starts[feature + 1] as number
    for (let entry = starts[feature] as number; entry < end; entry++) {
      const article = articles[entry] as number
      scores[article] = (scores[article] as number) + value * (weights[entry] as number)
    }
  }
}

/** Reads Latin texts as intents are read, and the meanings of their words beside: postage speaks for what shipping does. */
function createLatinReader(): (text: string) => Reading {
  const read = createReader()
  const none: Reading = { count: 0, hashes: new Uint32Array(), kinds: new Uint8Array() }
  return (text) => {
    if (anyHan.test(text)) return none
    const reading = read(text)
    spotter.latin((text.match(/[a-z0-9']+/g) ?? []).map(stem), (meaning) => {
      if (reading.count === reading.hashes.length) return
      reading.hashes[reading.count] = Math.imul(meaning + 1, 0x9e3779b1) >>> 0
      reading.kinds[reading.count++] = blocks.words
    })
    return reading
  }
}

const anyHan = /\p{Script=Han}/u
const spotter = createSpotter(meanings)
