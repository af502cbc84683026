import { createTable } from './table.ts'

/** A text with its typing errors mended, and the share of its Latin words that were. */
export interface Mended {
  text: string
  share: number
}

const latinWord = /[a-z][a-z']*/g
const anyLongWord = /[a-z]{3}/
/** Shorter words are near to too many others. */
const shortest = 4
/** Longer ones are numbers of orders and the like. */
const longest = 24

/**
 * Replaces Latin words that nobody taught by the taught word that is one slip away: a letter too many, too few, wrong, or
 * two swapped. The first letter is seldom wrong and must be right, or swapped with the second. Words are found by what
 * remains when one letter is left out [Garbe 2012], so that looking takes as long for many words as for few.
 * @param words taught words, the most frequent first: of several that are as near, the first one is taken
 */
export function createSpeller(words: readonly string[]): (text: string) => Mended {
  const known = new Set(words)
  const table = createTable(words.length * 8)
  // word by word: chains through all words that share a remainder, in the order of the words
  const first: number[] = []
  const last: number[] = []
  const entries: { word: number[]; next: number[] } = { word: [], next: [] }
  words.forEach((word, number) => {
    if (word.length < shortest || word.length > longest) return
    for (const remainder of remainders(word)) {
      const slot = table.intern(remainder)
      const entry = entries.word.push(number) - 1
      entries.next.push(-1)
      const before = last[slot]
      if (before === undefined) first[slot] = entry
      else entries.next[before] = entry
      last[slot] = entry
    }
  })
  const nextOf = Int32Array.from(entries.next)
  const wordOf = Int32Array.from(entries.word)
  const unchanged: Mended = { text: '', share: 0 }

  return (text) => {
    unchanged.text = text
    if (words.length === 0 || !anyLongWord.test(text)) return unchanged
    let count = 0
    let mended = 0
    const changed = text.replace(latinWord, (word) => {
      count++
      const taught = mend(word)
      if (taught === undefined) return word
      mended++
      return taught
    })
    return mended === 0 ? unchanged : { text: changed, share: mended / count }
  }

  function mend(word: string): string | undefined {
    if (word.length < shortest || word.length > longest || known.has(word)) return undefined
    let best = words.length
    for (const remainder of remainders(word)) {
      const slot = table.find(remainder)
      if (slot === -1) continue
      for (let entry = first[slot] as number; entry !== -1; entry = nextOf[entry] as number) {
        const number = wordOf[entry] as number
        if (number >= best) break
        if (isOneSlip(word, words[number] as string)) best = number
      }
    }
    return words[best]
  }
}

/** Latin words of the texts, the most frequent first. */
export function wordsOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const [word] of text.matchAll(latinWord)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).map(([word]) => word)
}

/** Hashes of the word itself and of the word without each of its letters. */
function remainders(word: string): number[] {
  const found: number[] = []
  for (let without = -1; without < word.length; without++) {
    let hash = 0x811c9dc5
    for (let at = 0; at < word.length; at++) if (at !== without) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    found.push(hash >>> 0)
  }
  return found
}

function isOneSlip(typed: string, meant: string): boolean {
  const swappedFirst = typed[0] === meant[1] && typed[1] === meant[0]
  if (typed[0] !== meant[0] && !swappedFirst) return false
  const longer = typed.length - meant.length
  let at = 0
  while (at < typed.length && typed[at] === meant[at]) at++
  if (longer === 1) return typed.slice(at + 1) === meant.slice(at)
  if (longer === -1) return typed.slice(at) === meant.slice(at + 1)
  if (longer !== 0) return false
  if (typed.slice(at + 1) === meant.slice(at + 1)) return true
  return typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2)
}
