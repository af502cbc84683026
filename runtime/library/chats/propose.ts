import { isTelling, senseOf } from '../../knowledge/suggest.ts'
import type { Cutter } from '../../knowledge/words.ts'
import { nearestWords } from './nearest.ts'
import { joinPieces } from './phrases.ts'
import { wordVectors } from './vectors.ts'

/** What visitors wrote, each wording once, and what the shop wrote; all normalised, with synonyms in their one form. */
export interface ChatTexts {
  said: readonly SaidText[]
  /** Questions of articles, article by article. */
  questions: readonly (readonly string[])[]
  /** Other texts of the shop: answers, and utterances of intents. They only show how words are used. */
  others: readonly string[]
}

export interface SaidText {
  text: string
  /** Times it was said, and some of the conversations, as many as it takes to know that it is not one person's. */
  count: number
  conversations: readonly string[]
}

/** A word that visitors use and articles do not, with words of the articles that are used alike. */
export interface ChatWord {
  word: string
  /** Messages that hold it. */
  count: number
  /** Likest first. */
  near: string[]
  /** Places, in `said`, of messages that hold it. */
  examples: number[]
}

export interface ProposeOptions {
  /** False for words that name or do nothing: pronouns, times, people. Absent: all of them may. */
  isMatter?: (word: string) => boolean
  seed?: number
  /** Told the share done, 0–1. */
  progress?: (share: number) => void
}

/** A word must be said so often, and in so many conversations, that it is not one person's. */
const fewestTimes = 5
export const fewestConversations = 3
/** Below that, too little company is known of a word. */
const fewestUses = 5
const mostWords = 10_000
/** Fewer where there are few words: what is not left out is not made out either. */
const mostDimensions = 100
const mostTheirs = 1_500
const mostProposed = 40
const mostExamples = 2
/** Words that stand together so often do not stand for each other. */
const mostCompany = 0.25
/** A word that stands in one article of so many is hardly known to them. */
const rareAmong = 400

/**
 * Finds words that visitors use where articles use others, by how alike they are used in all texts. What it finds is for
 * a person to judge: words that are used alike may mean the opposite.
 */
export function proposeWords({ said, questions, others }: ChatTexts, cut: Cutter, options: ProposeOptions = {}): ChatWord[] {
  const { isMatter = () => true, seed = 1, progress = () => {} } = options
  const asked = questions.flat()
  const words = joinPieces([...said.map(({ text }) => text), ...asked, ...others].map((text) => wordsOf(text, cut)))
  progress(0.2)
  const names = frequent(words)
  const numbers = new Map(names.map((name, number) => [name, number]))
  const texts = words.map((each) => Uint32Array.from(each.flatMap((word) => numbers.get(word) ?? [])))
  const heard = texts.slice(0, said.length)
  const vectors = wordVectors(texts, names.length, {
    dimensions: Math.min(mostDimensions, Math.ceil(names.length / 3)),
    seed,
    progress: (share) => progress(0.2 + 0.7 * share),
  })

  const uses = usesOf(said, heard, names.length)
  const articles = articlesWith(questions, texts.slice(said.length), names.length)
  const rare = Math.max(1, questions.length / rareAmong)
  const all = asked.join('\n')
  const may = names.map((name) => isTelling(name) && isMatter(name))
  const known = [...names.keys()].filter((word) => (articles[word] as number) >= rare)
  const ours = known.filter((word) => may[word])
  const senses = new Set(known.map((word) => senseOf(names[word] as string)))
  const theirs = [...names.keys()]
    .filter((word) => may[word] && (articles[word] as number) < rare && !senses.has(senseOf(names[word] as string)))
    .filter((word) => (uses.times[word] as number) >= fewestTimes && (uses.conversations[word]?.size ?? 0) >= fewestConversations)
    .slice(0, mostTheirs)
    // articles may have it within a longer word, and answer by its characters
    .filter((word) => rare > 1 || !all.includes(names[word] as string))
  const company = companyOf(heard, new Set(theirs), uses.texts)
  const found = nearestWords(
    vectors,
    names,
    theirs,
    ours,
    (word, other) => company(word, other) <= mostCompany && !isWithin(names[word] as string, names[other] as string),
  )
  progress(1)
  return found
    .sort((a, b) => b.likeness * Math.log(uses.times[b.word] as number) - a.likeness * Math.log(uses.times[a.word] as number))
    .slice(0, mostProposed)
    .map(({ word, near }) => ({
      word: names[word] as string,
      count: uses.times[word] as number,
      near: near.map((each) => names[each] as string),
      examples: examplesOf(word, said, heard),
    }))
}

