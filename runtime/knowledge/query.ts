import type { Reading } from './reader.ts'
import type { Rarities } from './segment.ts'
import { numberOf, type Table } from './table.ts'

/** A question as a vector of length 1 over hashes; features that no segment has keep their share of the length. */
export interface Query {
  count: number
  hashes: Uint32Array
  weights: Float32Array
  /** Numbers of the hashes in the table whose rarities they were weighed by, −1 where it has none. */
  numbers: Int32Array
  table: Table | undefined
  /** Share of the squared weight whose features some question has: how much of the words is known at all. */
  known: number
}

/** Features of a question that count at most. */
export const mostFeatures = 8_192

/** Makes queries in one set of arrays; each is valid until the next. */
export function createQueries() {
  // places of hashes by open addressing, 0 = free
  const slots = new Uint16Array(mostFeatures * 2)
  const slotOf = new Uint16Array(mostFeatures)
  const counts = new Uint16Array(mostFeatures)
  const hashes = new Uint32Array(mostFeatures)
  const weights = new Float32Array(mostFeatures)
  const numbers = new Int32Array(mostFeatures)
  const query: Query = { count: 0, hashes, weights, numbers, table: undefined, known: 0 }

  return (reading: Reading, { table, rarity, unseen }: Rarities, added?: Table): Query => {
    const size = countFeatures(reading)
    let sum = 0
    let known = 0
    for (let at = 0; at < size; at++) {
      const hash = hashes[at] as number
      const count = counts[at] as number
      const number = numberOf(table, hash)
      const weight =
        (weights[at] as number) * (count === 1 ? 1 : 1 + Math.log(count)) * (number === -1 ? unseen : (rarity[number] as number))
      numbers[at] = number
      weights[at] = weight
      sum += weight * weight
      if (number !== -1 || (added && numberOf(added, hash) !== -1)) known += weight * weight
    }
    const length = Math.sqrt(sum) || 1
    for (let at = 0; at < size; at++) weights[at] = (weights[at] as number) / length
    query.count = size
    query.table = table
    query.known = sum === 0 ? 0 : known / sum
    return query
  }

  /** Each feature once, with how often it was read. */
  function countFeatures(reading: Reading): number {
    const mask = slots.length - 1
    let size = 0
    for (let at = 0; at < reading.count; at++) {
      const hash = reading.hashes[at] as number
      let slot = hash & mask
      while (slots[slot] !== 0 && hashes[(slots[slot] as number) - 1] !== hash) slot = (slot + 1) & mask
      const place = slots[slot] as number
      if (place !== 0) {
        counts[place - 1] = (counts[place - 1] as number) + 1
        continue
      }
      slotOf[size] = slot
      counts[size] = 1
      hashes[size] = hash
      weights[size++] = reading.weights[at] as number
      slots[slot] = size
    }
    for (let at = 0; at < size; at++) slots[slotOf[at] as number] = 0
    return size
  }
}
