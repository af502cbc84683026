import type { Examples } from './examples.ts'
import { trainLinear } from './linear.ts'
import type { BlockShares } from './reader.ts'
import { type Counts, createWeigher, type Rows, rarities } from './rows.ts'

/** Everything that stays the same while parts of the examples are learned and tried. */
export interface Task {
  examples: Examples
  counts: Counts
  classes: number
  /** The class that holds what is nobody's business; −1 = none. */
  foreign: number
  features: number
  seed: number
}

export interface Learned {
  /** Per feature; 0 = not known. */
  rarity: Float32Array
  /** `weights[feature * classes + class]` */
  weights: Float32Array
  /** The rows it was learned from, as vectors. */
  vectors: Rows
}

/** How much each block of features weighs: words, letters of Latin words, Han characters, syllables, concepts. */
export const shares: BlockShares = [1, 1.1, 1, 0.5, 0.45]
const cost = 2
/** Larger sets hold enough examples to do without what only one of them says. */
const largeFrom = 4_000
/** With few examples an intent, their plain mean knows what the boundaries do not. */
const meanWeight = 5
const mostMean = 2

/** Learns from these rows of the examples. */
export function learn(task: Task, rows: Int32Array, epochs: number, progress?: (share: number) => void): Learned {
  const { classes, seed } = task
  const rarity = rarities(task.counts, rows, task.features, rows.length > largeFrom ? 2 : 1)
  const vectors = weighAll(task.counts, rows, rarity)
  const labels = Int32Array.from(rows, (row) => task.examples.labels[row] as number)
  const weights = trainLinear(vectors, labels, classes, task.features, { cost, epochs, seed, ...(progress ? { progress } : {}) })
  addMeans(weights, vectors, labels, classes)
  return { rarity, weights, vectors }
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
    const weighed = weigh(counts, counts.starts[row] as number, counts.starts[row + 1] as number, rarity, 0)
    indices.set(weighed.indices.subarray(0, weighed.count), at)
    values.set(weighed.values.subarray(0, weighed.count), at)
    at += weighed.count
    starts[index + 1] = at
  })
  return { starts, indices, values }
}

/** Adds each class's mean example, of length 1, the more the fewer examples there are. */
function addMeans(weights: Float32Array, { starts, indices, values }: Rows, labels: Int32Array, classes: number): void {
  const share = Math.min(mostMean, (meanWeight * classes) / Math.max(1, labels.length))
  if (share < 0.1) return
  const rowsOf = Array.from({ length: classes }, (): number[] => [])
  labels.forEach((label, row) => {
    rowsOf[label]?.push(row)
  })
  const mean = new Map<number, number>()
  rowsOf.forEach((rows, label) => {
    mean.clear()
    for (const row of rows)
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
        const index = indices[at] as number
        mean.set(index, (mean.get(index) ?? 0) + (values[at] as number))
      }
    let squares = 0
    for (const value of mean.values()) squares += value * value
    const scale = squares > 0 ? share / Math.sqrt(squares) : 0
    for (const [index, value] of mean) weights[index * classes + label] = (weights[index * classes + label] as number) + scale * value
  })
}
