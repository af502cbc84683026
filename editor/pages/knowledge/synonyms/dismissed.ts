const key = 'floorwalker-synonyms-dismissed'
const mostKept = 500

/** Suggestions that this person did not want; they stay away from this browser. */
export function dismissed(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [])
  } catch {
    return new Set()
  }
}

/** @returns all that were dismissed, this one among them */
export function dismiss(words: readonly string[]): ReadonlySet<string> {
  const all = [...dismissed(), words.join('\n')].slice(-mostKept)
  localStorage.setItem(key, JSON.stringify(all))
  return new Set(all)
}
