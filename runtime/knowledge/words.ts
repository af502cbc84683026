import { createSegmenter, type Segmenter } from '../language/segment.ts'

let segmenter: Segmenter | undefined

/** The words of a run of Han characters, in order, nothing left out. The dictionary is loaded at the first call. */
export function wordsOf(run: string): string[] {
  segmenter ??= createSegmenter()
  return segmenter.words(run)
}
