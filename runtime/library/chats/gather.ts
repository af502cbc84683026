import { fewestConversations, type SaidText } from './propose.ts'

/** A wording that visitors used, as it was first met and as it is searched for. */
export interface Wording extends SaidText {
  written: string
}

/** Collects what visitors wrote, each wording once: what differs in numbers and marks alone is one wording. */
export function createGathering(form: (text: string) => string) {
  const wordings = new Map<string, Wording & { conversations: string[] }>()
  return {
    add(conversationId: string, written: string): void {
      const text = form(written.slice(0, longest))
      const key = text
        .replace(/\p{N}+/gu, '0')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      if (key === '' || key === '0') return
      const known = wordings.get(key) ?? { text, written, count: 0, conversations: [] }
      known.count++
      if (known.conversations.length < fewestConversations && !known.conversations.includes(conversationId))
        known.conversations.push(conversationId)
      wordings.set(key, known)
    },
    wordings: (): Wording[] => [...wordings.values()],
  }
}

/** Characters of a message that are read. */
const longest = 300
