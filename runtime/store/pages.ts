/** Rows read in one step: some milliseconds of parsing. */
export const rowsAtOnce = 200

/** How often a list is read anew because it changed between two pages, before it is read in one step. */
const mostTries = 4

/** Where a page of a list ends. */
export interface ListPlace {
  position: number
  id: string
}

export interface ListPage<Row> {
  rows: Row[]
  /** Null when there is no more. */
  next: ListPlace | null
}

/**
 * Reads a long list page by page, others having their turn in between, as it was at one moment.
 * @param version changes whenever the list does
 * @param read a page from a place on; without `most`, all that is left in one step
 */
export async function readInPages<Row>(
  version: () => Promise<number>,
  read: (after: ListPlace | null, most?: number) => Promise<ListPage<Row>>,
): Promise<Row[]> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await version()
    const found: Row[] = []
    let page = await read(null, rowsAtOnce)
    // a short list needs no second look
    if (!page.next) return page.rows
    for (;;) {
      for (const row of page.rows) found.push(row)
      if (!page.next) break
      await new Promise<void>((resolve) => setImmediate(resolve))
      page = await read(page.next, rowsAtOnce)
    }
    if ((await version()) === before) return found
  }
  return (await read(null)).rows
}
