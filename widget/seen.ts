import type { Keep } from './keep.ts'

/** Up to which seq this browser's visitor has seen the conversation, in whichever tab. */
export interface Seen {
  seq(): number
  mark(seq: number): void
}

/** @param conversation id of the conversation under way: what was seen of another counts nothing */
export function createSeen(keep: Keep, conversation: () => string | undefined): Seen {
  const seq = () => {
    const kept = keep.read('seen')
    const isOurs = typeof kept === 'object' && kept !== null && 'id' in kept && kept.id === conversation() && 'seq' in kept
    return isOurs && typeof kept.seq === 'number' ? kept.seq : 0
  }
  return {
    seq,
    mark(reached) {
      if (reached > seq()) keep.write('seen', { id: conversation(), seq: reached })
    },
  }
}
