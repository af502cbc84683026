import { type Polarity, polarities } from '../../../schemas/mood.ts'
import { normalise } from '../normalise.ts'
import { figureCount, moodFeatures } from './features.ts'
import { learn, type MoodLesson, type MoodWeights, mean, probabilities } from './learn.ts'
import { lexicon } from './lexicon.ts'
import { createToneReader, type Tones } from './tones.ts'

/** A labelled message; flags are undefined where nobody labelled them. */
export interface MoodSentence {
  text: string
  polarity: Polarity
  anger?: boolean | undefined
  urgency?: boolean | undefined
}

/** What a model says of one message; probabilities 0–1. */
export interface MoodScores {
  /** The message as it was read. */
  text: string
  tones: Tones
  polarity: Polarity
  positive: number
  neutral: number
  negative: number
  anger: number
  urgency: number
}

/** Plain data: `gaps` are one byte a row, how many pieces it skips, 255 for as many and no row yet; `values` are one byte a head, each head with its own scale. Both base64. */
export interface MoodArtifact {
  version: 2
  bits: number
  heads: number
  scales: number[]
  figures: number[]
  gaps: string
  values: string
}

const shippedTones = createToneReader(lexicon)
const flagCount = 2
/** Anger and haste come in words nobody taught: they are flagged best from 0.4 on, which this factor of the odds makes 0.5. */
const boldness = 1.5
/** A gap of this many pieces or more goes on in the next byte. */
const skip = 255

/** Chat lines are short and few: their words are kept light, and must often do without the lexicon, or they would learn to lean on it alone. */
const chatHabits = { decay: 0.001, hide: 0.5, epochs: 12, rate: 0.4 }

/** Learns from labelled messages; thousands of long reviews get a wider hash than a thousand chat lines. */
export function trainMood(sentences: readonly MoodSentence[]): MoodWeights {
  const bits = sentences.reduce((sum, each) => sum + each.text.length, 0) > 500_000 ? 21 : 19
  const lessons = sentences.map(({ text, polarity, anger, urgency }): MoodLesson => {
    const plain = normalise(text)
    return { features: moodFeatures(plain, shippedTones(plain), bits), label: polarities.indexOf(polarity), flags: [anger, urgency] }
  })
  const flagged = sentences.some((each) => each.anger !== undefined || each.urgency !== undefined)
  // a few thousand unflagged sentences of reviews are learned by heart at a higher rate
  const rate = flagged || sentences.length > 5_000 ? 0.2 : 0.05
  const habits = { bits, classes: polarities.length, flags: flagged ? flagCount : 0, epochs: 8, rate }
  if (!flagged) return learn(lessons, habits)
  const common = seenTwice(lessons, bits)
  const taught = (seed: number) => learn(common, { ...habits, ...chatHabits, seed })
  return bolder(mean([taught(7), taught(1_007), taught(2_007)]))
}

/** Multiplies the odds of anger and of urgency. */
function bolder(weights: MoodWeights): MoodWeights {
  const figures = weights.figures.slice()
  for (let head = weights.classes; head < weights.heads; head++) figures[head] = (figures[head] as number) + Math.log(boldness)
  return { ...weights, figures }
}

/** Without the pieces that only one message has: they tell of nothing else, and half of the model would be theirs. */
function seenTwice(lessons: readonly MoodLesson[], bits: number): MoodLesson[] {
  const seen = new Uint8Array(1 << bits)
  for (const { features } of lessons) for (const piece of features.pieces) seen[piece] = Math.min(2, (seen[piece] as number) + 1)
  return lessons.map((lesson) => ({
    ...lesson,
    features: { ...lesson.features, pieces: lesson.features.pieces.filter((piece) => (seen[piece] as number) > 1) },
  }))
}

