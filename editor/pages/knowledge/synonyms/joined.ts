import type { SynonymGroup } from '../../../../schemas/vocabulary.ts'

/** Accepted words join the line that already knows one of them; else they become a line of their own. */
export function joined(groups: readonly SynonymGroup[], words: readonly string[], freshId: string): SynonymGroup {
  const [known] = linesOf(groups, words)
  if (!known) return { id: freshId, words: [...words] }
  const there = new Set(known.words.map((word) => word.toLowerCase()))
  return { id: known.id, words: [...known.words, ...words.filter((word) => !there.has(word.toLowerCase()))] }
}

/** The lines that hold any of these words. */
export function linesOf(groups: readonly SynonymGroup[], words: readonly string[]): SynonymGroup[] {
  const low = words.map((word) => word.toLowerCase())
  return groups.filter((group) => group.words.some((word) => low.includes(word.toLowerCase())))
}
