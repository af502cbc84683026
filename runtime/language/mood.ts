import type { Perception } from '../../schemas/perception.ts'
import shipped from './mood/model.json' with { type: 'json' }
import { createMoodReader, decodeMood, type MoodArtifact, type MoodScores } from './mood/model.ts'

let reader: ((text: string) => MoodScores) | undefined

/** Reads a message's mood: polarity, and anger, anxiety and urgency from 0 to 1. */
export function readMood(text: string): Perception['mood'] {
  return moodOf(scoresOf(text))
}

/** Trained scores and lexicon as one mood: the lexicon explains, the model tells how likely. */
export function moodOf({ tones: { strength }, polarity, anger, urgency }: MoodScores): Perception['mood'] {
  return {
    polarity,
    anger: together(strength.anger, anger),
    anxiety: rounded(Math.min(1, strength.anxiety + 0.3 * strength.waiting * strength.urgency)),
    urgency: together(strength.urgency, urgency),
  }
}

/** Why a mood was read: words of the lexicon with what they tell, and the probability of each polarity. */
export function explainMood(text: string): MoodScores {
  return scoresOf(text)
}

/** 0–1: how much a message complains without saying so: a broken promise, a long wait, the same thing again. */
export function hiddenComplaint(text: string): number {
  const { tones, negative, anger } = scoresOf(text)
  const { expectation, waiting, repetition } = tones.strength
  const signs = 1 - (1 - 0.6 * expectation) * (1 - 0.5 * waiting) * (1 - 0.4 * repetition)
  // what is said outright is a complaint, not a hidden one
  return rounded(Math.min(1, signs * (0.5 + negative)) * (1 - 0.5 * Math.max(anger, tones.strength.anger)))
}

function scoresOf(text: string): MoodScores {
  reader ??= createMoodReader(decodeMood(shipped as MoodArtifact))
  return reader(text)
}

function together(said: number, likely: number): number {
  return rounded((said + likely) / 2)
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