/** True when the characters of one find the other already. */
function isWithin(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one)
}

/** The words of a text in their order; what holds a digit or was covered is none. */
function wordsOf(text: string, cut: Cutter): string[] {
  const words: string[] = []
  for (const [run] of text.replace(covers, ' ').matchAll(/\p{Script=Han}+|[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)) {
    if (/\p{Script=Han}/u.test(run)) words.push(...cut(run))
    else if (!/\p{N}/u.test(run)) words.push(run)
  }
  return words
}

/** What stands where something personal was. */
const covers = /[[［【<][^\]］】>]{0,12}[\]］】>]/gu

/** Words that are used often enough, the most frequent first. */
function frequent(texts: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= fewestUses)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word)
}

/** Of each word: messages and wordings that hold it, and conversations as far as they matter. */
function usesOf(said: readonly SaidText[], heard: readonly Uint32Array[], size: number) {
  const uses = {
    times: new Uint32Array(size),
    texts: new Uint32Array(size),
    conversations: Array.from({ length: size }, () => new Set<string>()),
  }
  said.forEach(({ count, conversations }, place) => {
    for (const word of new Set(heard[place])) {
      uses.times[word] = (uses.times[word] as number) + count
      uses.texts[word] = (uses.texts[word] as number) + 1
      const known = uses.conversations[word] as Set<string>
      for (const each of conversations) if (known.size < fewestConversations) known.add(each)
    }
  })
  return uses
}

/** In how many articles' questions each word stands; `texts` begins with all questions in their order. */
function articlesWith(questions: ChatTexts['questions'], texts: readonly Uint32Array[], size: number): Uint32Array {
  const counts = new Uint32Array(size)
  let at = 0
  for (const { length } of questions) {
    const words = new Set(texts.slice(at, at + length).flatMap((text) => [...text]))
    for (const word of words) counts[word] = (counts[word] as number) + 1
    at += length
  }
  return counts
}

/** The share of the wordings with a word that also have the other: who says both does not use one for the other. */
function companyOf(heard: readonly Uint32Array[], words: ReadonlySet<number>, texts: Uint32Array) {
  const counts = new Map<number, Map<number, number>>()
  for (const text of heard) {
    const once = new Set(text)
    for (const word of once) {
      if (!words.has(word)) continue
      const beside = counts.get(word) ?? new Map<number, number>()
      counts.set(word, beside)
      for (const other of once) beside.set(other, (beside.get(other) ?? 0) + 1)
    }
  }
  return (word: number, other: number) => (counts.get(word)?.get(other) ?? 0) / Math.max(1, texts[word] as number)
}

/** Messages that show how the word is used: short ones that say more than the word. */
function examplesOf(word: number, said: readonly SaidText[], heard: readonly Uint32Array[]): number[] {
  const places = [...heard.keys()].filter((place) => heard[place]?.includes(word))
  const rank = (place: number) => Math.abs((heard[place]?.length ?? 0) - 6)
  return places.sort((a, b) => rank(a) - rank(b) || (said[b]?.count ?? 0) - (said[a]?.count ?? 0) || a - b).slice(0, mostExamples)
}
