import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { canonicalJson, sha256 } from '../../runtime/flows/canonical.ts'
import starter from '../../runtime/flows/starter.json' with { type: 'json' }
import type { Ids } from '../../runtime/ids.ts'
import type { FaultPoint } from '../../runtime/store/faults.ts'
import { openSqlite, type SqliteStore } from '../../runtime/store/sqlite.ts'
import { flow as flowSchema } from '../../schemas/flow.ts'
import type { Scheduler } from './scheduler.ts'

/** A database that many schedules share; each brings its own conversations. */
export interface World {
  store: SqliteStore
  file: string
  /** The auditor's own connection. */
  witness: SqliteDatabase.Database
  ids: Ids
  /** Publishes the flow again, with other bytes. */
  publish(store: SqliteStore | Pick<SqliteStore, 'flows'>): Promise<{ id: string; sha256: string } | null>
  /** The schedule that runs now: the store's group commit and faults are its to decide. */
  run: { scheduler: Scheduler; fault(point: FaultPoint): void } | undefined
  close(): Promise<void>
}

export const worldFlow = 'simulated'

/** Memory where there is a memory disk: the same code paths, and syncing costs nothing. */
export function scratchFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'floorwalker-'))
}

export async function createWorld(): Promise<World> {
  const folder = scratchFolder()
  const file = join(folder, 'simulated.sqlite')
  let count = 0
  let world: World | undefined
  const next = (prefix: string) => `${prefix}${(++count).toString(36).padStart(8, '0')}`
  const ids: Ids = { row: () => next('r'), secret: () => next('s'), seed: () => ++count % 2 ** 31 }
  const base = flowSchema.parse({ ...starter, id: worldFlow })
  const store = openSqlite(file, {
    clock: { now: () => world?.run?.scheduler.clock.now() ?? 0, elapsed: () => world?.run?.scheduler.clock.elapsed() ?? 0 },
    ids,
    fault: (point) => world?.run?.fault(point),
    soon: (flush) => (world?.run ? world.run.scheduler.later('database', flush) : setImmediate(flush)),
  })
  const made: World = {
    store,
    file,
    ids,
    run: undefined,
    witness: new SqliteDatabase(file, { readonly: true }),
    async publish({ flows }) {
      const head = await flows.head(worldFlow)
      if (!head) return null
      const bytes = canonicalJson({ ...base, name: next('v') })
      const version = {
        id: next('version-'),
        flowId: worldFlow,
        bytes,
        sha256: sha256(bytes),
        revision: head.revision,
        intents: [],
        publishedBy: 'harness',
        at: 0,
      }
      const result = await flows.publish(version, head.live?.number ?? null)
      return result.kind === 'published' ? { id: version.id, sha256: version.sha256 } : null
    },
    async close() {
      made.run = undefined
      made.witness.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
  await store.flows.create(base, { id: 'harness', name: 'harness' }, 0)
  await made.publish(store)
  world = made
  return made
}
