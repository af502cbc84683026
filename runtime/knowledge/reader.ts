import { soundOf } from '../language/pinyin.ts'
import { type Meaning, meanings as usualMeanings } from './meanings.ts'
import { createSpotter } from './spot.ts'
import { stem } from './stem.ts'
import { isWeak, stopWords } from './stop-words.ts'
import { type Cutter, wordsOf } from './words.ts'

/** Features of one text, valid until the next reading: hashes, their weights by family, and where they stand in the text. */
export interface Reading {
  count: number
  readonly hashes: Uint32Array
  readonly weights: Float32Array
  readonly starts: Uint16Array
  readonly ends: Uint16Array
}

const family = {
  character: { seed: 1, weight: 1 },
  pair: { seed: 2, weight: 1 },
  word: { seed: 3, weight: 0.7 },
  stem: { seed: 4, weight: 1 },
  stemPair: { seed: 5, weight: 1 },
  loosePair: { seed: 10, weight: 0.5 },
  letters: { seed: 6, weight: 0.5 },
  sound: { seed: 7, weight: 1 },
  soundPair: { seed: 8, weight: 1 },
  meaning: { seed: 9, weight: 1.5 },
} as const
type Family = (typeof family)[keyof typeof family]

/** What is left of a word or character that questions of every kind are made of. */
const weakHan = 0.7
const weakPair = Math.sqrt(weakHan)
const pairReach = 6
const usualWeakWord = 0.5

const usualSpotter = createSpotter(usualMeanings)
const mostCharacters = 400
const room = 8_192

interface ReaderOptions {
  meanings?: readonly Meaning[]
  cut?: Cutter
  /** What is left, 0–1, of a Latin word that questions of every kind are made of. */
  weakWord?: number
}