/** Reads messages by trained weights. @param among classes that may be answered · @param tonesOf the lexicon's reader; the shipped one unless given */
export function createMoodReader(
  weights: MoodWeights,
  { among = polarities, tonesOf = shippedTones }: { among?: readonly Polarity[]; tonesOf?: (text: string) => Tones } = {},
): (text: string) => MoodScores {
  const scores = new Float64Array(weights.heads)
  const allowed = polarities.map((each) => among.includes(each))
  return (text) => {
    const plain = normalise(text)
    const tones = tonesOf(plain)
    probabilities(weights, moodFeatures(plain, tones, weights.bits), scores)
    if (tones.push) pushOdds(scores, tones.push)
    let best = -1
    for (let at = 0; at < polarities.length; at++)
      if (allowed[at] && (best < 0 || (scores[at] as number) > (scores[best] as number))) best = at
    return {
      text: plain,
      tones,
      polarity: polarities[best] ?? 'neutral',
      positive: scores[0] ?? 0,
      neutral: scores[1] ?? 0,
      negative: scores[2] ?? 0,
      anger: scores[3] ?? tones.strength.anger,
      urgency: scores[4] ?? tones.strength.urgency,
    }
  }
}

/** What the operator's own words add to the odds of the classes and flags. */
function pushOdds(scores: Float64Array, push: NonNullable<Tones['push']>): void {
  const at = (place: number) => scores[place] as number
  const up = [at(0) * Math.exp(push.positive), at(1), at(2) * Math.exp(push.negative)]
  const total = up.reduce((sum, each) => sum + each, 0)
  up.forEach((each, place) => {
    scores[place] = each / total
  })
  const flags = [push.anger, push.urgency]
  flags.forEach((by, flag) => {
    const place = polarities.length + flag
    if (by === 0 || place >= scores.length) return
    const odds = (at(place) / Math.max(1e-12, 1 - at(place))) * Math.exp(by)
    scores[place] = odds / (1 + odds)
  })
}

export function encodeMood(weights: MoodWeights): MoodArtifact {
  const { heads } = weights
  const scales = Array.from({ length: heads }, () => 0)
  for (let at = 0; at < weights.pieces.length; at++) {
    const head = at % heads
    scales[head] = Math.max(scales[head] as number, Math.abs(weights.pieces[at] as number) / 127)
  }
  const gaps: number[] = []
  const values: number[] = []
  let next = 0
  for (let piece = 0; piece < weights.pieces.length / heads; piece++) {
    const row = scales.map((scale, head) => (scale === 0 ? 0 : Math.round((weights.pieces[piece * heads + head] as number) / scale)))
    // what is this small never turns a decision
    if (row.every((value) => Math.abs(value) < 3)) continue
    for (; piece - next >= skip; next += skip) gaps.push(skip)
    gaps.push(piece - next)
    next = piece + 1
    values.push(...row)
  }
  const rounded = (value: number) => Number(value.toFixed(6))
  return {
    version: 2,
    bits: weights.bits,
    heads,
    scales: scales.map(rounded),
    figures: [...weights.figures].map(rounded),
    gaps: Buffer.from(gaps).toString('base64'),
    values: Buffer.from(new Int8Array(values).buffer).toString('base64'),
  }
}

/** @throws when the artifact was made for other figures than this version reads */
export function decodeMood(artifact: MoodArtifact): MoodWeights {
  const { bits, heads, scales } = artifact
  if (artifact.figures.length !== figureCount * heads) throw new Error('The mood model does not fit this version: train it again.')
  const values = Buffer.from(artifact.values, 'base64')
  const pieces = new Float32Array((1 << bits) * heads)
  let piece = 0
  let row = 0
  for (const gap of Buffer.from(artifact.gaps, 'base64')) {
    piece += gap
    if (gap === skip) continue
    for (let head = 0; head < heads; head++) pieces[piece * heads + head] = values.readInt8(row * heads + head) * (scales[head] as number)
    piece++
    row++
  }
  return { bits, classes: polarities.length, heads, pieces, figures: Float64Array.from(artifact.figures) }
}
