/** The bare words of a normalised text, so that "到哪了？" and "到哪了" are the same phrase. */
export function bare(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '') || text
  )
}

/** Two independent 32-bit hashes of a phrase: at millions of phrases two never meet by chance. */
export function phraseHash(text: string): [number, number] {
  let one = 0x811c9dc5
  let two = 0x9747b28c
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ code, 0x5bd1e995)
    two ^= two >>> 13
  }
  return [one >>> 0, two >>> 0]
}

/** Intents that teach this very phrase; empty when none does. `phrases` is sorted by its first hash. */
export function intentsOfPhrase(phrases: Uint32Array, intents: Uint16Array, text: string): number[] {
  const [one, two] = phraseHash(text)
  let low = 0
  let high = intents.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((phrases[middle * 2] as number) < one) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < intents.length && phrases[at * 2] === one; at++)
    if (phrases[at * 2 + 1] === two) found.push(intents[at] as number)
  return found
}

/** The table that `intentsOfPhrase` reads. */
export function phraseTable(taught: readonly { text: string; intent: number }[]): { phrases: Uint32Array; phraseIntents: Uint16Array } {
  const unique = new Map<string, { hash: [number, number]; intent: number }>()
  for (const { text, intent } of taught) unique.set(`${intent} ${text}`, { hash: phraseHash(text), intent })
  const sorted = [...unique.values()].sort((a, b) => a.hash[0] - b.hash[0] || a.hash[1] - b.hash[1] || a.intent - b.intent)
  return { phrases: Uint32Array.from(sorted.flatMap((each) => each.hash)), phraseIntents: Uint16Array.from(sorted, (each) => each.intent) }
}
