import { type Answers, answersInSteps } from './answers.ts'
import { type Entry, mostAnswer } from './entries.ts'
import { type Favour, learnFavour } from './favour.ts'
import { createReader } from './reader.ts'
import { type Segment, segmentInSteps } from './segment.ts'
import { finished } from './steps.ts'
import { type Wishes, wishesInSteps } from './wishes.ts'
import { type Cutter, wordsOf } from './words.ts'

/** An index over normalised entries, by their place in the list: plain arrays that a worker can hand over. */
export interface Index {
  size: number
  words: Segment
  sounds: Segment
  answers: Answers
  /** Absent where too little is there to learn from, and in an addition. */
  favour?: Favour
  wishes: Wishes
}

interface IndexOptions {
  /** The index that it adds to, whose rarities it goes by. */
  frozen?: Index
  cut?: Cutter
}

/** Builds the index. */
export function buildIndex(entries: readonly Entry[], options: IndexOptions = {}): Index {
  return finished(indexInSteps(entries, options))
}

/** The same in steps of a millisecond or two. */
export function* indexInSteps(entries: readonly Entry[], { frozen, cut = wordsOf }: IndexOptions = {}): Generator<void, Index, void> {
  const reader = createReader({ cut })
  const questions = entries.map((entry) => entry.questions)
  const words = yield* segmentInSteps(questions, reader.read, frozen?.words)
  const sounds = yield* segmentInSteps(questions, reader.readSounds, frozen?.sounds)
  const answers = yield* answersInSteps(
    entries.map((entry) => entry.answer),
    (text) => reader.readAnswer(text, mostAnswer),
    frozen?.answers,
  )
  const favour = frozen ? undefined : learnFavour(questions, words)
  const wishes = yield* wishesInSteps(questions, frozen?.wishes)
  return { size: entries.length, words, sounds, answers, wishes, ...(favour ? { favour } : {}) }
}
