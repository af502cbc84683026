/** Scores of questions, added up while the postings of one feature after the other are read. */
export interface Tally {
  /** Adds a feature's share to every question that has it: to those of the postings `from` to `to`. */
  add(from: number, to: number, weight: number): void
  /** Scores so far, by question. */
  readonly sums: Float32Array
  /** Lists the questions met so far, in the order in which they were met. @returns how many */
  listAll(allowed?: Allowed): number
  /** The same for the foremost alone: `mostForemost` of them, and those that are hardly behind. */
  listForemost(allowed?: Allowed): number
  /** What was listed last. */
  readonly listed: Uint32Array
  /** Begins anew. */
  clear(): void
}
type Allowed = (question: number) => boolean

const mostForemost = 160
/** Questions met first, by the rarest features: what enough of them reach, none of the foremost is below. */
const sampled = 400
const buckets = 64

/** Its arrays are reused and left at zero, so that a search makes little garbage. */
export function createTally(postingQuestions: Uint32Array, postingWeights: Float32Array, size: number): Tally {
  const sums = new Float32Array(size)
  // the same as whole numbers, which order alike: their differences' signs count questions without a branch
  const bits = new Int32Array(sums.buffer)
  // one more than there are: the place after the last is written to all the time
  const met = new Uint32Array(size + 1)
  const listed = new Uint32Array(size + 1)
  const histogram = new Uint32Array(buckets)
  const leastScore = new Float32Array(1)
  const leastBits = new Int32Array(leastScore.buffer)
  let metCount = 0

  return { add, sums, listAll, listForemost, listed, clear }

  function add(from: number, to: number, weight: number): void {
    let count = metCount
    for (let at = from; at < to; at++) {
      const question = postingQuestions[at] as number
      met[count] = question
      count += ((bits[question] as number) - 1) >>> 31
      sums[question] = (sums[question] as number) + weight * (postingWeights[at] as number)
    }
    metCount = count
  }

  function listAll(allowed?: Allowed): number {
    let count = 0
    for (let at = 0; at < metCount; at++) {
      const question = met[at] as number
      if (!allowed || allowed(question)) listed[count++] = question
    }
    return count
  }

  function listForemost(allowed?: Allowed): number {
    const from = allowed ? listed : met
    const size = allowed ? listAll(allowed) : metCount
    const count = listFrom(from, size, leastOf(from, Math.min(size, sampled)))
    return listFrom(listed, count, leastOf(listed, count))
  }

  /** Lists those of the first questions of `from`, which may be the list itself, that reach a score. */
  function listFrom(from: Uint32Array, size: number, least: number): number {
    leastScore[0] = least
    const below = (leastBits[0] as number) - 1
    let count = 0
    for (let at = 0; at < size; at++) {
      const question = from[at] as number
      listed[count] = question
      count += (below - (bits[question] as number)) >>> 31
    }
    return count
  }

  /** A score that `mostForemost` of the first questions reach; by a histogram, since sorting would cost more than the search. */
  function leastOf(from: Uint32Array, size: number): number {
    histogram.fill(0)
    for (let at = 0; at < size; at++) {
      const bucket = Math.min(buckets - 1, ((sums[from[at] as number] as number) * buckets) | 0)
      histogram[bucket] = (histogram[bucket] as number) + 1
    }
    let low = buckets
    for (let reached = 0; low > 0 && reached < mostForemost; ) reached += histogram[--low] as number
    return low / buckets
  }

  function clear(): void {
    for (let at = 0; at < metCount; at++) sums[met[at] as number] = 0
    metCount = 0
  }
}
