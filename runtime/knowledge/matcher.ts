import { createAnswerScorer } from './answers.ts'
import { confidenceOf, type Signals } from './confidence.ts'
import { createFavourScorer } from './favour.ts'
import type { Index } from './index.ts'
import { createQueries, type Query } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch, type Found, type Search } from './search.ts'
import { createLikeness } from './wishes.ts'

/** An article of the index that may answer. */
export interface Match {
  /** Its place: of the base, or of the addition when `added`. */
  article: number
  added: boolean
  /** Closeness of its questions, 0–1. */
  closeness: number
  /** How much the question and its questions want the same, 0–1. */
  likeness: number
  /** What it is ranked by: closeness, likeness, and a little for an answer that speaks of the same. */
  rank: number
  /** Which of its questions is closest, from 0. */
  question: number
  /** It was asked word for word. */
  same: boolean
}

export interface Matches {
  /** Best first. */
  matches: Match[]
  /** The chance, 0–1, that the best one is right. */
  confidence: number
  /** What that chance was told by; absent when nothing was found, or the best was asked word for word. */
  signals: Signals | undefined
  /** Share of the question's weight that any question of the index has. */
  known: number
}

export type Allowed = (article: number, added: boolean) => boolean

/** Below this share of known words homophones are tried: typed by sound, a word looks unknown. */
const soundsBelow = 0.6
const soundShare = 0.35
const answerShare = 0.02
/** How much what was learned counts beside closeness. */
const favourShare = 0.75
/** Part of the rank that wanting the same counts. */
const likenessShare = 0.4
const mostMatches = 48

/** An index with the arrays that searching it needs: making them takes milliseconds when it is large, so they are kept. */
export interface Seeker {
  index: Index
  words: Search
  sounds: Search
  answers: ReturnType<typeof createAnswerScorer>
  favour: ReturnType<typeof createFavourScorer> | undefined
  likeness: ReturnType<typeof createLikeness>
}

export function createSeeker(index: Index): Seeker {
  return {
    index,
    words: createSearch(index.words),
    sounds: createSearch(index.sounds),
    answers: createAnswerScorer(index.answers),
    favour: index.favour && createFavourScorer(index.favour, index.words.table),
    likeness: createLikeness(index.wishes),
  }
}

/**
 * Finds articles in a base index and a small one added to it since, as if they were one.
 * @param reader reads questions as the index's own were read
 * @returns a function of a normalised question; one search at a time
 */
export function createMatcher(baseSeeker: Seeker, addedSeeker?: Seeker, reader = createReader()) {
  const wordQuery = createQueries()
  const soundQuery = createQueries()
  const base = baseSeeker.index
  const added = addedSeeker?.index
  // what was learned knows nothing of the addition: until the next build closeness alone decides
  const favour = added ? undefined : baseSeeker.favour
  const parts = [baseSeeker, ...(addedSeeker ? [addedSeeker] : [])].map((seeker, number) => ({
    ...seeker,
    added: number === 1,
    starts: seeker.index.words.articleStarts,
  }))

  return (text: string, allowed?: Allowed): Matches => {
    const query = wordQuery(reader.read(text), base.words, added?.words.table)
    const bySound = query.known < soundsBelow ? soundQuery(reader.readSounds(text), base.sounds, added?.sounds.table) : undefined
    const matches: Match[] = []
    for (const part of parts) {
      const may = allowed && ((article: number) => allowed(article, part.added))
      const likeness = part.likeness(text)
      for (const { article, closeness, question, same } of search(part, query, bySound, may)) {
        const alike = likeness?.(article) ?? 0
        const rank = nearness({ closeness, likeness: alike })
        const place = question - (part.starts[article] as number)
        insert(matches, { article, added: part.added, closeness, likeness: alike, rank, question: place, same })
      }
    }
    matches.length = Math.min(matches.length, mostMatches)
    const favours = favour?.(text, query)
    const asked = reader.readAnswer(text, text.length)
    for (const part of parts) part.answers.ask(asked)
    for (const match of matches) match.rank += fromAnswer(match) + favourShare * (favours?.[match.article] ?? 0)
    matches.sort((a, b) => Number(b.same) - Number(a.same) || b.rank - a.rank)
    const signals = signalsOf(query, matches, favours)
    return { matches, signals, confidence: signals ? confidenceOf(signals) : matches.length > 0 ? 1 : 0, known: query.known }
  }

  function signalsOf(query: Query, matches: readonly Match[], favours: Float32Array | undefined): Signals | undefined {
    const [first, second] = matches
    // asked word for word: sure, unless two articles have the same question
    if (!first || (first.same && !second?.same)) return undefined
    const missing = (parts[first.added ? 1 : 0] as (typeof parts)[number]).words.missing(query, first.article)
    return {
      closeness: first.closeness,
      lead: first.closeness - (second?.closeness ?? 0),
      missing,
      ...(favours ? { favour: favourOf(first, second, favours) } : {}),
      ...(first.likeness > 0 ? { likeness: likenessOf(first, matches) } : {}),
    }
  }

  function likenessOf(first: Match, matches: readonly Match[]): { score: number; lead: number; weight: number } {
    const next = matches.reduce((most, match) => (match === first ? most : Math.max(most, match.likeness)), 0)
    return { score: first.likeness, lead: first.likeness - next, weight: base.wishes.weight }
  }

  /** An answer stands in for questions that nobody wrote: the more there are, the less it counts. */
  function fromAnswer({ article, added: isAdded }: Match): number {
    const part = parts[isAdded ? 1 : 0] as (typeof parts)[number]
    const questions = (part.starts[article + 1] as number) - (part.starts[article] as number)
    return (answerShare / questions ** 2) * part.answers.score(article)
  }

  function search(part: (typeof parts)[number], query: Query, bySound: Query | undefined, may?: (article: number) => boolean): Found[] {
    const found = part.words.find(query, may)
    if (!bySound || bySound.count === 0) return found
    const known = new Map<number, Found>()
    for (const each of found) {
      each.closeness *= 1 - soundShare
      known.set(each.article, each)
    }
    for (const each of part.sounds.find(bySound, may)) {
      each.closeness *= soundShare
      const before = known.get(each.article)
      if (before) before.closeness += each.closeness
      else found.push(each)
    }
    return found
  }
}

/** Closeness in words and, by its part, in what is wanted. */
export function nearness({ closeness, likeness }: Pick<Match, 'closeness' | 'likeness'>): number {
  return closeness + likenessShare * likeness
}

/** Adds a match to those that are in order of rank. */
function insert(matches: Match[], match: Match): void {
  let at = matches.length
  for (; at > 0 && (matches[at - 1] as Match).rank < match.rank; at--) matches[at] = matches[at - 1] as Match
  matches[at] = match
}

/** What is said for the best article, and how far it is ahead by all that ranks. */
function favourOf(first: Match, second: Match | undefined, favours: Float32Array): { score: number; lead: number } {
  return { score: favours[first.article] as number, lead: first.rank - (second?.rank ?? 0) }
}
