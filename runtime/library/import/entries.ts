import type { Locale } from '../../../schemas/text.ts'
import { columns, fieldOf, isCounting, type Kind } from './headers.ts'
import type { Entry, TableRow } from './table.ts'
import { type Fault, sentence } from './words.ts'

export interface Entries {
  entries: Entry[]
  faults: Fault[]
  /** Columns that are no field: nothing is made of them. */
  ignored: string[]
}

/** Reads the rows of a table by the names in its first row; synonyms need no names. */
export function readEntries(kind: Kind, rows: readonly TableRow[], locale: Locale): Entries {
  if (kind === 'synonyms') return { entries: groups(rows), faults: [], ignored: [] }
  const [header, ...body] = rows
  if (!header) return { entries: [], faults: [{ line: 1, message: sentence(locale, 'empty') }], ignored: [] }
  const fields = header.cells.map((name) => (name === '' ? undefined : fieldOf(kind, name)))
  const faults = headerFaults(kind, header, fields, locale)
  if (body.length === 0) faults.push({ line: header.line, message: sentence(locale, 'only-header') })
  const ignored = header.cells.filter((name, at) => name !== '' && fields[at] === undefined && (kind !== 'products' || isCounting(name)))
  return { entries: body.map((row) => entryOf(row, header, fields)), faults, ignored }
}

function entryOf({ line, cells }: TableRow, header: TableRow, fields: readonly (string | undefined)[]): Entry {
  const entry: Entry = { line, fields: new Map(), others: [] }
  cells.forEach((text, at) => {
    const field = fields[at]
    const cell = { text, column: at + 1 }
    const name = header.cells[at] ?? ''
    if (field !== undefined) entry.fields.set(field, [...(entry.fields.get(field) ?? []), cell])
    else if (text !== '' && name !== '' && !isCounting(name)) entry.others.push({ name, cell })
  })
  return entry
}

function headerFaults(kind: Exclude<Kind, 'synonyms'>, header: TableRow, fields: readonly (string | undefined)[], locale: Locale): Fault[] {
  const faults: Fault[] = []
  for (const [field, { names, required, several }] of Object.entries(columns[kind])) {
    const places = fields.flatMap((each, at) => (each === field ? [at] : []))
    // an answer may be there in English alone
    const isThere = places.length > 0 || (field === 'answer' && fields.includes('answerEn'))
    if (required === true && !isThere)
      faults.push({ line: header.line, message: sentence(locale, 'column-missing', locale === 'en' ? names[1] : names[0]) })
    const second = places[1]
    if (second !== undefined && several !== true)
      faults.push({ line: header.line, column: second + 1, message: sentence(locale, 'column-twice', header.cells[second] ?? '') })
  }
  return faults
}

const groupHeader = /^(?:同义词组?|标准词|近义词|词|synonyms?|words?|group)\s*\d*$/i

function groups(rows: readonly TableRow[]): Entry[] {
  const isHeader = (row: TableRow) => row.cells.every((cell) => cell === '' || groupHeader.test(cell))
  const body = rows[0] && isHeader(rows[0]) ? rows.slice(1) : rows
  return body.map(({ line, cells }) => ({
    line,
    fields: new Map([['word', cells.map((text, at) => ({ text, column: at + 1 })).filter(({ text }) => text !== '')]]),
    others: [],
  }))
}
