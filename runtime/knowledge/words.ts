import { normalise } from '../language/normalise.ts'
import { createSegmenter, type Segmenter } from '../language/segment.ts'

/** Cuts a run of Han characters into words, in order, nothing left out. */
export type Cutter = (run: string) => string[]

let segmenter: Segmenter | undefined

/** The words of a run by the common dictionary, which is loaded at the first call. */
export function wordsOf(run: string): string[] {
  segmenter ??= createSegmenter()
  return segmenter.words(run)
}

const wholeHan = /^\p{Script=Han}{2,}$/u

/**
 * A cutter that keeps the shop's own words whole, longest first, and cuts what stands between them by the common
 * dictionary. A dictionary of its own would cost 0.2 s and 40 MB at every change.
 */
export function createCutter(own: readonly string[]): Cutter {
  const words = new Set(own.map(normalise).filter((each) => wholeHan.test(each)))
  if (words.size === 0) return wordsOf
  const longest = new Map<string, number>()
  for (const word of words) longest.set(word.charAt(0), Math.max(longest.get(word.charAt(0)) ?? 0, word.length))

  return (run) => {
    const found: string[] = []
    let cut = 0
    let at = 0
    while (at < run.length) {
      let size = Math.min(longest.get(run.charAt(at)) ?? 0, run.length - at)
      while (size > 1 && !words.has(run.slice(at, at + size))) size--
      if (size < 2) {
        at++
        continue
      }
      if (at > cut) found.push(...wordsOf(run.slice(cut, at)))
      found.push(run.slice(at, at + size))
      at += size
      cut = at
    }
    if (cut < run.length) found.push(...(cut === 0 ? wordsOf(run) : wordsOf(run.slice(cut))))
    return found
  }
}
