import { createRandom } from '../../language/intents/random.ts'

/** How alike words are used: a row of length 1 for each, so that the product of two rows is their cosine. */
export interface WordVectors {
  dimensions: number
  /** Word w holds the entries from `w * dimensions`; all zero for one that never stood beside another. */
  rows: Float32Array
}

export interface VectorOptions {
  dimensions?: number
  seed?: number
  /** Told the share done, 0–1. */
  progress?: (share: number) => void
}

/** Words this far apart still tell something of each other, neighbours twice as much: small windows find what may stand for a word, wide ones what it is about (Levy and Goldberg 2014, dependency-based embeddings). */
const reach = 2
/** Rare contexts would otherwise outweigh all others (Levy, Goldberg and Dagan 2015). */
const smoothing = 0.75
/** Directions followed beyond those that are kept, and how often the matrix is gone through again to sharpen them. */
const spare = 10
const rounds = 2

/**
 * Vectors of words by the company they keep: positive pointwise mutual information of words and their neighbours,
 * factorised (Levy and Goldberg 2014) by a randomised truncated singular value decomposition (Halko, Martinsson and
 * Tropp 2011, algorithm 4.4). The same for the same texts and seed.
 * @param texts words by number, text by text
 * @param size numbers are below it
 */
export function wordVectors(texts: readonly Uint32Array[], size: number, options: VectorOptions = {}): WordVectors {
  const { seed = 1, progress = () => {} } = options
  const dimensions = Math.min(options.dimensions ?? 100, size)
  const matrix = informed(neighbours(texts, size), size)
  const random = createRandom(seed)
  const width = Math.min(size, dimensions + spare)
  let done = 0
  const step = () => progress(++done / (2 * rounds + 3))

  let basis = Array.from({ length: width }, () => multiplied(matrix, normalNumbers(size, random)))
  for (let round = 0; round < rounds; round++) {
    step()
    basis = orthonormal(basis).map((column) => transposed(matrix, column))
    step()
    basis = orthonormal(basis).map((column) => multiplied(matrix, column))
  }
  basis = orthonormal(basis)
  step()
  const projected = basis.map((column) => transposed(matrix, column))
  step()
  return rotated(basis, leading(projected, dimensions), size, dimensions)
}

/** A square matrix of few entries: row r holds the entries `starts[r]` to `starts[r + 1]`. */
interface Sparse {
  starts: Uint32Array
  columns: Uint32Array
  values: Float64Array
}

function weightOf(apart: number): number {
  return reach + 1 - apart
}

/** How often each word stands within reach of each other, weighted. */
function neighbours(texts: readonly Uint32Array[], size: number): Sparse {
  let count = 0
  for (const { length } of texts) for (let apart = 1; apart <= reach && apart < length; apart++) count += (length - apart) * weightOf(apart)
  const pairs = new Float64Array(count * 2)
  let filled = 0
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      for (let near = at + 1; near <= at + reach && near < text.length; near++) {
        const [one, other] = [text[at] as number, text[near] as number]
        if (one === other) continue
        for (let again = 0; again < weightOf(near - at); again++) {
          pairs[filled++] = one * size + other
          pairs[filled++] = other * size + one
        }
      }
    }
  }
  const sorted = pairs.subarray(0, filled).sort()
  const starts = new Uint32Array(size + 1)
  const columns = new Uint32Array(filled)
  const values = new Float64Array(filled)
  let last = -1
  let entries = 0
  for (const pair of sorted) {
    if (pair !== last) {
      const row = Math.floor(pair / size)
      starts[row + 1] = entries + 1
      columns[entries++] = pair - row * size
      last = pair
    }
    values[entries - 1] = (values[entries - 1] as number) + 1
  }
  for (let row = 1; row <= size; row++) starts[row] = Math.max(starts[row] as number, starts[row - 1] as number)
  return { starts, columns: columns.slice(0, entries), values: values.slice(0, entries) }
}

/** Counts become what each pair tells: ln(p(word, context) / p(word) p(context)), nothing where that is negative. */
function informed(counts: Sparse, size: number): Sparse {
  const { starts, columns, values } = counts
  const sums = new Float64Array(size)
  for (let row = 0; row < size; row++)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) sums[row] = (sums[row] as number) + (values[at] as number)
  const contexts = sums.map((sum) => sum ** smoothing)
  const allContexts = contexts.reduce((sum, each) => sum + each, 0)
  for (let row = 0; row < size; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const expected = ((sums[row] as number) * (contexts[columns[at] as number] as number)) / allContexts
      values[at] = Math.max(0, Math.log((values[at] as number) / expected))
    }
  }
  return counts
}

