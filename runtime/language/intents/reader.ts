import { finish, seed, step } from './hash.ts'
import { createSpotter } from './spotter.ts'

/** Families of features; each is scaled by itself, so that none drowns the others. */
export const blocks = { words: 0, letters: 1, han: 2, sound: 3, concepts: 4 } as const
export const blockCount = 5
/** How much each family weighs. */
export type BlockShares = readonly [words: number, letters: number, han: number, sound: number, concepts: number]

/** What one reading found, valid until the next. `kinds` holds the block, plus `unigram` for single words and characters, or `hanPair`. */
export interface Reading {
  count: number
  readonly hashes: Uint32Array
  readonly kinds: Uint8Array
}
export const unigram = 8
/** Two Han characters: in Chinese they tell what words do. */
export const hanPair = 16

const mostCharacters = 500
const room = 16_384
const pairReach = 8
const edge = 1

/**
 * Reads the features of a normalised text as 32-bit hashes: words, neighbours and pairs; 2–4 letters of Latin words;
 * 1–3 Han characters; the concepts that its words stand for. `sounds` gives the syllable number of a Han character
 * (0 = unknown) for the sound block.
 * One reading at a time: the arrays are reused, so that reading makes no garbage.
 */
export function createReader(sounds?: (code: number) => number): (text: string) => Reading {
  const hashes = new Uint32Array(room)
  const kinds = new Uint8Array(room)
  const reading: Reading = { count: 0, hashes, kinds }
  const spot = createSpotter((hash) => add(hash, blocks.concepts))
  const words = new Uint32Array(mostCharacters + 2)
  let count = 0
  const add = (hash: number, kind: number) => {
    if (count === room) return
    hashes[count] = hash
    kinds[count++] = kind
  }

  return (text) => {
    count = 0
    let wordCount = 0
    const end = Math.min(text.length, mostCharacters)
    let at = 0
    while (at < end) {
      const code = text.charCodeAt(at)
      const start = at
      if (isHan(code)) {
        do at++
        while (at < end && isHan(text.charCodeAt(at)))
        readHan(text, start, at)
      } else if (isLetter(code)) {
        let hash = seed(101)
        do hash = step(hash, text.charCodeAt(at++))
        while (
          at < end &&
          (isLetter(text.charCodeAt(at)) || (text.charCodeAt(at) === 39 && at + 1 < end && isLetter(text.charCodeAt(at + 1))))
        )
        words[wordCount++] = finish(hash)
        readLetters(text, start, at)
      } else at++
    }
    readWords(wordCount)
    spot.latin(words, wordCount)
    reading.count = count
    return reading
  }

  function readWords(wordCount: number): void {
    if (wordCount === 0) return
    for (let index = 0; index < wordCount; index++) add(words[index] as number, blocks.words | unigram)
    for (let index = 0; index <= wordCount; index++) {
      const left = index === 0 ? edge : (words[index - 1] as number)
      const right = index === wordCount ? edge : (words[index] as number)
      add(finish(step(step(seed(102), left), right)), blocks.words)
    }
    for (let index = 0; index < wordCount; index++) {
      for (let other = index + 2; other < wordCount && other <= index + pairReach; other++) {
        const one = words[index] as number
        const two = words[other] as number
        add(finish(one < two ? step(step(seed(103), one), two) : step(step(seed(103), two), one)), blocks.words)
      }
    }
  }

  function readLetters(text: string, start: number, end: number): void {
    const at = (index: number) => (index < start || index >= end ? 32 : text.charCodeAt(index))
    for (let from = start - 1; from < end; from++) {
      let hash = step(seed(104), at(from))
      for (let to = from + 1; to <= end && to < from + 4; to++) {
        hash = step(hash, at(to))
        add(finish(hash), to === from + 2 ? blocks.letters | unigram : blocks.letters)
      }
    }
  }

  function readHan(text: string, start: number, end: number): void {
    for (let from = start; from < end; from++) {
      let hash = step(seed(105), text.charCodeAt(from))
      add(finish(hash), blocks.han | unigram)
      if (from + 1 < end) add(finish((hash = step(hash, text.charCodeAt(from + 1)))), blocks.han | hanPair)
    }
    spot.han(text, start, end)
    if (!sounds) return
    for (let from = start; from < end; from++) {
      let hash = seed(106)
      for (let to = from; to < end && to < from + 3; to++) {
        hash = step(hash, sounds(text.charCodeAt(to)))
        add(finish(hash), blocks.sound)
      }
    }
  }
}

function isHan(code: number): boolean {
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
