import { type BlockShares, blockCount, blocks, hanPair, type Reading, unigram } from './reader.ts'
import type { Table } from './table.ts'

/** Texts as features, each once: row `r` holds the entries `starts[r]` to `starts[r + 1]`. */
export interface Counts {
  starts: Int32Array
  indices: Int32Array
  kinds: Uint8Array
}

/** Texts as weighted features, each of length 1. */
export interface Rows {
  starts: Int32Array
  indices: Int32Array
  values: Float32Array
}

/** One text's vector, and how much of it is known. */
export interface Weighed {
  count: number
  indices: Int32Array
  values: Float32Array
  /** Share of its words, and of the weight of all its features, that training saw. */
  knownWords: number
  knownMass: number
  /** The same of its Latin words and pairs of Han characters alone: what it is about, where single characters are common to all. */
  knownTelling: number
}

/** Finds features, each once. `number` gives a hash its index; −1 stays in as "unknown". */
export function createCounter() {
  let seen = new Int32Array(1_024).fill(-1)
  let indices = new Int32Array(1_024)
  let kinds = new Uint8Array(1_024)
  return (reading: Reading, number: (hash: number) => number, features: () => number) => {
    if (indices.length < reading.count) {
      indices = new Int32Array(reading.count * 2)
      kinds = new Uint8Array(reading.count * 2)
    }
    let count = 0
    for (let at = 0; at < reading.count; at++) {
      const index = number(reading.hashes[at] as number)
      if (index >= seen.length) {
        const grown = new Int32Array(Math.max(features(), index + 1) * 2).fill(-1)
        grown.set(seen)
        seen = grown
      }
      const place = index === -1 ? -1 : (seen[index] as number)
      if (place !== -1) continue
      if (index !== -1) seen[index] = count
      indices[count] = index
      kinds[count++] = reading.kinds[at] as number
    }
    for (let at = 0; at < count; at++) if (indices[at] !== -1) seen[indices[at] as number] = -1
    return { count, indices, kinds }
  }
}

/** Reads all texts and numbers their features. */
export function countAll(texts: readonly string[], read: (text: string) => Reading, table: Table): Counts {
  const counter = createCounter()
  const starts = new Int32Array(texts.length + 1)
  let capacity = Math.max(1_024, texts.length * 128)
  let indices = new Int32Array(capacity)
  let kinds = new Uint8Array(capacity)
  let size = 0
  for (let row = 0; row < texts.length; row++) {
    const found = counter(read(texts[row] as string), table.intern.bind(table), () => table.size)
    if (size + found.count > capacity) {
      capacity = Math.max(capacity * 2, size + found.count)
      indices = grown(indices, new Int32Array(capacity))
      kinds = grown(kinds, new Uint8Array(capacity))
    }
    indices.set(found.indices.subarray(0, found.count), size)
    kinds.set(found.kinds.subarray(0, found.count), size)
    size += found.count
    starts[row + 1] = size
  }
  return { starts, indices: indices.slice(0, size), kinds: kinds.slice(0, size) }
}

function grown<Numbers extends Int32Array | Uint8Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from)
  return into
}

/** Less than the logarithm that is usual: one rare word must not outweigh all the others of a message. */
function rarityOf(oneIn: number): number {
  return Math.log(oneIn) ** 0.6 + 1
}

/** The full logarithm again, squared: next to words that nobody taught, those of every message are nothing. */
function squareOfLog(rarity: number): number {
  return Math.max(0, rarity - 1) ** (2 / 0.6)
}

/** How much a feature would tell that no row holds. */
export function unseenRarity(rows: number): number {
  return rarityOf(1 + rows)
}

