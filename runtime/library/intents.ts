import type { Intent } from '../../schemas/intent.ts'
import type { IntentChange } from '../../schemas/library-change.ts'
import { errors } from '../errors.ts'
import type { LibraryStore } from '../store/library-store.ts'
import { type ChangedIntents, changeIntents } from './change.ts'

export interface IntentLibrary {
  /** The intents as they are: one list, which nobody changes, as long as they stay the same. `version` is the one that changed them last. */
  now(): Promise<{ version: number; intents: readonly Intent[] }>
  /**
   * Changes intents, all or nothing. What others changed meanwhile stays.
   * @returns the library's version afterwards, and the changes that undo these
   * @throws AppError `invalid` (422) naming the change that cannot be made
   */
  change(changes: readonly IntentChange[]): Promise<{ version: number; undo: IntentChange[] }>
}

/** How often a change is made anew because others changed the same list. */
const mostTries = 50

export function createIntentLibrary(store: { library: LibraryStore }): IntentLibrary {
  const { library } = store
  let known: { version: number; intents: readonly Intent[] } | undefined

  async function now() {
    // read first: a list that is newer than its version is only read once too often
    const version = await library.version('intents')
    if (known?.version !== version) known = { version, intents: await library.intents() }
    return known
  }

  return {
    now,
    change: (changes) =>
      changing(async () => {
        const { version, intents } = await now()
        const changed = changeIntents(intents, changes)
        if (isNothing(changed)) return { version: await library.version(), undo: [] }
        const { undo, ...rows } = changed
        const next = await library.change({ intents: rows }, version)
        return next === 'stale' ? 'stale' : { version: next, undo }
      }),
  }
}

/**
 * Makes a change of the library from how it is now, again when another process was quicker. In one process changes wait for each
 * other: whoever presses a button at the same moment as fifty others is served, not refused.
 * @throws AppError `unavailable` when other processes keep changing it
 */
export function changing<T>(make: () => Promise<T | 'stale'>): Promise<T> {
  const change = turn.then(() => attempt(make))
  turn = change.catch(() => {})
  return change
}

let turn: Promise<unknown> = Promise.resolve()

async function attempt<T>(make: () => Promise<T | 'stale'>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries++) {
    const made = await make()
    if (made !== 'stale') return made
  }
  throw errors.unavailable('The library keeps changing.')
}

export function isNothing({ put, remove }: ChangedIntents): boolean {
  return put.length === 0 && remove.length === 0
}
