import { isDeepStrictEqual } from 'node:util'

/** One edit of a list: a row as it is to be, or the id of one that is to go. */
export type RowChange<Row> = { put: Row } | { remove: string }

/**
 * Makes the edits one after the other.
 * @param rows those that the edits name, as far as they exist
 * @returns rows to store and to remove, and the edits that undo these, to be made in their order
 */
export function changeRows<Row extends { id: string }>(
  rows: readonly Row[],
  changes: readonly RowChange<Row>[],
): { put: Row[]; remove: string[]; undo: RowChange<Row>[] } {
  const before = new Map(rows.map((row) => [row.id, row]))
  const now = new Map(before)
  const undo: RowChange<Row>[] = []
  for (const change of changes) {
    const id = 'put' in change ? change.put.id : change.remove
    const known = now.get(id)
    if ('put' in change ? known && isDeepStrictEqual(known, change.put) : !known) continue
    if ('put' in change) now.set(id, change.put)
    else now.delete(id)
    undo.unshift(known ? { put: known } : { remove: id })
  }
  return {
    put: [...now.values()].filter((row) => before.get(row.id) !== row),
    remove: [...before.keys()].filter((id) => !now.has(id)),
    undo,
  }
}