/** How much each feature tells, from the rows that hold it; 0 for those in fewer than `least` rows. */
export function rarities(counts: Counts, rows: Int32Array, features: number, least: number): Float32Array {
  const holding = new Int32Array(features)
  for (const row of rows)
    for (let at = counts.starts[row] as number; at < (counts.starts[row + 1] as number); at++) {
      const index = counts.indices[at] as number
      holding[index] = (holding[index] as number) + 1
    }
  return Float32Array.from(holding, (each) => (each < least ? 0 : rarityOf((1 + rows.length) / (1 + each))))
}

/** Mean share of the known over the blocks that the text has. Concepts are few and all known soon: they do not count. */
function massOf(known: Float64Array, unknown: Float64Array): number {
  let sum = 0
  let present = 0
  for (let block = 0; block < known.length; block++) {
    if (block === blocks.concepts) continue
    const all = (known[block] as number) + (unknown[block] as number)
    if (all === 0) continue
    present++
    sum += (known[block] as number) / all
  }
  return present === 0 ? 0 : sum / present
}

/**
 * Weighs features by their rarity, however often a text repeats them, each block scaled by itself to its share, then the whole to length 1.
 * Features of rarity 0 and of index −1 are unknown and left out.
 */
export function createWeigher(shares: BlockShares) {
  const squares = new Float64Array(blockCount)
  const scales = new Float64Array(blockCount)
  const unknown = new Float64Array(blockCount)
  const weighed: Weighed = {
    count: 0,
    indices: new Int32Array(16_384),
    values: new Float32Array(16_384),
    knownWords: 1,
    knownMass: 1,
    knownTelling: 1,
  }
  const places = new Uint8Array(16_384)
  /** Squares that were needed before, by feature, of the rarities weighed by last. */
  let squareOf = new Float64Array()
  let squaresFor: Float32Array | undefined
  return (found: Pick<Counts, 'indices' | 'kinds'>, from: number, to: number, rarity: Float32Array, unseen: number): Weighed => {
    squares.fill(0)
    unknown.fill(0)
    if (rarity !== squaresFor) {
      squareOf = new Float64Array(rarity.length)
      squaresFor = rarity
    }
    const unseenSquare = squareOfLog(unseen)
    let count = 0
    let words = 0
    let wordsKnown = 0
    let letters = 0
    let lettersKnown = 0
    let telling = 0
    let tellingKnown = 0
    for (let at = from; at < to; at++) {
      const index = found.indices[at] as number
      const kind = found.kinds[at] as number
      const block = kind & 7
      const weight = index === -1 ? 0 : (rarity[index] as number)
      if (kind & hanPair || kind === (blocks.words | unigram)) {
        const tells = weight === 0 ? unseenSquare : (squareOf[index] ||= squareOfLog(weight))
        telling += tells
        if (weight > 0) tellingKnown += tells
      }
      if (kind & unigram) {
        if (block === 0) {
          words++
          if (weight > 0) wordsKnown++
        } else {
          letters++
          if (weight > 0) lettersKnown++
        }
      }
      if (weight === 0) {
        unknown[block] = (unknown[block] as number) + unseen * unseen
        continue
      }
      weighed.indices[count] = index
      weighed.values[count] = weight
      places[count++] = block
      squares[block] = (squares[block] as number) + weight * weight
    }
    let whole = 0
    for (let block = 0; block < blockCount; block++) {
      const share = shares[block] as number
      scales[block] = (squares[block] as number) > 0 ? share / Math.sqrt(squares[block] as number) : 0
      if ((squares[block] as number) > 0) whole += share * share
    }
    const scale = whole > 0 ? 1 / Math.sqrt(whole) : 0
    for (let at = 0; at < count; at++)
      weighed.values[at] = (weighed.values[at] as number) * (scales[places[at] as number] as number) * scale
    weighed.knownMass = whole === 0 && count === 0 ? 0 : massOf(squares, unknown)
    weighed.count = count
    weighed.knownTelling = telling === 0 ? weighed.knownMass : tellingKnown / telling
    weighed.knownWords = words === 0 ? lettersKnown / Math.max(1, letters) : wordsKnown / words
    return weighed
  }
}
