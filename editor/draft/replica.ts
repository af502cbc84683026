import type { Flow } from '../../schemas/flow.ts'
import { applyOperations, type Edit, type LoggedEdit } from '../../schemas/operation.ts'

/** One client's copy of a draft: what the server has confirmed, and own edits on top that it has not. */
export interface Replica {
  readonly confirmed: Flow
  /** Revision of `confirmed`. */
  readonly revision: number
  /** Own edits without confirmation, oldest first. */
  readonly pending: readonly Edit[]
  /** What the person sees: `confirmed` with `pending` applied. */
  readonly shown: Flow
}

export function openReplica(confirmed: Flow, revision: number, pending: readonly Edit[] = []): Replica {
  return { confirmed, revision, pending, shown: replay(confirmed, pending) }
}

/** Adds an own edit at once, before the server knows it. */
export function propose(replica: Replica, edit: Edit): Replica {
  return { ...replica, pending: [...replica.pending, edit], shown: applyOperations(replica.shown, edit.operations) }
}

/** Puts another edit in the place of the last pending one: typing goes on in the same field. */
export function amendLast(replica: Replica, edit: Edit): Replica {
  const pending = [...replica.pending.slice(0, -1), edit]
  return { ...replica, pending, shown: applyOperations(replica.shown, edit.operations) }
}

/**
 * Takes edits from the server's log in their order; those already seen are skipped.
 * @returns the replica, and whether edits between its revision and the given ones are missing.
 */
export function receive(replica: Replica, edits: readonly LoggedEdit[]): { replica: Replica; gap: boolean } {
  let { confirmed, revision, pending } = replica
  let inStep = true
  for (const edit of [...edits].sort((a, b) => a.revision - b.revision)) {
    if (edit.revision <= revision) continue
    if (edit.revision > revision + 1) return { replica: finish(), gap: true }
    // when the log repeats our own oldest edit, what is shown stays as it is
    if (pending[0]?.id === edit.id) pending = pending.slice(1)
    else {
      inStep = false
      pending = pending.filter((own) => own.id !== edit.id)
    }
    confirmed = applyOperations(confirmed, edit.operations)
    revision = edit.revision
  }
  return { replica: finish(), gap: false }

  function finish(): Replica {
    return { confirmed, revision, pending, shown: inStep ? replica.shown : replay(confirmed, pending) }
  }
}

/** Takes back an own edit: the server has it already, or refused it. */
export function withdraw(replica: Replica, editId: string): Replica {
  if (!replica.pending.some((edit) => edit.id === editId)) return replica
  const pending = replica.pending.filter((edit) => edit.id !== editId)
  return { ...replica, pending, shown: replay(replica.confirmed, pending) }
}

function replay(flow: Flow, edits: readonly Edit[]): Flow {
  return edits.reduce((document, edit) => applyOperations(document, edit.operations), flow)
}
