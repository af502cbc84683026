import type { Reading } from './reader.ts'
import { createTable, intern, numberOf, type Table } from './table.ts'

/** Answer texts as BM25 weights by term, article by article: plain arrays that a worker can hand over. */
export interface Answers {
  table: Table
  /** Article a holds the entries `starts[a]` to `starts[a + 1]`. */
  starts: Uint32Array
  terms: Uint32Array
  weights: Float32Array
  /** Inverse document frequency by term, and the mean length: what an added segment goes by. */
  rarity: Float32Array
  meanLength: number
}

const k1 = 1.2
const b = 0.75

/** Answers read in one step. */
const step = 10

/** Indexes the answers, in steps; `frozen` = rarities and mean length to go by instead of their own. */
export function* answersInSteps(
  texts: readonly string[],
  read: (text: string) => Reading,
  frozen?: Answers,
): Generator<void, Answers, void> {
  const table = createTable()
  const lists: { counts: Map<number, number>; length: number }[] = []
  for (const text of texts) {
    if (lists.length % step === step - 1) yield
    const counts = new Map<number, number>()
    const reading = read(text)
    for (let at = 0; at < reading.count; at++) {
      const term = intern(table, reading.hashes[at] as number)
      counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    lists.push({ counts, length: reading.count })
  }
  const frequencies = new Uint32Array(table.size)
  for (const { counts } of lists) for (const term of counts.keys()) frequencies[term] = (frequencies[term] as number) + 1
  const rarity = new Float32Array(table.size)
  const tells = (frequency: number) => Math.log(1 + (texts.length - frequency + 0.5) / (frequency + 0.5))
  for (let at = 0; at < table.keys.length; at++) {
    const key = table.keys[at] as number
    if (key === 0) continue
    const term = table.numbers[at] as number
    const old = frozen ? numberOf(frozen.table, key) : -1
    rarity[term] = old === -1 || !frozen ? tells(frequencies[term] as number) : (frozen.rarity[old] as number)
  }
  const meanLength = frozen?.meanLength ?? (lists.reduce((sum, { length }) => sum + length, 0) / (lists.length || 1) || 1)
  const starts = new Uint32Array(texts.length + 1)
  lists.forEach(({ counts }, article) => {
    starts[article + 1] = (starts[article] as number) + counts.size
  })
  const terms = new Uint32Array(starts[texts.length] as number)
  const weights = new Float32Array(terms.length)
  let at = 0
  for (const { counts, length } of lists) {
    for (const [term, count] of counts) {
      terms[at] = term
      weights[at++] = ((rarity[term] as number) * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / meanLength))
    }
  }
  return { table, starts, terms, weights, rarity, meanLength }
}

/** Tells how well an article's answer speaks of what a question speaks of. */
export function createAnswerScorer({ table, starts, terms, weights }: Answers) {
  const asked = new Uint8Array(table.size)
  const marked: number[] = []
  return {
    /** Takes the question's features; they count until the next call. */
    ask(reading: Reading): void {
      for (const term of marked) asked[term] = 0
      marked.length = 0
      for (let at = 0; at < reading.count; at++) {
        const term = numberOf(table, reading.hashes[at] as number)
        if (term === -1 || asked[term] === 1) continue
        asked[term] = 1
        marked.push(term)
      }
    },
    score(article: number): number {
      if (marked.length === 0) return 0
      let sum = 0
      const to = starts[article + 1] as number
      for (let at = starts[article] as number; at < to; at++) if (asked[terms[at] as number] === 1) sum += weights[at] as number
      return sum
    },
  }
}
