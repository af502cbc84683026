import type { Intent } from '../../schemas/intent.ts'
import type { FlowHead, Store } from '../store/store.ts'
import type { Programs } from './programs.ts'

/** Tells which live flows were taught other intents than the library holds now. */
export interface TaughtFlows {
  behind(heads: readonly FlowHead[]): Promise<ReadonlySet<string>>
}

const mostKept = 2_000

/** Versions never change and the library says when it does, so each pair is compared once. */
export function createTaughtFlows(options: { store: Pick<Store, 'library'>; programs: Pick<Programs, 'version'> }): TaughtFlows {
  const { store, programs } = options
  let known = { version: -1, behind: new Map<string, boolean>() }

  async function isBehind(versionId: string, library: ReadonlyMap<string, Intent>): Promise<boolean> {
    const { program, intents } = await programs.version(versionId)
    if (program.intents.length === 0) return false
    if (library.size !== intents.length || program.intents.some((id) => !library.has(id))) return true
    return intents.some((intent) => !isSame(intent, library.get(intent.id)))
  }

  return {
    async behind(heads) {
      const version = await store.library.version('intents')
      if (version !== known.version || known.behind.size > mostKept) known = { version, behind: new Map() }
      const { behind } = known
      const live = heads.flatMap((head) => (head.live ? [{ id: head.id, versionId: head.live.versionId }] : []))
      const open = live.filter(({ versionId }) => !behind.has(versionId))
      if (open.length > 0) {
        const library = new Map((await store.library.intents()).map((intent) => [intent.id, intent]))
        for (const { versionId } of open) behind.set(versionId, await isBehind(versionId, library))
      }
      return new Set(live.flatMap(({ id, versionId }) => (behind.get(versionId) ? [id] : [])))
    },
  }
}

/** Compares what teaches: thousands of utterances, so text by text. */
function isSame(one: Intent, other: Intent | undefined): boolean {
  if (!other || JSON.stringify(one.name) !== JSON.stringify(other.name)) return false
  return areSame(one.utterances, other.utterances) && areSame(one.keywords, other.keywords)
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index])
}
