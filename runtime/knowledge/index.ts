import { type Answers, buildAnswers } from './answers.ts'
import { type Favour, learnFavour } from './favour.ts'
import { createQueries } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch } from './search.ts'
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
  /** How close a stored question comes to another article than its own, on average, 0–1. */
  crowding: number
  /** Absent where too little is there to learn from, and in an addition. */
  favour?: Favour
}

const mostAnswer = 4_000
/** Articles looked at to learn how crowded a library is. */
const mostSampled = 200

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
    crowding: frozen?.crowding ?? crowdingOf(questions, words),
    ...(favour ? { favour } : {}),
  }
}

/** Where articles are many and alike, closeness means less: this tells how much. */
function crowdingOf(questions: readonly (readonly string[])[], words: Segment): number {
  const reader = createReader()
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
