const longest = 24

/** The beginning of a message, for a sentence about it. */
export function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= longest ? text : `${letters.slice(0, longest).join('')}…`
}
