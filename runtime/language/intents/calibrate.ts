import { logistic, sigmoid } from './logistic.ts'
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
  /** An intent that was learned, one that was hidden, or what was taught as nobody's business. */
  wants: 'known' | 'hidden' | 'foreign'
  /** The best intent is the one it wants; and the best is what was taught as nobody's business. */
  right: boolean
  refused: boolean
  /** How alike it is to the most similar utterance of its intent, 0–1; 0 = not looked at. */
  alike: number
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
/** Share of them that is as far away as what the shop itself taught as nobody's business, where it did. */
const farAway = 1 / 3
const enoughForeign = 20
/** So many of a shop's own messages may be doubted for unknown words; never those that know so much. */
const mayBeDoubted = 0.2
/** Fewer where the shop taught what is nobody's business: then the model knows strangers by itself. */
const mayBeDoubtedBeside = 0.1
const knownEnough = 0.35
/**
 * What shoppers ask is usually this alike to something taught, on average, where much is taught. Utterances whose near
 * copies were weeded out are less alike than that to each other: as trials they are harder than life.
 */
const usuallyAlike = 0.55
const steepest = 6
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

/** Fits both curves to the trials, with slopes that never turn around. */
export function calibrate(trials: readonly Trial[]): Calibration {
  const count = (wants: Trial['wants']) => trials.filter((trial) => trial.wants === wants).length
  if (count('known') < 5 || count('hidden') < 5) return usual
  const hasForeign = count('foreign') >= 5
  const usuallyKnown = usualShare(trials, hasForeign ? mayBeDoubtedBeside : mayBeDoubted)
  const tilt = tiltOf(trials)
  // what is taken for nobody's business is refused by that alone: the curve and the threshold are for all others
  const open = trials.filter((trial) => !trial.refused)
  const [scopeOffset, scopeSlope] = logistic(
    open.map((trial) => [trial.fit]),
    open.map((trial) => trial.wants === 'known'),
    weightsOf(open, strangers, tilt),
    [usual.scope.offset, usual.scope.slope],
  )
  const [offset, slope, lead] = logistic(
    trials.map((trial) => [trial.fit, trial.margin]),
    trials.map((trial) => trial.right),
    weightsOf(trials, strangers, tilt),
    [usual.right.offset, usual.right.slope, usual.right.lead],
  )
  const scope = { offset: scopeOffset ?? 0, slope: scopeSlope ?? 0 }
  return {
    scope,
    right: { offset: offset ?? 0, slope: slope ?? 0, lead: lead ?? 0 },
    usuallyKnown,
    threshold: bestThreshold(open, weightsOf(open, guarded, tilt), scope),
  }
}

/** What each trial counts, so that strangers have their share, and messages are as alike to what was taught as they usually are. */
function weightsOf(trials: readonly Trial[], share: number, tilt: number): number[] {
  const raw = trials.map((trial) => (trial.wants === 'known' ? Math.exp(tilt * trial.alike) : 1))
  const sums = { known: 0, hidden: 0, foreign: 0 }
  const known = trials.filter(({ wants }) => wants === 'known').length
  trials.forEach(({ wants }, index) => {
    sums[wants] += raw[index] as number
  })
  // a few of them must not speak for all
  const far = farAway * Math.min(1, sums.foreign / enoughForeign)
  const parts = { known: 1 - share, hidden: share * (1 - far), foreign: share * far }
  return trials.map(({ wants }, index) => ((raw[index] as number) * known * parts[wants]) / sums[wants])
}

/** How much steeper than evenly trials count with their likeness, so that they are as alike as is usual; 0 where they are anyway. */
function tiltOf(trials: readonly Trial[]): number {
  const likenesses = trials.flatMap(({ wants, alike }) => (wants === 'known' && alike > 0 ? [alike] : []))
  const meanAt = (tilt: number) => {
    let sum = 0
    let weights = 0
    for (const alike of likenesses) {
      const weight = Math.exp(tilt * alike)
      sum += weight * alike
      weights += weight
    }
    return sum / weights
  }
  if (likenesses.length === 0 || meanAt(0) >= usuallyAlike) return 0
  let low = 0
  let high = steepest
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2
    if (meanAt(middle) < usuallyAlike) low = middle
    else high = middle
  }
  return low
}

function usualShare(trials: readonly Trial[], doubted: number): number {
  const shares = trials
    .filter((trial) => trial.wants === 'known')
    .map((trial) => trial.knownTelling)
    .sort((a, b) => a - b)
  return Math.min(knownEnough, shares[Math.floor(doubted * shares.length)] ?? 0)
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
    gain += trial.wants !== 'known' ? weight : trial.right ? -weight : 0
    return gain
  })
  const best = gains.reduce((most, each) => Math.max(most, each), 0)
  if (best === 0) return 0
  // the very best step is chance: the middle of all that are about as good
  const slack = nearlyBest * weights.reduce((sum, each) => sum + each, 0)
  const good = order.filter((_, index) => (gains[index] as number) >= best - slack)
  return good.reduce((sum, { p }) => sum + p, 0) / good.length
}
