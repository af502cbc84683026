import { RE2JS } from 're2js'

/** A pattern that runs in linear time on any text. */
export interface Pattern {
  /** True when the pattern occurs somewhere in the text. */
  test(text: string): boolean
  /** True when the pattern is the whole text. */
  matches(text: string): boolean
}

const known = new Map<string, Pattern | null>()
const maxKnown = 2_000

/** RE2 pattern of an operator, read once; null when RE2 refuses it (look-around, back-references, huge repeats, bad syntax). */
export function readPattern(source: string): Pattern | null {
  const before = known.get(source)
  if (before !== undefined) return before
  const fresh = compile(source)
  if (known.size >= maxKnown) known.clear()
  known.set(source, fresh)
  return fresh
}

function compile(source: string): Pattern | null {
  try {
    // operators know \u4e00 from elsewhere; RE2 writes it \x{4e00}
    const pattern = RE2JS.compile(source.replace(/\\u([0-9a-fA-F]{4})/g, '\\x{$1}'), RE2JS.CASE_INSENSITIVE)
    return { test: (text) => pattern.matcher(text).find(), matches: (text) => pattern.matcher(text).matches() }
  } catch {
    return null
  }
}
