import type { Flow } from '../../schemas/flow.ts'
import { applyOperations, type Edit, type LoggedEdit } from '../../schemas/operation.ts'
import type { DraftServer } from './server.ts'
import type { Surroundings } from './store.ts'
import { unsentBox } from './unsent.ts'

/** What goes wrong with the next calls, one letter each; when they are used up, all goes well. */
export type Weather = ('fine' | 'request-lost' | 'reply-lost')[]

/** The server's side of a draft in memory: the log, a repeat of an id that has no effect, and a stream to those who listen. */
export function memoryServer(initial: Flow) {
  const log: LoggedEdit[] = []
  const listeners = new Set<(edit: LoggedEdit | null) => void>()
  let up = true
  const documentNow = () => log.reduce((flow, edit) => applyOperations(flow, edit.operations), initial)
  const accept = (edit: Edit, author: string) => {
    if (!log.some((known) => known.id === edit.id)) {
      const logged = { ...edit, revision: log.length + 1, author, authorName: author, at: '2026-11-21T08:00:00.000Z' }
      log.push(logged)
      for (const heard of listeners) heard(logged)
    }
    return { revision: log.length, edits: log.filter((each) => each.revision > edit.base) }
  }
  const offline = () => Object.assign(new Error('no answer'), { status: 0 })
  return {
    log,
    documentNow,
    /** Stopped: nobody is answered and all streams are cut. The log stays on disk. */
    stop: () => {
      up = false
      listeners.clear()
    },
    restart: () => {
      up = true
    },
    clientOf(author: string, weather: Weather = []): DraftServer {
      const through = async <T>(answer: () => T): Promise<T> => {
        await Promise.resolve()
        if (!up) throw offline()
        const now = weather.shift() ?? 'fine'
        if (now === 'request-lost') throw offline()
        const reply = answer()
        if (now === 'reply-lost') throw offline()
        return structuredClone(reply)
      }
      return {
        read: () => through(() => ({ revision: log.length, flow: documentNow(), head: headOf(initial.id, log.length) })),
        append: (edit) => through(() => accept(edit, author)),
        editsAfter: (revision) => through(() => log.filter((each) => each.revision > revision).slice(0, 3)),
        listen(_after, heard) {
          listeners.add(heard)
          return () => listeners.delete(heard)
        },
      }
    },
  }
}

function headOf(id: string, revision: number) {
  return {
    id,
    name: id,
    revision,
    live: null,
    unpublished: revision,
    libraryChanged: false,
    updatedAt: '2026-11-21T08:00:00.000Z',
    archived: false,
    open: 0,
  }
}

/** A page of a browser whose clock only moves when told; `storage` outlives the page. */
export function page(storage: Storage, name: string, clock: { now: number }): Surroundings {
  return {
    box: unsentBox(storage, 'flow', name, () => clock.now),
    newId: () => crypto.randomUUID(),
    now: () => clock.now,
    wait: async (milliseconds) => {
      // as a timer would: others run first, and the time passes
      await new Promise((done) => setTimeout(done, 0))
      clock.now += milliseconds
    },
    onReturn: () => () => {},
  }
}

/** The part of the browser's storage that a draft uses. */
export function memoryStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}
