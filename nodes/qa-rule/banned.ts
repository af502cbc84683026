/** A banned word as it stands in a text. */
export interface Hit {
  word: string
  start: number
  end: number
}

/**
 * Banned words in a text, leftmost and longest first, without overlaps.
 * Case, full width and spaces between Chinese characters do not hide a word; whatever lies within an exception does not count.
 */
export function findBanned(text: string, words: readonly string[], exceptions: readonly string[]): Hit[] {
  const folded = fold(text)
  const allowed = exceptions.flatMap((exception) => occurrences(folded, exception))
  const hits = words
    .flatMap((word) => occurrences(folded, word))
    .filter((hit) => !allowed.some((range) => range.start <= hit.start && hit.end <= range.end))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return hits.filter((hit) => {
    if (hit.start < end) return false
    end = hit.end
    return true
  })
}

/** The text with each banned word replaced. */
export function replaceBanned(text: string, words: readonly string[], exceptions: readonly string[], replacement: string): string {
  let mended = ''
  let end = 0
  for (const hit of findBanned(text, words, exceptions)) {
    mended += text.slice(end, hit.start) + replacement
    end = hit.end
  }
  return mended + text.slice(end)
}

interface Folded {
  letters: string[]
  starts: number[]
  ends: number[]
}

/** Letters of the text without case, width and blanks, each with its place in the original. */
function fold(text: string): Folded {
  const folded: Folded = { letters: [], starts: [], ends: [] }
  let at = 0
  for (const character of text) {
    const end = at + character.length
    for (const letter of character.normalize('NFKC').toLowerCase()) {
      if (/[\s\u200b-\u200d\ufeff]/u.test(letter)) continue
      folded.letters.push(letter)
      folded.starts.push(at)
      folded.ends.push(end)
    }
    at = end
  }
  return folded
}

function occurrences(text: Folded, word: string): Hit[] {
  const wanted = fold(word).letters
  const found: Hit[] = []
  if (wanted.length === 0) return found
  for (let index = 0; index + wanted.length <= text.letters.length; index++) {
    if (!wanted.every((letter, offset) => text.letters[index + offset] === letter)) continue
    const start = text.starts[index] ?? 0
    const end = text.ends[index + wanted.length - 1] ?? start
    if (standsAlone(text, index, wanted)) found.push({ word, start, end })
  }
  return found
}

/** "best" must not be found in "bestow": a Latin word needs an end on both sides in the folded text or a blank in the original. */
function standsAlone(text: Folded, index: number, wanted: readonly string[]): boolean {
  const last = index + wanted.length - 1
  return !joins(text, index - 1, index) && !joins(text, last, last + 1)
}

function joins(text: Folded, left: number, right: number): boolean {
  const before = text.letters[left]
  const after = text.letters[right]
  if (before === undefined || after === undefined) return false
  return /[a-z0-9]/.test(before) && /[a-z0-9]/.test(after) && text.ends[left] === text.starts[right]
}
