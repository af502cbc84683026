import type { Rank } from './rank.ts'
import type { Weighed } from './rows.ts'

/** What a score tells, as two curves: is it any of the known intents, and is it the best one. */
export interface Calibration {
  /** p(in scope) = σ(offset + slope · fit) */
  scope: { offset: number; slope: number }
  /** p(best one is right) = σ(offset + slope · fit + lead · margin) */
  right: { offset: number; slope: number; lead: number }
  /** Less of the telling words known than this share is less than a message of this shop usually has, and is trusted less. */
  usuallyKnown: number
  /** p(in scope) below which a message is taken to want none of the intents. */
  threshold: number
}

/** One message that the model did not learn from, and what became of it. */
export interface Trial {
  fit: number
  knownTelling: number
  margin: number
  inScope: boolean
  right: boolean
}

/** How sure to be with few intents, from the starter intents taken one to four at a time: starting point, and all there is where trials are few. */
export const usual: Calibration = {
  scope: { offset: -1.1, slope: 2 },
  right: { offset: -3.2, slope: 2.1, lead: 1.8 },
  usuallyKnown: 0.3,
  threshold: 0.6,
}
/** Share of messages that want none of the intents: what a confidence counts on, and what the threshold guards against. */
const strangers = 0.05
const guarded = 0.12
const pull = 2
/** So many of a shop's own messages may be doubted for unknown words; never those that know so much. */
const mayBeDoubted = 0.2
const knownEnough = 0.35
/** Share of decisions by which a threshold may be worse than the best one. */
const nearlyBest = 0.003

/** How well a message fits: the best score, by itself and above its followers, and how much of its words is known; longer ones weigh more. */
export function fitOf({ top, lead }: Rank, { knownWords, knownMass }: Pick<Weighed, 'knownWords' | 'knownMass'>, length: number): number {
  return (top + lead) / 2 + 0.6 * knownMass + 0.5 * knownWords + 0.07 * Math.log(1 + length / 10)
}

/**
 * What remains, 0–1, of the confidence when the words that tell most were never taught: a frame of common words fits
 * anything. The curves cannot learn this: their strangers are intents of the same shop, who use its words.
 */
