import type { Article } from '../../../schemas/article.ts'
import type { Intent } from '../../../schemas/intent.ts'
import type { Product } from '../../../schemas/shop.ts'
import type { Locale } from '../../../schemas/text.ts'
import type { SynonymGroup } from '../../../schemas/vocabulary.ts'
import { articlesOf } from './articles.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './decode.ts'
import type { Draft } from './draft.ts'
import { type Entries, readEntries } from './entries.ts'
import { createFinder } from './finder.ts'
import type { Kind } from './headers.ts'
import { intentsOf } from './intents.ts'
import { readMarkdown } from './markdown.ts'
import { productsOf } from './products.ts'
import { synonymsOf } from './synonyms.ts'
import { type Fault, sentence, UnreadableFile } from './words.ts'
import { readXlsx } from './xlsx.ts'

export interface Items {
  intents: Intent
  articles: Article
  products: Product
  synonyms: SynonymGroup
}

/** An item of a file and the line that it begins in. */
export interface ReadItem<Item> {
  line: number
  hasId: boolean
  called?: string
  item: Item
}

/** What a file holds, as it was understood. */
export interface ReadFile<K extends Kind = Kind> {
  rows: number
  items: ReadItem<Items[K]>[]
  /** Sorted by line. Nothing may be imported while there is one. */
  faults: Fault[]
  /** Columns of the table that nothing was made of. */
  ignored: string[]
}

export interface FileToRead<K extends Kind = Kind> {
  kind: K
  /** Its ending tells the format. */
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** Language of the faults. */
  locale: Locale
}

export const mostRows = 100_000
export const mostFaults = 200
/** Columns without a meaning that are named, and characters of each name. */
const mostIgnored = 100
const longestName = 100

const makers: { [K in Kind]: (entries: Entries['entries'], finder: ReturnType<typeof createFinder>) => Draft<Items[K]>[] } = {
  intents: intentsOf,
  articles: articlesOf,
  products: productsOf,
  synonyms: synonymsOf,
}

/** Reads a CSV, XLSX or Markdown file. What is wrong with it is told, never thrown. */
export async function readFile<K extends Kind>(file: FileToRead<K>): Promise<ReadFile<K>> {
  const { kind, locale } = file
  try {
    const { entries, faults, ignored } = await entriesOf(file)
    if (entries.length === 0 && faults.length === 0) throw new UnreadableFile('empty')
    if (entries.length > mostRows) return failed(entries.length, [{ line: mostRows, message: sentence(locale, 'too-many-rows', mostRows) }])
    const finder = createFinder(kind, locale)
    // without a header that can be understood, every row would only repeat the same
    const drafts = faults.length > 0 ? [] : makers[kind](entries, finder)
    const all = [...faults, ...finder.faults].sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0))
    const items = drafts.map(({ entry: _entry, ...item }) => item)
    const named = ignored.slice(0, mostIgnored).map((name) => (name.length > longestName ? `${name.slice(0, longestName)}…` : name))
    return { rows: entries.length, items, faults: all.slice(0, mostFaults), ignored: named }
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown
    return failed(0, [{ line: thrown.line, message: sentence(locale, thrown.code) }])
  }
}

function failed(rows: number, faults: Fault[]): ReadFile<never> {
  return { rows, items: [], faults, ignored: [] }
}

async function entriesOf({ kind, name, bytes, locale }: FileToRead): Promise<Entries> {
  const format = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (format === 'xlsx') return readEntries(kind, await readXlsx(bytes), locale)
  if (format === 'xls') throw new UnreadableFile('old-excel')
  if (format === 'csv' || format === 'tsv' || format === 'txt') return readEntries(kind, readCsv(decodeText(bytes)), locale)
  if (format === 'md' || format === 'markdown') return { entries: readMarkdown(kind, decodeText(bytes)), faults: [], ignored: [] }
  throw new UnreadableFile('format-unknown')
}
