/** A row of a table as written: cells without blanks around them. */
export interface TableRow {
  /** Line of the file, or row of the sheet, from 1. */
  line: number
  cells: string[]
}

/** A value and the column it stands in, from 1. */
export interface Cell {
  text: string
  column: number
}

/** One row, or one section of a Markdown file, by what its cells mean. */
export interface Entry {
  line: number
  /** Cells by field; several columns may hold one field ("similar 1", "similar 2"). */
  fields: Map<string, Cell[]>
  /** Cells of columns that are no field, by the column's name. */
  others: { name: string; cell: Cell }[]
}

/** The text of a field, '' when it is not there. */
export function textOf(entry: Entry, field: string): string {
  return (entry.fields.get(field) ?? [])
    .map((cell) => cell.text)
    .filter(Boolean)
    .join('\n')
}

/** The column that a field stands in. */
export function columnOf(entry: Entry, field: string): number | undefined {
  return entry.fields.get(field)?.[0]?.column
}
