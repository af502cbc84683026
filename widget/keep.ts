/** Small values that outlive the page when the browser lets them; otherwise they live as long as it. */
export interface Keep {
  read(key: string): unknown
  /** undefined removes. */
  write(key: string, value: unknown): void
  /** Called when another tab changed the value. @returns stops watching */
  watch(key: string, changed: () => void): () => void
}

/**
 * @param prefix keeps servers and entries apart
 * @param storage absent or throwing (blocked, full): memory
 */
export function createKeep(prefix: string, storage: Storage | undefined, events?: EventTarget): Keep {
  const memory = new Map<string, string>()
  const full = (key: string) => `${prefix}:${key}`
  const attempt = <T>(action: (storage: Storage) => T): T | undefined => {
    if (!storage) return undefined
    try {
      return action(storage)
    } catch {
      return undefined
    }
  }
  return {
    read(key) {
      const text = memory.get(key) ?? attempt((it) => it.getItem(full(key)))
      if (text === null || text === undefined) return undefined
      try {
        return JSON.parse(text) as unknown
      } catch {
        return undefined
      }
    },
    write(key, value) {
      memory.delete(key)
      if (value === undefined) {
        attempt((it) => it.removeItem(full(key)))
        return
      }
      const text = JSON.stringify(value)
      const kept = attempt((it) => {
        it.setItem(full(key), text)
        return true
      })
      if (!kept) memory.set(key, text)
    },
    watch(key, changed) {
      const listener = (event: Event) => {
        if ('key' in event && (event.key === full(key) || event.key === null)) changed()
      }
      events?.addEventListener('storage', listener)
      return () => events?.removeEventListener('storage', listener)
    },
  }
}
