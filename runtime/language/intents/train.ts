import { outOfScope } from '../classify.ts'
import { normalise } from '../normalise.ts'
import { soundOf } from '../pinyin.ts'
import { type Calibration, calibrate, type Trial } from './calibrate.ts'
import { compact } from './compact.ts'
import { examplesOf, type Lesson, sourceOf } from './examples.ts'
import { learn } from './learn.ts'
import { type IntentModel, modelVersion } from './model.ts'
import { bare, phraseTable } from './phrases.ts'
import { createReader } from './reader.ts'
import { countAll } from './rows.ts'
import { wordsOf } from './spelling.ts'
import { createTable } from './table.ts'
import { tryOut } from './trials.ts'

export interface TrainOptions {
  seed?: number
  /** Called with the share done, 0–1, from time to time. */
  progress?: (share: number) => void
  /** How far to trust itself, where that is known from nearly the same lessons: nothing is tried out, which is a third of the work. */
  calibration?: Calibration
  /** Passes over the lessons. */
  epochs?: number
}

/** Learns to tell the intents apart, and how far to trust itself. The same model for the same lessons and seed. */
export function train(lessons: readonly Lesson[], options: TrainOptions = {}): IntentModel {
  const { seed = 1, progress, epochs = 8 } = options
  const examples = examplesOf(lessons)
  const table = createTable(examples.texts.length * 20)
  const counts = countAll(examples.texts, createReader(soundOf), table)
  const foreign = lessons.findIndex(({ id }) => id === outOfScope)
  const task = { examples, counts, classes: lessons.length, foreign, features: table.size, seed }
  const rounds = options.calibration ? 0 : roundsFor(examples.texts.length)
  const total = rounds * 0.5 + 1
  const trials: Trial[] = []
  for (let round = 0; round < rounds; round++) {
    trials.push(...tryOut(task, round, rounds))
    progress?.(((round + 1) * 0.5) / total)
  }
  const learned = learn(
    task,
    examples.labels.map((_, row) => row),
    epochs,
    (share) => progress?.((rounds * 0.5 + share) / total),
  )
  const small = compact(learned.weights, lessons.length, table.hashes(), learned.rarity)
  const { scaleStep, rarityLeast, rarityStep, ...arrays } = small
  return {
    head: {
      version: modelVersion,
      source: sourceOf(lessons),
      intents: lessons.map((lesson) => lesson.id),
      calibration: options.calibration ?? calibrate(trials),
      keywords: lessons
        .flatMap((lesson, intent) => (lesson.keywords ?? []).map((keyword) => ({ intent, text: normalise(keyword) })))
        .filter((each) => each.text !== ''),
      words: wordsOf(examples.texts),
      examples: examples.utterances,
      rows: examples.texts.length,
      scaleStep,
      rarityLeast,
      rarityStep,
    },
    ...arrays,
    ...phraseTable(
      examples.texts.slice(0, examples.utterances).map((text, row) => ({ text: bare(text), intent: examples.labels[row] as number })),
    ),
  }
}

/** Small sets are tried out more often: they have few rows to learn trust from, and cost little. */
function roundsFor(rows: number): number {
  return rows <= 1_000 ? 15 : rows <= 1_500 ? 10 : rows <= 3_000 ? 3 : rows <= 6_000 ? 2 : 1
}
