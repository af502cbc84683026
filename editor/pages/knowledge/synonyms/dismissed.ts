import { create } from 'zustand'
import { type Undoable, useUndo } from '../../library/undo.ts'

const key = 'floorwalker-synonyms-dismissed'
const mostKept = 500

/** Suggestions that this person did not want, by their words; they stay away from this browser. */
export const useDismissed = create<{ gone: ReadonlySet<string> }>()(() => ({ gone: new Set(read()) }))

export const signOf = (words: readonly string[]): string => words.join('\n')

/** Puts a suggestion away; it can be taken back. @param text what was done, as a person says it */
export function dismiss(words: readonly string[], text: string): void {
  const sign = signOf(words)
  const away = (isAway: boolean): Undoable => {
    const others = [...useDismissed.getState().gone].filter((each) => each !== sign)
    const gone = isAway ? [...others, sign].slice(-mostKept) : others
    localStorage.setItem(key, JSON.stringify(gone))
    useDismissed.setState({ gone: new Set(gone) })
    return { text, take: async () => away(!isAway) }
  }
  useUndo.getState().remember(away(true))
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
