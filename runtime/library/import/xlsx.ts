import { readSheet } from 'read-excel-file/web-worker'
import type { TableRow } from './table.ts'
import { UnreadableFile } from './words.ts'
import { checkArchive } from './zip.ts'

const oldExcel = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The rows of a workbook's first sheet; empty rows are left out. To be run in a thread of its own.
 * @throws UnreadableFile
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<TableRow[]> {
  if (oldExcel.every((byte, at) => bytes[at] === byte)) throw new UnreadableFile('old-excel')
  checkArchive(bytes)
  const sheet = await readSheet(bytes.slice().buffer).catch((cause: unknown) => {
    throw new UnreadableFile('not-excel', 1, { cause })
  })
  return sheet.map((row, index) => ({ line: index + 1, cells: row.map(wordsOf) })).filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  // a day without a time is midnight in the sheet
  if (value instanceof Date)
    return value
      .toISOString()
      .replace('T', ' ')
      .replace(/:\d\d\.\d+Z$/, '')
      .replace(' 00:00', '')
  if (typeof value === 'number') return String(Math.round(value * 1e9) / 1e9)
  return String(value).trim()
}
