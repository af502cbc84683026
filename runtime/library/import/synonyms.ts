import { type SynonymGroup, synonymGroup } from '../../../schemas/vocabulary.ts'
import { normalise } from '../../language/normalise.ts'
import type { Draft } from './draft.ts'
import type { Finder } from './finder.ts'
import type { Entry } from './table.ts'
import { idOf, listOf } from './values.ts'

const between = /\s*(?:\r\n|\r|\n|\||｜|[,，、;；=＝/])\s*/

/** Groups of words that mean the same, one a row; a word may be in one group only. */
export function synonymsOf(entries: readonly Entry[], finder: Finder): Draft<SynonymGroup>[] {
  const drafts: Draft<SynonymGroup>[] = []
  const lineOf = new Map<string, number>()
  for (const entry of entries) {
    const words = listOf((entry.fields.get('word') ?? []).map(({ text }) => text).join('\n'), between)
    const [first] = words
    if (first === undefined || words.length < 2) {
      finder.add(entry, 'word', 'one-word')
      continue
    }
    const taken = words.find((word) => lineOf.has(normalise(word)))
    if (taken !== undefined) {
      finder.add(entry, 'word', 'word-twice', taken, lineOf.get(normalise(taken)) ?? 0)
      continue
    }
    for (const word of words) lineOf.set(normalise(word), entry.line)
    const item: SynonymGroup = { id: idOf('s', first), words }
    finder.check(synonymGroup, item, entry, { words: 'word' })
    drafts.push({ line: entry.line, entry, hasId: false, item })
  }
  return drafts
}
