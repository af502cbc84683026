/** Reads a line of words: commas of either language, or the Chinese list mark, between them. */
export function wordsIn(line: string): string[] {
  const words = line.split(/[,，、;；\n]/).map((word) => word.trim().slice(0, 60))
  return [...new Set(words.filter((word) => word !== ''))]
}

export const lineOf = (words: readonly string[]): string => words.join(', ')
