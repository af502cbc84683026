import { create } from 'zustand'

/** What was tried last: it stays while one goes from room to room, so that a change shows its effect at once. */
export const useAsked = create<{ text: string; question: string; type: (text: string) => void; ask: (question: string) => void }>()(
  (set) => ({
    text: '',
    question: '',
    type: (text) => set({ text }),
    ask: (question) => set({ question }),
  }),
)
