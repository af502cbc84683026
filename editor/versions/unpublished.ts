import { useQuery } from '@tanstack/react-query'
import type { LoggedEdit } from '../../schemas/operation.ts'
import { call } from '../call.ts'

export interface Author {
  id: string
  name: string
  count: number
  /** When the last of the edits was made. */
  last: string
}

/** Who made the edits after a revision, most first; undefined until the log was read. */
export function useUnpublished(flow: string, since: number, revision: number): Author[] | undefined {
  return useQuery({ queryKey: ['edits', flow, since, revision], queryFn: async () => authorsOf(await editsAfter(flow, since)) }).data
}

export function authorsOf(edits: readonly LoggedEdit[]): Author[] {
  const authors = new Map<string, Author>()
  for (const edit of edits) {
    const known = authors.get(edit.author)
    authors.set(edit.author, { id: edit.author, name: edit.authorName, count: (known?.count ?? 0) + 1, last: edit.at })
  }
  return [...authors.values()].sort((a, b) => b.count - a.count)
}

/** The log comes in pages. */
async function editsAfter(flow: string, since: number): Promise<LoggedEdit[]> {
  const all: LoggedEdit[] = []
  for (let after = since; ; ) {
    const { edits } = await call('listEdits', { params: { flow }, query: { after } })
    const last = edits.at(-1)
    if (!last || last.revision <= after) return all
    all.push(...edits)
    after = last.revision
  }
}
