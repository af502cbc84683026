import { createStore } from 'zustand/vanilla'
import type { Flow } from '../../schemas/flow.ts'
import type { Draft, DraftState } from '../draft/store.ts'

/** A flow that stands still, in the shape of a draft: what the canvas shows of a published version. */
export function stillDraft(flow: Flow): Draft {
  const store = createStore<DraftState>(() => ({
    flow,
    revision: 0,
    head: null,
    unsent: 0,
    trouble: null,
    canUndo: false,
    canRedo: false,
    fromOthers: null,
  }))
  return { ...store, flowId: flow.id, edit: () => {}, undo: () => {}, redo: () => {}, refresh: async () => {}, start: () => () => {} }
}
