import type { MoodCorrection, MoodExplanation, MoodWord } from '../../schemas/mood.ts'
import type { Perception } from '../../schemas/perception.ts'
import { correctMood } from './mood/correct.ts'
import type { MoodWeights } from './mood/learn.ts'
import { lexicon } from './mood/lexicon.ts'
import shipped from './mood/model.json' with { type: 'json' }
import { createMoodReader, decodeMood, type MoodArtifact, type MoodScores } from './mood/model.ts'
import { createToneReader } from './mood/tones.ts'

/** Reads moods, and says why. */
export interface MoodReader {
  /** Polarity, and anger, anxiety and urgency from 0 to 1. */
  readMood(text: string): Perception['mood']
  /** The same with the words of the lexicon that spoke and the model's own opinion. */
  explainMood(text: string): MoodExplanation
  /** 0–1: how much a message complains without saying so: a broken promise, a long wait, the same thing again. */
  hiddenComplaint(text: string): number
}

let model: MoodWeights | undefined
let reader: MoodReader | undefined

/**
 * A reader that knows the operator's words and corrections beside what ships. Takes a few milliseconds and no waiting, so
 * it is built anew on every edit.
 * @param own words to add, or to take the place of the shipped one with the same word and kind; strength 0 switches off
 * @param corrections messages with the mood an operator gave them; each counts as if it had been taught from the start
 */
export function createMood(own: readonly MoodWord[] = [], corrections: readonly MoodCorrection[] = []): MoodReader {
  model ??= decodeMood(shipped as MoodArtifact)
  const tonesOf = createToneReader(lexicon, own)
  const weights = corrections.length > 0 ? correctMood(model, corrections, tonesOf) : model
  const scoresOf = createMoodReader(weights, { tonesOf })
  return {
    readMood: (text) => moodOf(scoresOf(text)),
    hiddenComplaint: (text) => hiddenIn(scoresOf(text)),
    explainMood: (text) => explain(scoresOf(text)),
  }
}

/** Reads a message's mood by what ships. */
export function readMood(text: string): Perception['mood'] {
  reader ??= createMood()
  return reader.readMood(text)
}

/** Trained scores and lexicon as one mood. */
export function moodOf({ tones: { strength }, polarity, anger, urgency }: MoodScores): Perception['mood'] {
  return {
    polarity,
    // anger that no listed word tells never gives a conversation to people by itself
    anger: rounded(anger, strength.anger > 0 ? 1 : 0.75),
    anxiety: rounded(strength.anxiety + 0.3 * strength.waiting * strength.urgency),
    urgency: rounded(urgency),
  }
}

function hiddenIn({ tones, negative, anger }: MoodScores): number {
  const { expectation, waiting, repetition } = tones.strength
  const signs = 1 - (1 - 0.6 * expectation) * (1 - 0.5 * waiting) * (1 - 0.4 * repetition)
  // what is said outright is a complaint, not a hidden one
  return rounded(Math.min(1, signs * (0.5 + negative)) * (1 - 0.5 * Math.max(anger, tones.strength.anger)))
}

function explain(scores: MoodScores): MoodExplanation {
  const { text, tones, positive, neutral, negative, anger, urgency } = scores
  return {
    text,
    mood: moodOf(scores),
    hiddenComplaint: hiddenIn(scores),
    words: tones.hits.map((hit) => ({ ...hit, strength: rounded(hit.strength, 2) })),
    likelihood: {
      positive: rounded(positive),
      neutral: rounded(neutral),
      negative: rounded(negative),
      anger: rounded(anger),
      urgency: rounded(urgency),
    },
  }
}

function rounded(value: number, most = 1): number {
  return Math.round(Math.min(most, Math.max(0, value)) * 1_000) / 1_000
}
