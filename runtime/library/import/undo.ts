import type { ArticleChange, IntentChange, ProductChange, VocabularyChange } from '../../../schemas/library-change.ts'
import type { Kind } from './headers.ts'
import type { Items } from './read.ts'

/** Changes that take an import back, under the kind that was imported. */
export interface ImportUndo {
  intents?: IntentChange[]
  articles?: ArticleChange[]
  products?: ProductChange[]
  synonyms?: VocabularyChange[]
}

type Undoing = { [K in Kind]: (item: Items[K], before: Items[K] | undefined) => NonNullable<ImportUndo[K]> }

const undoing: Undoing = {
  intents: (item, before) => {
    if (!before) return [{ do: 'remove', intent: item.id }]
    const { utterances, ...named } = before
    const had = new Set(utterances)
    const added = item.utterances.filter((each) => !had.has(each))
    return [
      { do: 'put', intent: named },
      // what others taught meanwhile stays
      ...(added.length > 0 ? [{ do: 'take' as const, intent: item.id, utterances: added }] : []),
    ]
  },
  articles: (item, before) => [before ? { do: 'put', article: before } : { do: 'remove', article: item.id }],
  products: (item, before) => [before ? { do: 'put', product: before } : { do: 'remove', product: item.id }],
  synonyms: (item, before) => [before ? { do: 'put-group', group: before } : { do: 'remove-group', group: item.id }],
}

/** Items looked at before others have their turn. */
const part = 1_000

/** What undoes storing `put` over a library that held `existing`. */
export async function undoOf<K extends Kind>(
  kind: K,
  existing: readonly Items[K][],
  put: readonly Items[K][],
  pause: () => Promise<void>,
): Promise<ImportUndo> {
  const wanted = new Set(put.map(({ id }) => id))
  const before = new Map(existing.flatMap((each) => (wanted.has(each.id) ? [[each.id, each]] : [])))
  const undo: Undoing[K] = undoing[kind]
  const changes: unknown[] = []
  for (const [index, item] of put.entries()) {
    if (index % part === part - 1) await pause()
    changes.push(...undo(item, before.get(item.id)))
  }
  return { [kind]: changes }
}
