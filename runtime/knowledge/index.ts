import { type Answers, buildAnswers } from './answers.ts'
import { type Favour, learnFavour } from './favour.ts'
import { createReader } from './reader.ts'
import { buildSegment, type Segment } from './segment.ts'

/** What is indexed of an article, in one language, normalised. */
export interface Entry {
  questions: string[]
  answer: string
}

/** An index over entries, by their place in the list: plain arrays that a worker can hand over. */
export interface Index {
  size: number
  words: Segment
  sounds: Segment
  answers: Answers
  /** Absent where too little is there to learn from, and in an addition. */
  favour?: Favour
}

const mostAnswer = 4_000

/** Builds the index; `frozen` = the one that it adds to, whose rarities it goes by. */
export function buildIndex(entries: readonly Entry[], frozen?: Index): Index {
  const reader = createReader()
  const questions = entries.map((entry) => entry.questions)
  const words = buildSegment(questions, reader.read, frozen?.words)
  const favour = frozen ? undefined : learnFavour(words)
  return {
    size: entries.length,
    words,
    sounds: buildSegment(questions, reader.readSounds, frozen?.sounds),
    answers: buildAnswers(
      entries.map((entry) => entry.answer),
      (text) => reader.readAnswer(text, mostAnswer),
      frozen?.answers,
    ),
    ...(favour ? { favour } : {}),
  }
}
