import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'
import { call } from '../../call.ts'
import { reversible, type Undoable } from './undo.ts'

type ImportUndo = NonNullable<Reply<Routes['importTable']>['undo']>
type Guard = <Result>(change: () => Promise<Result>) => Promise<Result>

/** Changes sent at once: a file may have brought thousands. */
const part = 100

/** An import as one step that can be taken back, and done again; `after` is called whenever the library has changed. */
export function importStep(text: string, undo: ImportUndo, guard: Guard, after: () => void): Undoable | undefined {
  const { intents, articles, products, synonyms } = undo
  const steady = <Change>(send: (changes: Change[]) => Promise<{ undo: Change[] }>) => applier(send, guard, after)
  if (intents?.length)
    return reversible(
      text,
      intents,
      steady((changes) => call('changeIntents', { body: { changes } })),
    )
  if (articles?.length)
    return reversible(
      text,
      articles,
      steady((changes) => call('changeArticles', { body: { changes } })),
    )
  if (products?.length)
    return reversible(
      text,
      products,
      steady((changes) => call('changeProducts', { body: { changes } })),
    )
  if (synonyms?.length)
    return reversible(
      text,
      synonyms,
      steady((changes) => call('changeVocabulary', { body: { changes } })),
    )
  return undefined
}

function applier<Change>(send: (changes: Change[]) => Promise<{ undo: Change[] }>, guard: Guard, after: () => void) {
  return (changes: readonly Change[]): Promise<Change[]> =>
    guard(async () => {
      const back: Change[] = []
      try {
        for (let from = 0; from < changes.length; from += part) back.unshift(...(await send(changes.slice(from, from + part))).undo)
      } finally {
        after()
      }
      return back
    })
}