/** Reads texts into one set of arrays, so that reading makes no garbage. Texts must be normalised. */
export function createReader({ meanings = usualMeanings, cut = wordsOf, weakWord = usualWeakWord }: ReaderOptions = {}) {
  const weakNeighbour = Math.sqrt(weakWord)
  const spotter = meanings === usualMeanings ? usualSpotter : createSpotter(meanings)
  const hashes = new Uint32Array(room)
  const weights = new Float32Array(room)
  const starts = new Uint16Array(room)
  const ends = new Uint16Array(room)
  const reading: Reading = { count: 0, hashes, weights, starts, ends }

  return {
    /** Han characters, pairs of them and words; stems of Latin words, pairs of them and 3–5 letters. */
    read(text: string): Reading {
      reading.count = 0
      eachRun(text, readHan, readLatin)
      return reading
    },
    /** The same for an answer: only what carries meaning by itself, pairs of characters and stems. */
    readAnswer(text: string, most: number): Reading {
      reading.count = 0
      eachRun(text.slice(0, most), readPairs, readStems, most)
      return reading
    },
    /** Syllables of Han characters and pairs of them. */
    readSounds(text: string): Reading {
      reading.count = 0
      eachRun(text, readSyllables, nothing)
      return reading
    },
  }

  function add(hash: number, { weight }: Family, start: number, end: number, share = 1): void {
    const at = reading.count
    if (at === room) return
    hashes[at] = finish(hash)
    weights[at] = weight * share
    starts[at] = start
    ends[at] = end
    reading.count = at + 1
  }

  function readHan(text: string, start: number, end: number): void {
    let weak = false
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at)
      const before = weak
      weak = isWeak(code)
      add(step(family.character.seed, code), family.character, at, at + 1, weak ? weakHan : 1)
      if (at === start) continue
      const share = (before ? weakPair : 1) * (weak ? weakPair : 1)
      add(step(step(family.pair.seed, text.charCodeAt(at - 1)), code), family.pair, at - 1, at + 1, share)
    }
    let at = start
    for (const word of cut(text.slice(start, end))) {
      if (word.length > 1)
        add(hashOf(family.word.seed, text, at, at + word.length), family.word, at, at + word.length, allWeak(word) ? weakHan : 1)
      at += word.length
    }
    spotter.han(text, start, end, meant)
  }

  function meant(meaning: number, from: number, to: number): void {
    add(step(family.meaning.seed, meaning), family.meaning, from, to, meanings[meaning]?.weight)
  }

  function readPairs(text: string, start: number, end: number): void {
    for (let at = start; at + 1 < end; at++)
      add(step(step(family.pair.seed, text.charCodeAt(at)), text.charCodeAt(at + 1)), family.pair, at, at + 2)
  }

  function readSyllables(text: string, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const sound = soundOf(text.charCodeAt(at))
      add(step(family.sound.seed, sound), family.sound, at, at + 1)
      if (at + 1 < end) add(step(step(family.soundPair.seed, sound), soundOf(text.charCodeAt(at + 1))), family.soundPair, at, at + 2)
    }
  }

  function readLatin(text: string, words: readonly Span[]): void {
    const said = words.map((span) => text.slice(span.start, span.end))
    const stems = said.map(stem)
    const anyStrong = said.some((word) => !stopWords.has(word))
    let beforeHash = 0
    let beforeShare = 1
    words.forEach(({ start, end }, index) => {
      const word = said[index] as string
      const root = stems[index] as string
      const weak = anyStrong && stopWords.has(word)
      const hash = hashOf(family.stem.seed, root, 0, root.length)
      const share = weak ? weakNeighbour : 1
      add(hash, family.stem, start, end, weak ? weakWord : 1)
      if (index > 0)
        add(
          step(step(family.stemPair.seed, beforeHash), hash),
          family.stemPair,
          (words[index - 1] as Span).start,
          end,
          Math.min(beforeShare, share),
        )
      if (!weak) readLetters(word, start, end)
      beforeHash = hash
      beforeShare = share
    })
    pairUp(words, stems, said, anyStrong)
    spotter.latin(stems, (meaning, from, to) => meant(meaning, (words[from] as Span).start, (words[to - 1] as Span).end))
  }

  /** Two telling words in whatever order, not far from each other. */
  function pairUp(words: readonly Span[], stems: readonly string[], said: readonly string[], anyStrong: boolean): void {
    for (let one = 0; one < words.length; one++) {
      if (anyStrong && stopWords.has(said[one] as string)) continue
      const hash = hashOf(family.stem.seed, stems[one] as string, 0, (stems[one] as string).length)
      for (let two = one + 1; two < words.length && two <= one + pairReach; two++) {
        if (anyStrong && stopWords.has(said[two] as string)) continue
        const other = hashOf(family.stem.seed, stems[two] as string, 0, (stems[two] as string).length)
        const [low, high] = hash < other ? [hash, other] : [other, hash]
        add(step(step(family.loosePair.seed, low), high), family.loosePair, (words[one] as Span).start, (words[two] as Span).end)
      }
    }
  }

  function readLetters(word: string, start: number, end: number): void {
    const edged = `<${word}>`
    for (let from = 0; from + 3 <= edged.length; from++) {
      for (let size = 3; size <= 5 && from + size <= edged.length; size++) {
        const first = start + Math.max(0, from - 1)
        add(hashOf(family.letters.seed, edged, from, from + size), family.letters, first, Math.min(end, start + from + size - 1))
      }
    }
  }

  function readStems(text: string, words: readonly Span[]): void {
    for (const { start, end } of words) {
      const word = text.slice(start, end)
      if (stopWords.has(word)) continue
      const root = stem(word)
      add(hashOf(family.stem.seed, root, 0, root.length), family.stem, start, end)
    }
  }
}

interface Span {
  start: number
  end: number
}

function allWeak(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isWeak(word.charCodeAt(at))) return false
  return true
}

/** Calls `han` for every run of Han characters and `latin` once with all words of letters and digits. */
function eachRun(
  text: string,
  han: (text: string, start: number, end: number) => void,
  latin: (text: string, words: readonly Span[]) => void,
  most = mostCharacters,
): void {
  const end = Math.min(text.length, most)
  const words: Span[] = []
  let at = 0
  while (at < end) {
    const code = text.charCodeAt(at)
    const start = at
    if (isHan(code)) {
      do at++
      while (at < end && isHan(text.charCodeAt(at)))
      han(text, start, at)
    } else if (isLetter(code)) {
      do at++
      while (at < end && (isLetter(text.charCodeAt(at)) || (text.charCodeAt(at) === 39 && isLetter(text.charCodeAt(at + 1)))))
      words.push({ start, end: at })
    } else at++
  }
  if (words.length > 0) latin(text, words)
}

function nothing(): void {}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  return (
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  )
}

export function hashOf(seed: number, text: string, start: number, end: number): number {
  let hash = seed
  for (let at = start; at < end; at++) hash = step(hash, text.charCodeAt(at))
  return hash
}

function step(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  // 0 marks a free place in the tables
  return (mixed ^ (mixed >>> 16)) >>> 0 || 1
}
