import type { z } from 'zod'
import type { flowHead } from '../../schemas/api/flows.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Edit, LoggedEdit } from '../../schemas/operation.ts'

export type FlowHead = z.infer<typeof flowHead>

/** The server as a draft needs it: append to the log, read the log, hear when it grows. */
export interface DraftServer {
  read(): Promise<{ revision: number; flow: Flow; head: FlowHead }>
  /** Appends an edit; a repeat of its id has no effect. Resolves to the log since the edit's base. */
  append(edit: Edit): Promise<{ revision: number; edits: LoggedEdit[] }>
  /** Edits after a revision, oldest first, possibly not all of them. */
  editsAfter(revision: number): Promise<LoggedEdit[]>
  /** Calls `heard` for each edit of the log as it comes, and with null when there is something else to look at. */
  listen(after: () => number, heard: (edit: LoggedEdit | null) => void): () => void
}

/** What a failed call means for the edits that wait. */
export type Failure = 'offline' | 'signed-out' | 'refused' | 'gone'

/** Sorts what a call threw: only an answer that says "this edit is wrong" gives an edit up, everything else is tried again. */
export function failureOf(error: unknown): Failure {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0
  if (status === 401) return 'signed-out'
  if (status === 404 || status === 410) return 'gone'
  if (status === 400 || status === 403 || status === 413 || status === 422) return 'refused'
  return 'offline'
}
