import { moodKinds } from '../../../schemas/mood.ts'
import type { Tones } from './tones.ts'

/** A text for a linear model: hashed pieces of equal weight, and a few plain figures of 0–1. */
export interface MoodFeatures {
  /** Indexes below 2^bits. */
  pieces: Int32Array
  /** Weight of each piece; the pieces together have length 1. */
  weight: number
  /** By place: 1, the tones, then marks. */
  figures: Float64Array
}

/** Kinds that the model weighs; nothing is read in a harmless word. */
const weighed = moodKinds.filter((kind) => kind !== 'harmless')

/** The figures from 1 up to here are the tones. */
export const tonesEnd = 1 + weighed.length
export const figureCount = tonesEnd + 7

const buffer = new Int32Array(4_096)
const nobody = /[\u4e00-\u9fff]/
const glad = /[\u{1F600}-\u{1F60D}\u{1F618}\u{1F44D}\u{1F44F}\u{1F389}\u{1F339}\u{1F917}\u{1F970}\u2764\u{1F495}\u{1F64F}]/u
const cross = /[\u{1F620}\u{1F621}\u{1F624}\u{1F92C}\u{1F44E}\u{1F62D}\u{1F622}\u{1F61E}\u{1F612}\u{1F644}\u{1F494}]/u

/** @param text normalised; @param bits size of the hash */
export function moodFeatures(text: string, tones: Tones, bits: number): MoodFeatures {
  const mask = (1 << bits) - 1
  let count = 0
  const add = (hash: number) => {
    if (count < buffer.length) buffer[count++] = (hash ^ (hash >>> 15)) & mask
  }
  let at = 0
  let lastWord = 0
  // what stood shortly before, newest first, so that "not … happy" and 不…好 are one feature whatever stands between
  const words = [0, 0, 0, 0]
  const signs = [0, 0, 0]
  let negated = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isWord(code)) {
      let hash = 17
      const from = at
      while (at < text.length && isWord(text.charCodeAt(at))) {
        hash = mix(hash, text.charCodeAt(at++))
        // beginnings join disappoints, disappointed, disappointing
        if (at - from === 4 || at - from === 6) add(mix(hash, 7))
      }
      add(hash)
      add(mix(mix(hash, lastWord), 3))
      // what follows "not" within three words is another word
      if (negated > 0) add(mix(hash, 5))
      negated = isNegation(text, from, at) ? 3 : negated - 1
      lastWord = hash
      for (let back = 1; back < words.length; back++) if (words[back] !== 0) add(mix(mix(hash, words[back] as number), 11))
      words.pop()
      words.unshift(hash)
      continue
    }
    if (code > 0x3000) {
      let hash = mix(29, code)
      add(hash)
      for (let size = 1; size < 3 && at + size < text.length; size++) {
        const next = text.charCodeAt(at + size)
        if (next <= 0x3000 && next !== 0x20) break
        hash = mix(hash, next)
        add(hash)
      }
      if (at === 0) add(mix(mix(31, code), text.charCodeAt(1)))
      for (let back = 1; back < signs.length; back++) if (signs[back] !== 0) add(mix(mix(41, signs[back] as number), code))
      signs.pop()
      signs.unshift(code)
    } else if (code === 0x21 || code === 0x3f || code === 0x2e) {
      add(mix(37, code))
      lastWord = code
      negated = 0
    }
    at++
  }
  const pieces = buffer.slice(0, count).sort()
  let distinct = 0
  for (let place = 0; place < count; place++)
    if (place === 0 || pieces[place] !== pieces[place - 1]) pieces[distinct++] = pieces[place] as number
  return { pieces: pieces.subarray(0, distinct), weight: distinct === 0 ? 0 : 1 / Math.sqrt(distinct), figures: figuresOf(text, tones) }
}

function figuresOf(text: string, { strength }: Tones): Float64Array {
  const figures = new Float64Array(figureCount)
  figures[0] = 1
  for (let place = 0; place < weighed.length; place++) figures[1 + place] = strength[weighed[place] as (typeof weighed)[number]]
  const from = tonesEnd
  figures[from] = /[!！]/.test(text) ? (/[!！]{2}/.test(text) ? 1 : 0.5) : 0
  figures[from + 1] = /[?？]{2}|[?？][!！]|[!！][?？]/.test(text) ? 1 : 0
  figures[from + 2] = /[?？吗]/.test(text) ? 1 : 0
  figures[from + 3] = /[\u2190-\u2bff\ud83c-\ud83e]/.test(text) ? (cross.test(text) ? -1 : glad.test(text) ? 1 : 0) : 0
  figures[from + 4] = Math.min(1, text.length / 40)
  figures[from + 5] = nobody.test(text) ? 1 : 0
  figures[from + 6] = /(\D)\1$/.test(text) ? 1 : 0
  return figures
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 39
}

function isNegation(text: string, from: number, to: number): boolean {
  const word = text.slice(from, to)
  return word === 'not' || word === 'no' || word === 'never' || word.endsWith("n't") || word === 'without' || word === 'nothing'
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1) ^ (hash >>> 13)
}
