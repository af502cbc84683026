import type { z } from 'zod'
import type { Locale } from '../../../schemas/text.ts'
import { columns, type Kind } from './headers.ts'
import { columnOf, type Entry } from './table.ts'
import { type Fault, type FaultCode, sentence, type ValuesOf } from './words.ts'

/** Writes down what is wrong with an entry's fields, by the names that columns have in the operator's language. */
export interface Finder {
  readonly faults: readonly Fault[]
  nameOf(field: string): string
  add<Code extends FaultCode>(entry: Entry, field: string, code: Code, ...values: ValuesOf<Code>): void
  /** Holds a finished item to its schema; `fields` tells which field each of its keys came from. */
  check<Item>(schema: z.ZodType<Item>, item: unknown, entry: Entry, fields: { [key: string]: string }): Item | undefined
}

/** What a product's sheet is called: no single column holds it. */
const sheet: { [field: string]: readonly [string, string] } = { attributes: ['资料', 'sheet'] }

export function createFinder(kind: Kind, locale: Locale): Finder {
  const faults: Fault[] = []
  const place = locale === 'en' ? 1 : 0
  const nameOf = (field: string) => (kind === 'synonyms' ? undefined : columns[kind][field]?.names[place]) ?? sheet[field]?.[place] ?? field
  const put = (entry: Entry, field: string, message: string) => {
    const column = columnOf(entry, field)
    faults.push({ line: entry.line, ...(column === undefined ? {} : { column }), message })
  }
  return {
    faults,
    nameOf,
    add: (entry, field, code, ...values) => put(entry, field, sentence(locale, code, ...values)),
    check(schema, item, entry, fields) {
      const parsed = schema.safeParse(item)
      if (parsed.success) return parsed.data
      for (const issue of parsed.error.issues) {
        const field = fields[String(issue.path[0])] ?? String(issue.path[0])
        const name = nameOf(field)
        if (issue.code === 'too_big') {
          const most = Number(issue.maximum)
          put(entry, field, sentence(locale, issue.origin === 'array' ? 'too-many' : 'too-long', name, most))
        } else if (issue.code === 'custom') put(entry, field, sentence(locale, 'not-text'))
        else if (issue.code === 'too_small') put(entry, field, sentence(locale, 'cell-missing', name))
        else put(entry, field, sentence(locale, 'wrong', name))
      }
      return undefined
    },
  }
}
