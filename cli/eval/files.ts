import { readFile } from 'node:fs/promises'
import { FileError } from '../read-file.ts'

/** A message and what it is labelled with. */
export interface LabelledLine {
  text: string
  label: string
  line: number
}

const mostBytes = 200_000_000

/**
 * Reads `text<TAB>label` lines, UTF-8, with or without a byte order mark; empty lines are skipped.
 * @throws FileError naming file, line and column of the first fault
 */
export async function readLabelled(file: string): Promise<LabelledLine[]> {
  const found: LabelledLine[] = []
  for (const { line, columns } of await readColumns(file, { least: 2, most: 2 })) {
    found.push({ text: columns[0] as string, label: (columns[1] as string).trim(), line })
  }
  return found
}

/** Reads tab-separated lines; each has between `least` and `most` columns, none of the first `least` empty unless `mayBeEmpty` holds its place. */
export async function readColumns(
  file: string,
  wanted: { least: number; most: number; mayBeEmpty?: readonly number[] },
): Promise<{ line: number; columns: string[] }[]> {
  const found: { line: number; columns: string[] }[] = []
  for (const [index, raw] of (await readLines(file)).entries()) {
    const line = index + 1
    if (raw.trim() === '') continue
    const columns = raw.split('\t')
    if (columns.length < wanted.least)
      throw faultAt(file, line, raw.length + 1, `expected ${wanted.least} columns separated by tabs, found ${columns.length}`)
    if (columns.length > wanted.most)
      throw faultAt(
        file,
        line,
        columns.slice(0, wanted.most).join('\t').length + 1,
        `expected at most ${wanted.most} columns separated by tabs, found ${columns.length}`,
      )
    columns.slice(0, wanted.least).forEach((column, place) => {
      if (column.trim() === '' && !wanted.mayBeEmpty?.includes(place))
        throw faultAt(file, line, columns.slice(0, place).join('\t').length + (place === 0 ? 1 : 2), `column ${place + 1} is empty`)
    })
    found.push({ line, columns })
  }
  if (found.length === 0) throw faultAt(file, 1, 1, 'the file holds no lines')
  return found
}

/** The lines of a UTF-8 file. @throws FileError when it cannot be read or is not UTF-8 */
export async function readLines(file: string): Promise<string[]> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    throw new FileError(`Cannot read "${file}".`)
  }
  if (bytes.length > mostBytes) throw new FileError(`"${file}" is larger than ${mostBytes} bytes.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/)
  } catch {
    const { line, column } = placeOfBadByte(bytes)
    throw faultAt(file, line, column, 'not UTF-8 text')
  }
}

export function faultAt(file: string, line: number, column: number, words: string): FileError {
  return new FileError(`${file}:${line}:${column}: ${words}`)
}

/** One line of a file as JSON. @throws FileError naming line and column of what is no JSON */
export function readJson(file: string, line: number, raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw faultAt(file, line, columnOfFault(raw), 'not JSON')
  }
}

/** V8 tells most places in no message: the fault is the last character of the shortest beginning that nothing can save. */
function columnOfFault(raw: string): number {
  let [hopeful, hopeless] = [0, raw.length + 1]
  while (hopeless - hopeful > 1) {
    const middle = (hopeful + hopeless) >> 1
    if (mayGoOn(raw.slice(0, middle))) hopeful = middle
    else hopeless = middle
  }
  return hopeless
}

/** Whether a text is JSON or could become so by what follows. */
function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : ''
    const place = /position (\d+)/.exec(message)?.[1]
    return /^Un(?:expected end|terminated string)/.test(message) || (place !== undefined && Number(place) >= text.length)
  }
}

/** Column of a key in a line of JSON; quotes inside a text are escaped and match nothing. */
export function columnOfKey(raw: string, key: string): number {
  return Math.max(0, raw.search(new RegExp(`"${key}"\\s*:`))) + 1
}

/** Line and column (in characters) of the first byte that is not UTF-8. */
function placeOfBadByte(bytes: Buffer): { line: number; column: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end === -1 ? bytes.length : end
    try {
      decoder.decode(bytes.subarray(from, to))
    } catch {
      return { line, column: new TextDecoder().decode(bytes.subarray(from, to)).indexOf('\ufffd') + 1 }
    }
    from = to + 1
  }
  return { line, column: 1 }
}
