import type { createRehearsal } from '../conversations/rehearse.ts'
import type { Handlers } from './handler.ts'

/** The test chat: one turn of a draft, with its trace; nothing is stored. */
export function previewHandlers(rehearsal: ReturnType<typeof createRehearsal>): Pick<Handlers, 'previewTurn'> {
  return {
    previewTurn: ({ parameters, body }) => rehearsal.turn(parameters.flow, body),
  }
}
