import type { NearDuplicate } from '../../../schemas/intent-report.ts'
import { normalise } from '../normalise.ts'
import type { Lesson } from './examples.ts'
import { bare } from './phrases.ts'
import { createReader } from './reader.ts'
import { type Counts, countAll, rarities } from './rows.ts'
import { createTable } from './table.ts'

export interface NearDuplicateOptions {
  /** Similarity, 0–1, from which two utterances count as nearly the same. */
  least?: number
  /** Pairs to give at most. */
  most?: number
}

/** How alike two utterances are that count as one wording, and that an operator is shown as such. */
const nearlySame = 0.75
const worthShowing = 0.8
/** What turns a sentence into its opposite: then one is no copy of the other. */
const negations = /[不没未别非无]|\b(?:not?|never|none|without|cannot|dont|doesnt|isnt|cant|wont)\b|n['’]t\b/g
const usuallyMost = 500
/** Pairs that are looked at for one utterance: thousands of lines of one pattern must not take minutes. */
const mostLooks = 300
/** How much words, letters of Latin words, and Han characters weigh; how they sound and what they stand for does not. */
const shares = [1, 0.5, 1, 0, 0]

/**
 * Pairs of utterances that say nearly the same in nearly the same words, within an intent and across intents, most
 * similar first; those across intents first among equals. Similarity is the cosine of weighted words, letters and
 * characters. Only pairs that share one of their telling features are compared (prefix filtering, after Bayardo et al. 2007).
 */
export function nearDuplicates(intents: readonly Lesson[], options: NearDuplicateOptions = {}): NearDuplicate[] {
  const { least = worthShowing, most = usuallyMost } = options
  const { said, owners } = wordings(intents)
  const pairs = [
    ...repeats(owners),
    ...similarPairs(said, least).flatMap(({ one, two, similarity }) => {
      const [a] = owners[one] ?? []
      const [b] = owners[two] ?? []
      return a && b && !isOpposite(a.text, b.text) ? [{ a, b, similarity }] : []
    }),
  ]
  const across = ({ a, b }: NearDuplicate) => (a.intent === b.intent ? 0 : 1)
  return pairs.sort((one, two) => two.similarity - one.similarity || across(two) - across(one)).slice(0, most)
}

/** How many utterances remain when all that nearly repeat another one are left out, by language of the caller's choice. */
export function distinctWordings(intent: Lesson): string[] {
  const { said } = wordings([intent])
  const root = said.map((_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (root[at] !== at) at = root[at] as number
    return at
  }
  for (const { one, two } of similarPairs(said, nearlySame)) root[Math.max(find(one), find(two))] = Math.min(find(one), find(two))
  return said.filter((_, index) => root[index] === index)
}

/** Every wording once, and the utterances that use it. */
function wordings(intents: readonly Lesson[]): { said: string[]; owners: NearDuplicate['a'][][] } {
  const owners = new Map<string, NearDuplicate['a'][]>()
  for (const intent of intents)
    for (const text of intent.utterances) {
      const said = bare(normalise(text))
      if (said === '') continue
      const known = owners.get(said)
      if (known) known.push({ intent: intent.id, text })
      else owners.set(said, [{ intent: intent.id, text }])
    }
  return { said: [...owners.keys()], owners: [...owners.values()] }
}

function isOpposite(one: string, other: string): boolean {
  const count = (text: string) => text.toLowerCase().match(negations)?.length ?? 0
  return count(one) !== count(other)
}

/** The same words again: each further use beside the first, and beside the first of another intent. */
function repeats(owners: readonly NearDuplicate['a'][][]): NearDuplicate[] {
  const found: NearDuplicate[] = []
  for (const uses of owners) {
    const [first] = uses
    for (const use of uses.slice(1)) if (first) found.push({ a: first, b: use, similarity: 1 })
  }
  return found
}

interface Vector {
  indices: Int32Array
  values: Float32Array
}

/** A text's features by what they tell, of length 1 together. */
function vectorOf(counts: Counts, row: number, rarity: Float32Array): Vector {
  const from = counts.starts[row] as number
  const indices = counts.indices.subarray(from, counts.starts[row + 1])
  const values = Float32Array.from(
    indices,
    (feature, at) => (shares[(counts.kinds[from + at] as number) & 7] as number) * (rarity[feature] as number),
  )
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { indices, values: values.map((value) => value / length) }
}

/** Pairs of texts at least so similar. */
function similarPairs(texts: readonly string[], least: number): { one: number; two: number; similarity: number }[] {
  const table = createTable(texts.length * 20)
  const counts = countAll(texts, createReader(), table)
  const rows = Int32Array.from(texts, (_, row) => row)
  const rarity = rarities(counts, rows, table.size, 1)
  const postings = new Map<number, number[]>()
  const vectors: Vector[] = []
  const query = new Float32Array(table.size)
  const looked = new Int32Array(texts.length).fill(-1)
  const found: { one: number; two: number; similarity: number }[] = []
  for (const row of rows) {
    const vector = vectorOf(counts, row, rarity)
    const telling = tellingOf(vector, rarity, least)
    vectors.push(vector)
    vector.indices.forEach((feature, at) => {
      query[feature] = vector.values[at] as number
    })
    let looks = 0
    for (const feature of telling) {
      const holders = postings.get(feature)
      for (let at = (holders?.length ?? 0) - 1; at >= 0 && looks < mostLooks; at--) {
        const other = holders?.[at] as number
        if (looked[other] === row) continue
        looked[other] = row
        looks++
        const similarity = Math.min(1, Math.round(product(vectors[other] as Vector, query) * 1_000) / 1_000)
        if (similarity >= least) found.push({ one: other, two: row, similarity })
      }
      if (holders) holders.push(row)
      else postings.set(feature, [row])
    }
    for (const feature of vector.indices) query[feature] = 0
  }
  return found
}

/** The rarest features, up to where what is left could not be similar enough by itself. */
function tellingOf({ indices, values }: Vector, rarity: Float32Array, least: number): number[] {
  const order = Array.from(indices, (_, at) => at).sort(
    (a, b) =>
      (rarity[indices[b] as number] as number) - (rarity[indices[a] as number] as number) ||
      (indices[a] as number) - (indices[b] as number),
  )
  const telling: number[] = []
  // half a step less, for what rounding adds
  const enough = Math.max(0, least - 0.001) ** 2
  let left = 1
  for (const at of order) {
    if (left < enough) break
    telling.push(indices[at] as number)
    left -= (values[at] as number) ** 2
  }
  return telling
}

function product({ indices, values }: Vector, query: Float32Array): number {
  let sum = 0
  for (let at = 0; at < indices.length; at++) sum += (values[at] as number) * (query[indices[at] as number] as number)
  return sum
}
