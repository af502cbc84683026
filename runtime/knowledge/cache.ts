/** Answers by question, the least used one given up first. Everything is forgotten when the articles change. */
export interface Cache<T> {
  get(key: string, now: number): T | undefined
  put(key: string, value: T, until: number): void
}

export function createCache<T>(most: number): Cache<T> {
  const kept = new Map<string, { value: T; until: number }>()
  return {
    get(key, now) {
      const found = kept.get(key)
      if (!found || found.until < now) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    put(key, value, until) {
      kept.delete(key)
      kept.set(key, { value, until })
      if (kept.size > most) kept.delete(kept.keys().next().value ?? key)
    },
  }
}
