import type { VocabularyChange } from '../../schemas/library-change.ts'
import { newProblem } from '../../schemas/problem-codes.ts'
import type { ShopWord, SynonymGroup } from '../../schemas/vocabulary.ts'
import { errors } from '../errors.ts'
import { normalise } from '../language/normalise.ts'
import type { LibraryStore } from '../store/library-store.ts'
import { changing } from './intents.ts'
import { changeRows, type RowChange } from './rows.ts'

export interface Vocabulary {
  groups: readonly SynonymGroup[]
  words: readonly ShopWord[]
}

/**
 * Makes the changes one after the other, all or nothing.
 * @throws AppError `invalid` when a word of a changed group would be in another too: it cannot stand for two things
 */
export function changeVocabulary({ groups, words }: Vocabulary, changes: readonly VocabularyChange[]) {
  const changedGroups = changeRows(
    groups,
    changes.flatMap((change): RowChange<SynonymGroup>[] =>
      change.do === 'put-group' ? [{ put: change.group }] : change.do === 'remove-group' ? [{ remove: change.group }] : [],
    ),
  )
  const changedWords = changeRows(
    words,
    changes.flatMap((change): RowChange<ShopWord>[] =>
      change.do === 'put-word' ? [{ put: change.word }] : change.do === 'remove-word' ? [{ remove: change.word }] : [],
    ),
  )
  assertApart(groups, changedGroups, changes)
  const undo: VocabularyChange[] = [
    ...changedGroups.undo.map(
      (each): VocabularyChange => ('put' in each ? { do: 'put-group', group: each.put } : { do: 'remove-group', group: each.remove }),
    ),
    ...changedWords.undo.map(
      (each): VocabularyChange => ('put' in each ? { do: 'put-word', word: each.put } : { do: 'remove-word', word: each.remove }),
    ),
  ]
  return { groups: changedGroups, words: changedWords, undo }
}

/** The same in the store. @returns the library's version afterwards, and the changes that undo them */
export function storeVocabulary(
  library: LibraryStore,
  changes: readonly VocabularyChange[],
): Promise<{ version: number; undo: VocabularyChange[] }> {
  return changing(async () => {
    const version = await library.version()
    const [groups, words] = await Promise.all([library.synonyms(), library.words()])
    const changed = changeVocabulary({ groups, words }, changes)
    if (changed.undo.length === 0) return { version, undo: [] }
    const next = await library.change({ synonyms: changed.groups, words: changed.words }, version)
    return next === 'stale' ? 'stale' : { version: next, undo: changed.undo }
  })
}

function assertApart(
  before: readonly SynonymGroup[],
  { put, remove }: { put: SynonymGroup[]; remove: string[] },
  changes: readonly VocabularyChange[],
): void {
  const replaced = new Set([...put.map(({ id }) => id), ...remove])
  const taken = new Set<string>()
  const take = ({ words }: SynonymGroup) => words.forEach((word) => taken.add(normalise(word)))
  // groups that stay as they are may clash with each other: who mends one of them is not held to mend all
  before.filter(({ id }) => !replaced.has(id)).forEach(take)
  for (const group of put) {
    const place = group.words.findIndex((word) => taken.has(normalise(word)))
    if (place >= 0) {
      const index = changes.findIndex((change) => change.do === 'put-group' && change.group.id === group.id)
      throw errors.invalid('The vocabulary was not changed.', [
        newProblem('word-in-two-groups', ['changes', Math.max(0, index), 'group', 'words', place], { word: group.words[place] ?? '' }),
      ])
    }
    take(group)
  }
}
