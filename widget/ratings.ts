import type { Keep } from './keep.ts'

/** What this browser's visitor said of answers, so that a reload does not ask again. */
export interface Ratings {
  of(seq: number): boolean | undefined
  mark(seq: number, helpful: boolean): void
}

/** @param conversation id of the conversation under way: ratings of another count nothing */
export function createRatings(keep: Keep, conversation: () => string | undefined): Ratings {
  const read = (): Record<string, unknown> => {
    const kept = keep.read('rated')
    const isOurs = typeof kept === 'object' && kept !== null && 'id' in kept && kept.id === conversation() && 'of' in kept
    return isOurs && typeof kept.of === 'object' ? { ...kept.of } : {}
  }
  return {
    of(seq) {
      const given = read()[seq]
      return typeof given === 'boolean' ? given : undefined
    },
    mark: (seq, helpful) => keep.write('rated', { id: conversation(), of: { ...read(), [seq]: helpful } }),
  }
}
