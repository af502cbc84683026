import type { Reading } from './reader.ts'
import { type Rarities, rarityOf } from './segment.ts'
import { numberOf, type Table } from './table.ts'

/** A question as a vector of length 1 over hashes; features that no segment has keep their share of the length. */
export interface Query {
  count: number
  hashes: Uint32Array
  weights: Float32Array
  /** Share of the squared weight whose features some question has: how much of the words is known at all. */
  known: number
}

const room = 8_192

/** Makes queries in one set of arrays; each is valid until the next. */
export function createQueries() {
  const places = new Map<number, number>()
  const counts = new Uint16Array(room)
  const query: Query = { count: 0, hashes: new Uint32Array(room), weights: new Float32Array(room), known: 0 }

  return (reading: Reading, rarities: Rarities, added?: Table): Query => {
    places.clear()
    let size = 0
    for (let at = 0; at < reading.count; at++) {
      const hash = reading.hashes[at] as number
      const place = places.get(hash)
      if (place !== undefined) {
        counts[place] = (counts[place] as number) + 1
        continue
      }
      places.set(hash, size)
      counts[size] = 1
      query.hashes[size] = hash
      query.weights[size++] = reading.weights[at] as number
    }
    let sum = 0
    let known = 0
    for (let at = 0; at < size; at++) {
      const hash = query.hashes[at] as number
      const count = counts[at] as number
      const weight = (query.weights[at] as number) * (count === 1 ? 1 : 1 + Math.log(count)) * rarityOf(rarities, hash)
      query.weights[at] = weight
      sum += weight * weight
      if (numberOf(rarities.table, hash) !== -1 || (added && numberOf(added, hash) !== -1)) known += weight * weight
    }
    const length = Math.sqrt(sum) || 1
    for (let at = 0; at < size; at++) query.weights[at] = (query.weights[at] as number) / length
    query.count = size
    query.known = sum === 0 ? 0 : known / sum
    return query
  }
}
