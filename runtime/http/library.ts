import { newProblem } from '../../schemas/problem-codes.ts'
import { errors } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handler.ts'
import type { Note } from './note.ts'
import type { Origins } from './origins.ts'

export interface LibraryParts {
  store: Pick<Store, 'library' | 'flows'>
  origins: Origins
  note: Note
}

/** What flows share, and where they are served. */
export function libraryHandlers({
  store,
  origins,
  note,
}: LibraryParts): Pick<Handlers, 'readLibrary' | 'putIntent' | 'listEntries' | 'putEntry'> {
  const { library, flows } = store
  return {
    async readLibrary() {
      const [version, intents, articles, offers] = await Promise.all([
        library.version(),
        library.intents(),
        library.articles(),
        library.offers(),
      ])
      return { version, intents, articles, offers }
    },

    async putIntent({ principal, parameters, body }) {
      assertSameId(parameters.id, body.id)
      await library.change({ intents: { put: [body] } })
      await note(principal, 'intent-changed', body.id)
      return body
    },

    listEntries: async () => ({ entries: await flows.entries() }),

    async putEntry({ principal, parameters, body }) {
      assertSameId(parameters.id, body.id)
      if (!(await flows.head(body.flowId))) throw errors.invalid('There is no such flow.', [newProblem('value-wrong', ['flowId'])])
      await flows.putEntry(body)
      await note(principal, 'entry-changed', body.id, { flow: body.flowId, origins: body.origins })
      origins.forget()
      return body
    },
  }
}

function assertSameId(inPath: string, inBody: string): void {
  if (inPath !== inBody) throw errors.invalid('The id in the body is not the one in the address.', [newProblem('value-wrong', ['id'])])
}
