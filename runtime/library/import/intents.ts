import { type Intent, intent } from '../../../schemas/intent.ts'
import { id as idSchema } from '../../../schemas/name.ts'
import type { LocalizedText } from '../../../schemas/text.ts'
import type { Draft } from './draft.ts'
import type { Finder } from './finder.ts'
import { type Entry, textOf } from './table.ts'
import { commas, idOf, lineBreaks, listOf } from './values.ts'

const fields = { id: 'intent', name: 'name', utterances: 'utterance', keywords: 'keywords' }

/** Intents of a file: one utterance a row, or several in a cell; rows of the same intent come together. */
export function intentsOf(entries: readonly Entry[], finder: Finder): Draft<Intent>[] {
  const drafts = new Map<string, Draft<Intent>>()
  let last = ''
  for (const entry of entries) {
    // an empty cell below a name stands for the same intent
    const said = textOf(entry, 'intent') || last
    last = said
    if (said === '') {
      finder.add(entry, 'intent', 'cell-missing', finder.nameOf('intent'))
      continue
    }
    const utterances = listOf(textOf(entry, 'utterance'), lineBreaks)
    const keywords = listOf(textOf(entry, 'keywords'), commas)
    if (utterances.length === 0 && keywords.length === 0) finder.add(entry, 'utterance', 'cell-missing', finder.nameOf('utterance'))
    const before = drafts.get(said)
    if (before) {
      const { item } = before
      item.utterances = [...new Set([...item.utterances, ...utterances])]
      item.keywords = [...new Set([...item.keywords, ...keywords])]
      continue
    }
    const isId = idSchema.safeParse(said).success
    const item: Intent = { id: isId ? said : idOf('i', said), name: nameOf(entry, said), utterances, keywords }
    drafts.set(said, { line: entry.line, entry, hasId: isId, called: said, item })
  }
  for (const { item, entry } of drafts.values()) finder.check(intent, item, entry, fields)
  return [...drafts.values()]
}

function nameOf(entry: Entry, said: string): LocalizedText {
  const [name, english] = [textOf(entry, 'name'), textOf(entry, 'nameEn')]
  if (english === '') return name || said
  return name === '' ? { en: english } : { 'zh-CN': name, en: english }
}
