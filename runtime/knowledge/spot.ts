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
  // by their first character, the longest first: most places are left after one look
  const han = new Map<number, { phrase: string; meaning: number }[]>()
  const latin = new Map<string, number>()
  let mostWords = 1
  meanings.forEach(({ phrases }, meaning) => {
    for (const phrase of phrases) {
      if (anyHan.test(phrase)) {
        const first = phrase.charCodeAt(0)
        const group = han.get(first)
        if (!group) han.set(first, [{ phrase, meaning }])
        // of two meanings of one phrase, the first one counts
        else if (!group.some((other) => other.phrase === phrase)) group.push({ phrase, meaning })
      } else {
        const stems = phrase.split(' ').map(stem)
        const key = stems.join(' ')
        if (!latin.has(key)) latin.set(key, meaning)
        mostWords = Math.max(mostWords, stems.length)
      }
    }
  })

  for (const group of han.values()) group.sort((a, b) => b.phrase.length - a.phrase.length)

  return {
    han(text, start, end, found) {
      let at = start
      while (at < end) {
        const spoken = han.get(text.charCodeAt(at))?.find(({ phrase }) => phrase.length <= end - at && text.startsWith(phrase, at))
        if (spoken) found(spoken.meaning, at, at + spoken.phrase.length)
        at += spoken?.phrase.length ?? 1
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
