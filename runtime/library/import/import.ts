import { type Locale, textIn } from '../../../schemas/text.ts'
import type { Kind } from './headers.ts'
import { countOf, type Plan, planImport } from './plan.ts'
import type { Items } from './read.ts'
import { listed, type StoreParts, storePlan } from './store.ts'
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

const mostSample = 20
const mostDetail = 120

export function createImporter(parts: StoreParts & { read: FileReader }): Importer {
  const { library, read, pause } = parts

  async function importAs<K extends Kind>(file: SentFile<K>, dry: boolean): Promise<ImportReport> {
    const { rows, items, faults, ignored } = await read(file)
    const { kind, locale } = file
    // read first: what changes while the rest is read makes the plan stale
    const version = await library.version(kind)
    const planned: Plan<Items[K]> =
      faults.length > 0 ? { steps: [], same: 0, faults } : await planImport(kind, items, await listed(library, kind), locale, pause)
    const brings = !dry && planned.faults.length === 0
    const plan = brings ? await storePlan(parts, file, planned, version) : planned
    const isStored = brings && plan.faults.length === 0
    return {
      rows,
      ...countOf(plan.steps),
      same: plan.same,
      problems: plan.faults,
      ignored,
      sample: items.slice(0, mostSample).map(({ item }) => shown(item, locale)),
      ...(isStored ? { undo: await undoOf(kind, plan.steps, pause) } : {}),
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