function multiplied({ starts, columns, values }: Sparse, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length)
  for (let row = 0; row < product.length; row++) {
    let sum = 0
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      sum += (values[at] as number) * (vector[columns[at] as number] as number)
    product[row] = sum
  }
  return product
}

function transposed({ starts, columns, values }: Sparse, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length)
  for (let row = 0; row < product.length; row++) {
    const weight = vector[row] as number
    if (weight === 0) continue
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columns[at] as number
      product[column] = (product[column] as number) + weight * (values[at] as number)
    }
  }
  return product
}

/** Makes the vectors perpendicular and of length 1, each twice: once leaves rounding behind (Gram and Schmidt). */
function orthonormal(vectors: Float64Array[]): Float64Array[] {
  vectors.forEach((vector, place) => {
    for (let pass = 0; pass < 2; pass++) for (let before = 0; before < place; before++) takeOut(vector, vectors[before] as Float64Array)
    const length = Math.sqrt(dot(vector, vector))
    // one that lies within the others adds no direction
    const scale = length > 1e-10 ? 1 / length : 0
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) * scale
  })
  return vectors
}

function takeOut(vector: Float64Array, direction: Float64Array): void {
  const share = dot(vector, direction)
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) - share * (direction[at] as number)
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number)
  return sum
}

/** Of the projected matrix, the foremost left singular directions, each with the root of its singular value as weight. */
function leading(projected: readonly Float64Array[], dimensions: number): Float64Array[] {
  const { values, vectors } = eigen(projected.map((row) => Float64Array.from(projected, (other) => dot(row, other))))
  const order = [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number)).slice(0, dimensions)
  return order.map((place) => {
    const weight = Math.max(0, values[place] as number) ** 0.25
    return Float64Array.from(vectors, (row) => (row[place] as number) * weight)
  })
}

/** Eigenvalues and vectors (in columns) of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Float64Array[]): { values: Float64Array; vectors: Float64Array[] } {
  const size = matrix.length
  const vectors = matrix.map((_, row) => Float64Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)))
  const total = matrix.reduce((sum, row) => sum + dot(row, row), 0)
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++) for (let q = 0; q < p; q++) off += (matrix[p]?.[q] as number) ** 2
    if (off <= total * 1e-18) break
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, p, q)
  }
  return { values: Float64Array.from(matrix, (row, place) => row[place] as number), vectors }
}

function rotate(matrix: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  const [rowP, rowQ] = [matrix[p] as Float64Array, matrix[q] as Float64Array]
  const between = rowP[q] as number
  if (between === 0) return
  const ratio = ((rowQ[q] as number) - (rowP[p] as number)) / (2 * between)
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio))
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = tangent * cosine
  for (const row of [...matrix, ...vectors]) {
    const [a, b] = [row[p] as number, row[q] as number]
    row[p] = cosine * a - sine * b
    row[q] = sine * a + cosine * b
  }
  for (let at = 0; at < rowP.length; at++) {
    const [a, b] = [rowP[at] as number, rowQ[at] as number]
    rowP[at] = cosine * a - sine * b
    rowQ[at] = sine * a + cosine * b
  }
}

/** The directions back in the space of all words, word by word, each row of length 1. */
function rotated(basis: readonly Float64Array[], directions: readonly Float64Array[], size: number, dimensions: number): WordVectors {
  const rows = new Float32Array(size * dimensions)
  directions.forEach((direction, column) => {
    basis.forEach((vector, place) => {
      const weight = direction[place] as number
      for (let word = 0; word < size; word++)
        rows[word * dimensions + column] = (rows[word * dimensions + column] as number) + weight * (vector[word] as number)
    })
  })
  for (let word = 0; word < size; word++) {
    const row = rows.subarray(word * dimensions, (word + 1) * dimensions)
    const length = Math.sqrt(row.reduce((sum, each) => sum + each * each, 0))
    if (length > 0) for (let at = 0; at < dimensions; at++) row[at] = (row[at] as number) / length
  }
  return { dimensions, rows }
}

/** Two normal numbers from two even ones (Box and Muller). */
function normalNumbers(count: number, random: () => number): Float64Array {
  return Float64Array.from({ length: count }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()))
}
