import { coverFollowing, type DigitTail, tailLives } from '../language/mask/following.ts'

/** Covers the second half of a number that a visitor sends in two messages. */
export interface Following {
  /** @param at milliseconds since the epoch · @returns the text to mask and store */
  cover(conversationId: string, clientId: string, text: string, at: number): string
}

interface Remembered {
  /** The message that was read last, so that a retry of it is read the same. */
  clientId: string
  before: DigitTail | undefined
  after: DigitTail | undefined
  at: number
}

const mostConversations = 10_000

/**
 * Remembers, for a minute and in this process's memory alone, the digits that a visitor's last message ended with. Another
 * process does not know them: where several serve one conversation, halves that reach different ones stay as they are.
 */
export function createFollowing(): Following {
  const remembered = new Map<string, Remembered>()
  return {
    cover(conversationId, clientId, text, at) {
      forget(remembered, at)
      const last = remembered.get(conversationId)
      const before = last?.clientId === clientId ? last.before : last?.after
      const { text: covered, tail } = coverFollowing(text, before, at)
      remembered.delete(conversationId)
      if (before || tail) remembered.set(conversationId, { clientId, before, after: tail, at })
      return covered
    },
  }
}

/** The oldest come first; what is too old, or too many, goes. */
function forget(remembered: Map<string, Remembered>, at: number): void {
  for (const [id, each] of remembered) {
    if (at - each.at <= tailLives && remembered.size < mostConversations) return
    remembered.delete(id)
  }
}
