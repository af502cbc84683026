/** Longest utterance that an intent holds, in characters. */
const longest = 500
/** A bullet or a number at the beginning of a line: "1. ", "（2）", "- ". */
const bullet = /^(?:[-–—•*·]\s+|[（(]?\d{1,3}[)）.、](?!\d)\s*)/

export interface Pasted {
  /** Lines that the intent does not have yet, in their order. */
  fresh: string[]
  /** Lines that are there already, or twice among those pasted. */
  doubled: number
  tooLong: number
  /** New lines that another intent has too, by that intent. */
  elsewhere: { intent: string; count: number }[]
}

/**
 * Reads what was pasted, one utterance a line (or a cell of a spreadsheet).
 * @param own utterances of this intent
 * @param others which intent holds an utterance, by `sameText`
 */
export function readPaste(text: string, own: readonly string[], others: ReadonlyMap<string, string> = new Map()): Pasted {
  const lines = withoutBullets(
    text
      .split(/[\r\n\t]+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
  )
  const seen = new Set(own.map(sameText))
  const fresh: string[] = []
  const elsewhere = new Map<string, number>()
  let doubled = 0
  let tooLong = 0
  for (const line of lines) {
    const key = sameText(line)
    if (line.length > longest) tooLong++
    else if (seen.has(key)) doubled++
    else {
      seen.add(key)
      fresh.push(line)
      const intent = others.get(key)
      if (intent) elsewhere.set(intent, (elsewhere.get(intent) ?? 0) + 1)
    }
  }
  return { fresh, doubled, tooLong, elsewhere: [...elsewhere].map(([intent, count]) => ({ intent, count })) }
}

/** Two utterances are the same when they differ in width, case, spaces or the marks at their end only. */
export function sameText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[。.!！?？~～,，;；…]+$/u, '')
}

/** A list that was copied with its bullets loses them, when every line has one. */
function withoutBullets(lines: string[]): string[] {
  if (lines.length < 2 || !lines.every((line) => bullet.test(line))) return lines
  return lines.map((line) => line.replace(bullet, '')).filter((line) => line !== '')
}
