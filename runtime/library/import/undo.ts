import type { ArticleChange, IntentChange, ProductChange, VocabularyChange } from '../../../schemas/library-change.ts'
import type { Kind } from './headers.ts'
import type { Step } from './plan.ts'
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

/** What undoes steps that were made, the last one first. */
export async function undoOf<K extends Kind>(kind: K, steps: readonly Step<Items[K]>[], pause: () => Promise<void>): Promise<ImportUndo> {
  const undo: Undoing[K] = undoing[kind]
  const changes: unknown[] = []
  for (const [index, { put, before }] of steps.toReversed().entries()) {
    if (index % part === part - 1) await pause()
    changes.push(...undo(put, before))
  }
  return { [kind]: changes }
}
