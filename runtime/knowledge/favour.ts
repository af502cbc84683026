import { learn, shares } from '../language/intents/learn.ts'
import { blocks, createReader, type Reading } from '../language/intents/reader.ts'
import { countAll, createCounter, createWeigher, unseenRarity } from '../language/intents/rows.ts'
import { createSpeller, wordsOf } from '../language/intents/spelling.ts'
import { createTable } from '../language/intents/table.ts'
import { soundOf } from '../language/pinyin.ts'
import { meanings } from './meanings.ts'
import { createSpotter } from './spot.ts'
import { stem } from './stem.ts'

/** What features speak for which articles, learned from which questions belong to which; as plain arrays and words. */
export interface Favour {
  size: number
  questions: number
  hashes: Uint32Array
  rarity: Float32Array
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
const epochs = 8

/**
 * Learns from the questions of each article, as intents are learned from their utterances; undefined when they are too few
 * an article or the articles too many.
 * @param questions normalised texts, article by article
 */
export function learnFavour(questions: readonly (readonly string[])[]): Favour | undefined {
  const size = questions.length
  const texts = questions.flat()
  if (size < 2 || texts.length < size * leastQuestions || texts.length * size > mostPairs) return undefined
  const table = createTable(texts.length * 20)
  const counts = countAll(texts, createMeaningReader(), table)
  if (table.size * size > mostWeights) return undefined
  const labels = Int32Array.from(questions.flatMap((each, article) => each.map(() => article)))
  const rows = Int32Array.from(texts, (_, row) => row)
  const examples = { texts, labels, utterances: texts.length }
  const { rarity, weights } = learn({ examples, counts, classes: size, foreign: -1, features: table.size, seed: 1 }, rows, epochs)
  return { size, questions: texts.length, hashes: table.hashes(), rarity, ...sparse(weights, size), words: wordsOf(texts) }
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

/** Adds up what a question's features speak for, by article; the array is reused. Texts must be normalised. */
export function createFavourScorer(favour: Favour): (text: string) => Float32Array {
  const { size, rarity, starts, articles, weights } = favour
  const table = createTable(favour.hashes.length)
  for (const hash of favour.hashes) table.intern(hash)
  const mend = createSpeller(favour.words)
  const read = createMeaningReader()
  const count = createCounter()
  const weigh = createWeigher(shares)
  const unseen = unseenRarity(favour.questions)
  const scores = new Float32Array(size)
  return (text) => {
    const found = count(read(mend(text).text), table.find, () => table.size)
    const weighed = weigh(found, 0, found.count, rarity, unseen)
    scores.fill(0)
    for (let at = 0; at < weighed.count; at++) {
      const feature = weighed.indices[at] as number
      const value = weighed.values[at] as number
      const end = starts[feature + 1] as number
      for (let entry = starts[feature] as number; entry < end; entry++) {
        const article = articles[entry] as number
        scores[article] = (scores[article] as number) + value * (weights[entry] as number)
      }
    }
    return scores
  }
}

const spotter = createSpotter(meanings)

/** Reads what intents are learned from, and the meanings of the words beside: 邮费 speaks for what 运费 does. */
function createMeaningReader(): (text: string) => Reading {
  const read = createReader(soundOf)
  return (text) => {
    const reading = read(text)
    const add = (meaning: number) => {
      if (reading.count === reading.hashes.length) return
      reading.hashes[reading.count] = Math.imul(meaning + 1, 0x9e3779b1) >>> 0
      reading.kinds[reading.count++] = blocks.words
    }
    spotter.han(text, 0, text.length, add)
    spotter.latin((text.match(/[a-z0-9']+/g) ?? []).map(stem), add)
    return reading
  }
}
