import { concepts } from './concepts.ts'
import { finish, seed, step } from './hash.ts'

/** Families of hashes: a Latin word, a phrase of them, a Han word, and the feature that stands for a concept. */
const word = 101
const phrase = 109
const hanWord = 110
const concept = 107

const { features, longestHan, longestLatin } = indexed()

/** Tells the features of the concepts that words stand for, as often as they are named. */
export function createSpotter(tell: (feature: number) => void) {
  const look = (hash: number) => {
    for (const feature of features.get(finish(hash)) ?? []) tell(feature)
  }
  return {
    /** Every Han word within this run of Han characters. */
    han(text: string, start: number, end: number): void {
      for (let from = start; from < end; from++) {
        let hash = seed(hanWord)
        for (let to = from; to < end && to < from + longestHan; to++) look((hash = step(hash, text.charCodeAt(to))))
      }
    },
    /** Every phrase of these words, given as the reader hashes them. */
    latin(words: Uint32Array, count: number): void {
      for (let from = 0; from < count; from++) {
        let hash = seed(phrase)
        for (let to = from; to < count && to < from + longestLatin; to++) look((hash = step(hash, words[to] as number)))
      }
    },
  }
}

function indexed() {
  const features = new Map<number, number[]>()
  let longestHan = 0
  let longestLatin = 0
  concepts.forEach(({ han, latin }, number) => {
    const feature = finish(step(seed(concept), number))
    const put = (hash: number) => features.set(hash, [...(features.get(hash) ?? []), feature])
    for (const each of han) {
      longestHan = Math.max(longestHan, each.length)
      put(hashOf(hanWord, codesOf(each)))
    }
    for (const each of latin) {
      const words = each.split(' ')
      longestLatin = Math.max(longestLatin, words.length)
      put(
        hashOf(
          phrase,
          words.map((each) => hashOf(word, codesOf(each))),
        ),
      )
    }
  })
  return { features, longestHan, longestLatin }
}

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}

function hashOf(family: number, values: readonly number[]): number {
  return finish(values.reduce(step, seed(family)))
}
