import type { Draft } from '../../draft/store.ts'

const longest = 6_000

/** Resolves when the server has every edit made here; after some seconds without a connection it gives up waiting. */
export function settled(draft: Draft): Promise<void> {
  if (draft.getState().unsent === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const stop = draft.subscribe((state) => state.unsent === 0 && done())
    const timer = setTimeout(done, longest)
  })
}
