import type { Clock } from '../clock.ts'
import type { Originals } from '../conversations/originals.ts'
import { errors } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handler.ts'
import type { Note } from './note.ts'

export interface OriginalParts {
  store: Pick<Store, 'originals'>
  originals: Originals
  clock: Clock
  note: Note
}

/** Unmasking: a deliberate act of few, written down before anything is shown. */
export function originalHandlers({ store, originals, clock, note }: OriginalParts): Pick<Handlers, 'readOriginal'> {
  return {
    async readOriginal({ principal, parameters, body }) {
      const { id } = parameters
      const seq = /^\d{1,9}$/.test(parameters.seq) ? Number(parameters.seq) : 0
      const kept = await store.originals.get(id, seq, clock.now())
      const text = kept && originals.open(kept.sealed, { conversationId: id, clientId: kept.clientId })
      if (!kept || text === null) throw errors.notFound('original', `${id}/${seq}`)
      await note(principal, 'original-shown', id, { seq, reason: body.reason })
      return { text, until: new Date(kept.until).toISOString() }
    },
  }
}
