import { type Locale, textIn } from '../../../schemas/text.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import type { Kind } from './headers.ts'
import { type Plan, planImport } from './plan.ts'
import type { Items } from './read.ts'
import type { FileReader, SentFile } from './thread.ts'
import { type ImportUndo, undoOf } from './undo.ts'
import type { Fault } from './words.ts'

/** What a file would change, or has changed. */
export interface ImportReport {
  rows: number
  added: number
  changed: number
  same: number
  problems: Fault[]
  ignored: string[]
  sample: { id: string; name: string; detail: string }[]
  /** What takes it back, once something was imported. */
  undo?: ImportUndo
}

export interface Importer {
  /** Reads a file into the library; `dry` only reports, and so does a file with a fault. */
  import(file: SentFile, dry: boolean): Promise<ImportReport>
}

/** Rows stored at once: others have their turn in between. Importing a file again goes on where a crash left off. */
const part = 100
const mostSample = 20
const mostDetail = 120

export function createImporter(parts: { library: LibraryStore; read: FileReader; pause: () => Promise<void> }): Importer {
  const { library, read, pause } = parts

  async function importAs<K extends Kind>(file: SentFile<K>, dry: boolean): Promise<ImportReport> {
    const { rows, items, faults, ignored } = await read(file)
    const nothing: Plan<Items[K]> = { put: [], added: 0, changed: 0, same: 0, faults: [] }
    const before = faults.length > 0 ? [] : await existing(file.kind)
    const plan = faults.length > 0 ? nothing : await planImport(file.kind, items, before, file.locale, pause)
    const problems = [...faults, ...plan.faults]
    const brings = !dry && problems.length === 0
    if (brings) await store(file.kind, plan.put)
    const { added, changed, same } = plan
    const sample = items.slice(0, mostSample).map(({ item }) => shown(item, file.locale))
    return {
      rows,
      added,
      changed,
      same,
      problems,
      ignored,
      sample,
      ...(brings ? { undo: await undoOf(file.kind, before, plan.put, pause) } : {}),
    }
  }

  // the kind names the list that holds its items
  const existing = <K extends Kind>(kind: K): Promise<Items[K][]> => library[kind]() as Promise<Items[Kind][]> as Promise<Items[K][]>

  async function store<K extends Kind>(kind: K, put: readonly Items[K][]): Promise<void> {
    for (let from = 0; from < put.length; from += part) {
      await library.change({ [kind]: { put: put.slice(from, from + part) } })
      await pause()
    }
  }

  return { import: importAs }
}

function shown(item: Items[Kind], locale: Locale): ImportReport['sample'][number] {
  const cut = (text: string) => (text.length > mostDetail ? `${text.slice(0, mostDetail)}…` : text)
  if ('question' in item) return { id: item.id, name: cut(item.question), detail: cut(textIn(item.answer, locale)) }
  if ('utterances' in item) return { id: item.id, name: cut(textIn(item.name, locale)), detail: cut(item.utterances.join(' · ')) }
  if ('words' in item) return { id: item.id, name: item.words[0] ?? '', detail: cut(item.words.slice(1).join(' · ')) }
  const attributes = Object.entries(item.attributes).map(([key, value]) => `${key}: ${value}`)
  return { id: item.id, name: cut(textIn(item.name, locale)), detail: cut(attributes.join(' · ')) }
}
