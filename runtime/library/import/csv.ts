import { CsvError, parse } from 'csv-parse/sync'
import type { TableRow } from './table.ts'
import { UnreadableFile } from './words.ts'

const separators = [',', ';', '\t'] as const
/** What Excel takes as a word about the file, not as a row of it. */
const separatorLine = /^"?sep=([,;\t|])"?(?=[\r\n]|$)/i

/**
 * The rows of a CSV file, comma, semicolon or tab between its cells or what a first line `sep=` names; empty rows are left out.
 * @throws UnreadableFile with the line where reading stopped
 */
export function readCsv(text: string): TableRow[] {
  try {
    const [named, separator] = separatorLine.exec(text) ?? ['']
    // its line break stays, so that lines are counted as an editor does
    const records = parse(text.slice(named.length), {
      delimiter: separator ?? separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 4 * 1024 * 1024,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // a cell may hold line breaks: the parser tells where a row ended
    return records
      .map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const line = typeof thrown.lines === 'number' ? thrown.lines : 1
    throw new UnreadableFile(thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-open' : 'not-csv', line, { cause: thrown })
  }
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
}

/** The separator that the first row has most of, outside quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((each) => [each, 0]))
  let isQuoted = false
  for (const character of text.slice(0, 10_000)) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === '\n' && !isQuoted && [...counts.values()].some((count) => count > 0)) break
    else if (!isQuoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