export function trust(knownTelling: number, usuallyKnown: number): number {
  return knownTelling >= usuallyKnown ? 1 : (knownTelling / usuallyKnown) ** 1.5
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** Fits both curves to the trials, with slopes that never turn around. */
export function calibrate(trials: readonly Trial[]): Calibration {
  const known = trials.filter((trial) => trial.inScope).length
  const unknown = trials.length - known
  if (known < 5 || unknown < 5) return usual
  const usuallyKnown = usualShare(trials)
  const weightsFor = (share: number) => trials.map((trial) => (trial.inScope ? 1 - share : (share * known) / unknown))
  const weights = weightsFor(strangers)
  const [scopeOffset, scopeSlope] = logistic(
    trials.map((trial) => [trial.fit]),
    trials.map((trial) => trial.inScope),
    weights,
    [usual.scope.offset, usual.scope.slope],
  )
  const [offset, slope, lead] = logistic(
    trials.map((trial) => [trial.fit, trial.margin]),
    trials.map((trial) => trial.right),
    weights,
    [usual.right.offset, usual.right.slope, usual.right.lead],
  )
  const scope = { offset: scopeOffset ?? 0, slope: scopeSlope ?? 0 }
  return {
    scope,
    right: { offset: offset ?? 0, slope: slope ?? 0, lead: lead ?? 0 },
    usuallyKnown,
    threshold: bestThreshold(trials, weightsFor(guarded), scope),
  }
}

function usualShare(trials: readonly Trial[]): number {
  const shares = trials
    .filter((trial) => trial.inScope)
    .map((trial) => trial.knownTelling)
    .sort((a, b) => a - b)
  return Math.min(knownEnough, shares[Math.floor(mayBeDoubted * shares.length)] ?? 0)
}

/** Newton steps of a weighted logistic curve pulled towards `start`; all but the first coefficient stay ≥ 0. */
function logistic(inputs: number[][], truths: boolean[], weights: number[], start: number[]): number[] {
  const size = start.length
  const rows = inputs.map((input) => [1, ...input])
  const lossOf = (values: number[]) => {
    let loss = 0
    values.forEach((value, index) => {
      loss += (pull / 2) * (value - (start[index] as number)) ** 2
    })
    rows.forEach((row, trial) => {
      const sum = dot(row, values)
      loss += (weights[trial] as number) * Math.log1p(Math.exp(truths[trial] ? -sum : sum))
    })
    return loss
  }
  let values = [...start]
  let loss = lossOf(values)
  for (let round = 0; round < 40; round++) {
    const change = solve(...slopeOf(values))
    // a full step may overshoot where the curve is flat: halve it until it helps
    let share = 1
    let next = values
    let nextLoss = loss
    do {
      next = values.map((value, index) =>
        index === 0 ? value - share * (change[index] as number) : Math.max(0, value - share * (change[index] as number)),
      )
      nextLoss = lossOf(next)
      share /= 2
    } while (nextLoss > loss && share > 1e-4)
    if (nextLoss >= loss - 1e-7) break
    values = next
    loss = nextLoss
  }
  return values

  function slopeOf(at: number[]): [number[][], number[]] {
    const gradient = at.map((value, index) => pull * (value - (start[index] as number)))
    const curvature = at.map((_, row) => at.map((__, column) => (row === column ? pull : 0)))
    rows.forEach((row, trial) => {
      const p = sigmoid(dot(row, at))
      const error = (weights[trial] as number) * (p - (truths[trial] ? 1 : 0))
      const bend = (weights[trial] as number) * Math.max(1e-4, p * (1 - p))
      for (let one = 0; one < size; one++) {
        gradient[one] = (gradient[one] as number) + error * (row[one] as number)
        const line = curvature[one] as number[]
        for (let two = 0; two < size; two++) line[two] = (line[two] as number) + bend * (row[one] as number) * (row[two] as number)
      }
    })
    return [curvature, gradient]
  }
}

function dot(one: number[], two: number[]): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] as number) * (two[index] as number)
  return sum
}

/** Gaussian elimination of a small, positive definite system. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, index) => [...row, right[index] as number])
  for (let pivot = 0; pivot < size; pivot++) {
    const line = rows[pivot] as number[]
    for (let below = pivot + 1; below < size; below++) {
      const other = rows[below] as number[]
      const factor = (other[pivot] as number) / (line[pivot] as number)
      for (let column = pivot; column <= size; column++) other[column] = (other[column] as number) - factor * (line[column] as number)
    }
  }
  const found = new Array<number>(size).fill(0)
  for (let pivot = size - 1; pivot >= 0; pivot--) {
    const line = rows[pivot] as number[]
    let sum = line[size] as number
    for (let column = pivot + 1; column < size; column++) sum -= (line[column] as number) * (found[column] as number)
    found[pivot] = sum / (line[pivot] as number)
  }
  return found
}

/** The threshold with the most right decisions: known messages answered right, strangers sent away. */
function bestThreshold(trials: readonly Trial[], weights: number[], scope: Calibration['scope']): number {
  const order = trials
    .map((trial, index) => ({
      p: sigmoid(scope.offset + scope.slope * trial.fit),
      trial,
      weight: weights[index] as number,
    }))
    .sort((a, b) => a.p - b.p)
  // everything is answered at first; each step refuses one more
  let gain = 0
  const gains = order.map(({ trial, weight }) => {
    gain += trial.inScope ? (trial.right ? -weight : 0) : weight
    return gain
  })
  const best = gains.reduce((most, each) => Math.max(most, each), 0)
  if (best === 0) return 0
  // the very best step is chance: the middle of all that are about as good
  const slack = nearlyBest * weights.reduce((sum, each) => sum + each, 0)
  const good = order.filter((_, index) => (gains[index] as number) >= best - slack)
  return good.reduce((sum, { p }) => sum + p, 0) / good.length
}
