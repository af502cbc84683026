import { isDeepStrictEqual } from 'node:util'
import type { LibraryStore } from '../../store/library-store.ts'
import { changing } from '../intents.ts'
import type { Kind } from './headers.ts'
import { type Plan, planImport, type Step } from './plan.ts'
import type { Items } from './read.ts'
import type { SentFile } from './thread.ts'

export interface StoreParts {
  library: LibraryStore
  /** Lets everything that waits have its turn. */
  pause: () => Promise<void>
}

/** Items stored at once: others have their turn in between. Importing a file again goes on where a crash left off. */
const part = 100

/**
 * Stores what was planned, a part at a time. Where others changed the list since, the rows are held against what is there now.
 * @param version of the list when the plan was made
 * @returns what was stored in the end; with faults, when what others changed leaves no place for a row, and then nothing is
 */
export async function storePlan<K extends Kind>(
  { library, pause }: StoreParts,
  { kind, locale }: Pick<SentFile<K>, 'kind' | 'locale'>,
  plan: Plan<Items[K]>,
  version: number,
): Promise<Plan<Items[K]>> {
  const stored: Plan<Items[K]> = { steps: [], same: plan.same, faults: [] }
  let known = version

  const store = (steps: Step<Items[K]>[]) =>
    changing(async () => {
      const now = await library.version(kind)
      const made = now === known ? { steps, same: 0, faults: [] } : await planAnew(steps)
      if (made.faults.length > 0 || made.steps.length === 0) return made
      const next = await library.change({ [kind]: { put: made.steps.map(({ put }) => put) } }, now)
      if (next === 'stale') return 'stale'
      // after a change by others `known` stays behind: the parts that follow may meet it too
      if (now === known) known = next
      return made
    })

  async function planAnew(steps: Step<Items[K]>[]): Promise<Plan<Items[K]>> {
    const rows = steps.flatMap((step) => step.rows)
    const ids = new Set([...steps.map(({ put }) => put.id), ...rows.map(({ item }) => item.id)])
    // a word may have come to stand in any group
    const there = kind === 'synonyms' ? listed(library, kind) : some(library, kind, [...ids])
    return planImport(kind, rows, await there, locale, pause)
  }

  for (const steps of partsOf(plan.steps)) {
    const made = await store(steps)
    if (made.faults.length > 0) {
      for (const each of partsOf(stored.steps.toReversed())) await takeBack(library, kind, each)
      return { ...plan, faults: made.faults }
    }
    stored.steps.push(...made.steps)
    stored.same += made.same
    await pause()
  }
  return stored
}

/** What was changed since stays as it is. */
function takeBack<K extends Kind>(library: LibraryStore, kind: K, steps: readonly Step<Items[K]>[]): Promise<number> {
  return changing(async () => {
    const version = await library.version(kind)
    const there = await some(
      library,
      kind,
      steps.map(({ put }) => put.id),
    )
    const now = new Map(there.map((item) => [item.id, item]))
    const ours = steps.filter(({ put }) => isDeepStrictEqual(now.get(put.id), put))
    const remove = ours.flatMap(({ put, before }) => (before ? [] : [put.id]))
    return library.change({ [kind]: { put: ours.flatMap(({ before }) => before ?? []), remove } }, version)
  })
}

// the kind names the list that holds its items

/** All items of a kind. */
export function listed<K extends Kind>(library: LibraryStore, kind: K): Promise<Items[K][]> {
  return library[kind]() as Promise<Items[Kind][]> as Promise<Items[K][]>
}

function some<K extends Kind>(library: LibraryStore, kind: K, ids: readonly string[]): Promise<Items[K][]> {
  return library.some(kind, ids) as Promise<Items[Kind][]> as Promise<Items[K][]>
}

function* partsOf<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += part) yield list.slice(from, from + part)
}
