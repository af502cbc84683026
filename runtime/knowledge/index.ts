import { type Answers, answersInSteps } from './answers.ts'
import { type Entry, mostAnswer } from './entries.ts'
import { type Favour, learnFavour } from './favour.ts'
import { createQueries } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch } from './search.ts'
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
  /** How close a stored question comes to another article than its own, on average, 0–1. */
  crowding: number
  /** Absent where too little is there to learn from, and in an addition. */
  favour?: Favour
  wishes: Wishes
}

/** Articles looked at to learn how crowded a library is. */
const mostSampled = 200

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
  const crowding = frozen?.crowding ?? crowdingOf(questions, words, reader)
  return { size: entries.length, words, sounds, answers, crowding, wishes, ...(favour ? { favour } : {}) }
}

/** Where articles are many and alike, closeness means less: this tells how much. */
function crowdingOf(questions: readonly (readonly string[])[], words: Segment, reader: ReturnType<typeof createReader>): number {
  const makeQuery = createQueries()
  const search = createSearch(words)
  const step = Math.max(1, Math.ceil(questions.length / mostSampled))
  let sum = 0
  let sampled = 0
  for (let article = 0; article < questions.length; article += step) {
    const own = questions[article] ?? []
    const found = search.find(makeQuery(reader.read(own[article % own.length] ?? ''), words))
    sum += found.reduce((most, each) => (each.article === article ? most : Math.max(most, each.closeness)), 0)
    sampled++
  }
  return sampled === 0 ? 0 : sum / sampled
}
