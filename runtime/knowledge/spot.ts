import type { Meaning } from './meanings.ts'
import { stem } from './stem.ts'

/** Finds phrases with a meaning in texts, longest first, without overlap. */
export interface Spotter {
  /** Calls `found` for every phrase between two places of a run of Han characters. */
  han(text: string, start: number, end: number, found: (meaning: number, from: number, to: number) => void): void
  /** The same for stems of Latin words; places are numbers of words. */
  latin(stems: readonly string[], found: (meaning: number, from: number, to: number) => void): void
}

const anyHan = /\p{Script=Han}/u

export function createSpotter(meanings: readonly Meaning[]): Spotter {
  const han = new Map<string, number>()
  const latin = new Map<string, number>()
  // longest phrase by its first character or stem: most places are left after one look
  const longest = new Map<string, number>()
  let mostWords = 1
  meanings.forEach(({ phrases }, meaning) => {
    for (const phrase of phrases) {
      if (anyHan.test(phrase)) {
        if (!han.has(phrase)) han.set(phrase, meaning)
        const first = phrase.charAt(0)
        longest.set(first, Math.max(longest.get(first) ?? 0, phrase.length))
      } else {
        const stems = phrase.split(' ').map(stem)
        const key = stems.join(' ')
        if (!latin.has(key)) latin.set(key, meaning)
        mostWords = Math.max(mostWords, stems.length)
      }
    }
  })

  return {
    han(text, start, end, found) {
      let at = start
      while (at < end) {
        let size = Math.min(longest.get(text.charAt(at)) ?? 0, end - at)
        for (; size > 0; size--) {
          const meaning = han.get(text.slice(at, at + size))
          if (meaning === undefined) continue
          found(meaning, at, at + size)
          break
        }
        at += Math.max(1, size)
      }
    },
    latin(stems, found) {
      let at = 0
      while (at < stems.length) {
        let size = Math.min(mostWords, stems.length - at)
        for (; size > 0; size--) {
          const meaning = latin.get(size === 1 ? (stems[at] as string) : stems.slice(at, at + size).join(' '))
          if (meaning === undefined) continue
          found(meaning, at, at + size)
          break
        }
        at += Math.max(1, size)
      }
    },
  }
}
