import type { Alarm } from './clock.ts'

/** Tells listeners that something about a key changed, or passes on a note that is stored nowhere (typing). */
export interface Hub<Note> {
  /** Something new stands in the tables. */
  changed(key: string): void
  pass(key: string, note: Note): void
  listen(key: string, listener: Listener<Note>): () => void
  /** How many listen now, to all keys. */
  size(): number
}

export interface Listener<Note> {
  changed(): void
  pass(note: Note): void
}

export function createHub<Note>(): Hub<Note> {
  const listeners = new Map<string, Set<Listener<Note>>>()
  let size = 0
  return {
    changed: (key) => {
      for (const each of listeners.get(key) ?? []) each.changed()
    },
    pass: (key, note) => {
      for (const each of listeners.get(key) ?? []) each.pass(note)
    },
    listen(key, listener) {
      const group = listeners.get(key) ?? new Set()
      listeners.set(key, group.add(listener))
      size++
      return () => {
        if (!group.delete(listener)) return
        size--
        if (group.size === 0 && listeners.get(key) === group) listeners.delete(key)
      }
    },
    size: () => size,
  }
}

export interface Follow<Event, Note> {
  hub: Hub<Note>
  key: string
  /** Ends the feed. */
  signal: AbortSignal
  alarm: Alarm
  /** Milliseconds of quiet until a heartbeat. */
  heartbeat: number
  /** Whatever the tables hold that this reader has not had yet; called again until it answers with nothing. */
  read(): Promise<Event[]>
}

/**
 * A live feed out of the tables: what was stored before it began comes first, then what is stored while it runs.
 * Nothing is buffered for a reader but the page it reads and the last note, so a slow one only lags.
 */
export async function* follow<Event, Note>(options: Follow<Event, Note>): AsyncGenerator<Event | { note: Note } | 'heartbeat', void> {
  let isStale = true
  let note: Note | undefined
  let wake = () => {}
  const leave = options.hub.listen(options.key, {
    changed: () => {
      isStale = true
      wake()
    },
    pass: (passed) => {
      note = passed
      wake()
    },
  })
  const onAbort = () => wake()
  options.signal.addEventListener('abort', onAbort)
  try {
    while (!options.signal.aborted) {
      while (isStale && !options.signal.aborted) {
        isStale = false
        const events = await options.read()
        if (events.length > 0) isStale = true
        for (const event of events) {
          yield event
          if (options.signal.aborted) return
        }
      }
      if (note !== undefined) {
        const passed = note
        note = undefined
        yield { note: passed }
        continue
      }
      let isQuiet = false
      await new Promise<void>((resolve) => {
        const stop = options.alarm(options.heartbeat, () => {
          isQuiet = true
          wake()
        })
        wake = () => {
          stop()
          wake = () => {}
          resolve()
        }
        // what happened between the last read and now would otherwise wait for the heartbeat
        if (isStale || note !== undefined || options.signal.aborted) wake()
      })
      if (isQuiet && !isStale && note === undefined) yield 'heartbeat'
    }
  } finally {
    options.signal.removeEventListener('abort', onAbort)
    leave()
  }
}
