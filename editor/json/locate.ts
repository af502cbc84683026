/** Offsets in the text, end exclusive. */
export interface Span {
  start: number
  end: number
}

/**
 * Where the value of a JSON Pointer stands in JSON text.
 * A pointer to something that is not there finds the nearest value around it. Text that is no JSON finds what was readable.
 */
export function locate(text: string, pointer: string): Span {
  const wanted = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  let found: Span = { start: 0, end: text.length }
  let at = skipSpace(text, 0)
  for (const [depth, part] of wanted.entries()) {
    const inside = childOf(text, at, part)
    if (inside === null) break
    at = inside
    found = { start: at, end: endOf(text, at) }
    if (depth === wanted.length - 1) return found
  }
  return wanted.length === 0 ? found : firstLine(text, found)
}

/** A whole object underlined would be a wall of red: its first line says enough. */
function firstLine(text: string, span: Span): Span {
  const lineEnd = text.indexOf('\n', span.start)
  return lineEnd < 0 || lineEnd > span.end ? span : { start: span.start, end: Math.max(lineEnd, span.start + 1) }
}

/** Start of the member's value in the object or list that begins at `at`; null when there is none. */
function childOf(text: string, at: number, part: string): number | null {
  const open = text[at]
  if (open !== '{' && open !== '[') return null
  let index = skipSpace(text, at + 1)
  for (let count = 0; index < text.length && text[index] !== '}' && text[index] !== ']'; count++) {
    let isWanted = open === '[' && String(count) === part
    if (open === '{') {
      const keyEnd = endOf(text, index)
      isWanted = keyOf(text.slice(index, keyEnd)) === part
      index = skipSpace(text, keyEnd)
      if (text[index] !== ':') return null
      index = skipSpace(text, index + 1)
    }
    if (isWanted) return index
    index = skipSpace(text, endOf(text, index))
    if (text[index] === ',') index = skipSpace(text, index + 1)
    else return null
  }
  return null
}

/** End of the value that begins at `at`. */
function endOf(text: string, at: number): number {
  if (text[at] === '"') return endOfString(text, at)
  if (text[at] !== '{' && text[at] !== '[') {
    let end = at
    while (end < text.length && !/[\s,\]}:]/.test(text[end] ?? '')) end++
    return Math.max(end, at + 1)
  }
  let depth = 0
  for (let index = at; index < text.length; index++) {
    const character = text[index]
    if (character === '"') index = endOfString(text, index) - 1
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return index + 1
  }
  return text.length
}

function endOfString(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '"') return index + 1
  }
  return text.length
}

function keyOf(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return null
  }
}

function skipSpace(text: string, from: number): number {
  let index = from
  while (index < text.length && /\s/.test(text[index] ?? '')) index++
  return index
}
