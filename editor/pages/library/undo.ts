import { create } from 'zustand'

/** A change that happened and can be taken back. */
export interface Undoable {
  /** What was done, as a person says it: "删除了 3 句". */
  text: string
  /** Takes it back. @returns what would do it again */
  take: () => Promise<Undoable>
}

interface UndoState {
  past: Undoable[]
  future: Undoable[]
  /** What the bar says: what was just done or taken back, what happened for good, or what did not work. */
  note: { kind: 'done' | 'undone' | 'told' | 'failed'; text: string; count: number } | null
  busy: boolean
  remember(change: Undoable): void
  undo(): Promise<void>
  redo(): Promise<void>
  /** Says what happened and cannot be taken back here. */
  tell(text: string): void
  fail(text: string): void
  dismiss(): void
}

const mostKept = 100

/** What was changed on the pages of the library since they were opened, newest last. */
export const useUndo = create<UndoState>()((set, get) => {
  const count = () => (get().note?.count ?? 0) + 1
  const step = async (from: 'past' | 'future', to: 'past' | 'future') => {
    const change = get()[from].at(-1)
    if (!change || get().busy) return
    set({ busy: true })
    try {
      const back = await change.take()
      set((state) => ({
        ...(from === 'past' ? { past: state.past.slice(0, -1) } : { future: state.future.slice(0, -1) }),
        ...(to === 'past' ? { past: [...state.past, back] } : { future: [...state.future, back] }),
        note: { kind: from === 'past' ? 'undone' : 'done', text: change.text, count: count() },
      }))
    } catch {
      // the page that made the change has said why
    } finally {
      set({ busy: false })
    }
  }
  return {
    past: [],
    future: [],
    note: null,
    busy: false,
    remember: (change) =>
      set((state) => ({
        past: [...state.past, change].slice(-mostKept),
        future: [],
        note: { kind: 'done', text: change.text, count: count() },
      })),
    undo: () => step('past', 'future'),
    redo: () => step('future', 'past'),
    tell: (text) => set({ note: { kind: 'told', text, count: count() } }),
    fail: (text) => set({ note: { kind: 'failed', text, count: count() } }),
    dismiss: () => set({ note: null }),
  }
})

/** A change that is taken back by changes of the same kind, as the server returns them. */
export function reversible<Change>(
  text: string,
  undo: readonly Change[],
  apply: (changes: readonly Change[]) => Promise<readonly Change[]>,
): Undoable {
  return { text, take: async () => reversible(text, await apply(undo), apply) }
}
