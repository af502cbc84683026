import { z } from 'zod'
import { normalise } from '../language/normalise.ts'
import type { Store } from '../store/store.ts'
import type { ChatWords, ChatWordsState } from './chats/chat-words.ts'
import type { KnowledgeStudies, Suggestion } from './studies.ts'

/** Words of visitors that may mean the same as words of the articles, for a person to judge. */
export interface SynonymSuggestions {
  list(): Promise<{
    suggestions: (Suggestion & { basis: 'meant' | 'chats' })[]
    chats: Omit<ChatWordsState, 'words'>
  }>
  /** Reads the chats anew. */
  again(): void
  /** Says for everybody that a word means none of these, or takes that back. */
  dismiss(word: string, near: readonly string[], isDismissed: boolean): Promise<void>
}

const dismissedKey = 'library.synonyms-dismissed'
const mostDismissed = 5_000
const pairs = z.array(z.string()).catch([])

export function createSynonymSuggestions(parts: {
  store: Pick<Store, 'settings'>
  studies: Pick<KnowledgeStudies, 'suggestions'>
  chatWords: ChatWords
}): SynonymSuggestions {
  const { store, studies, chatWords } = parts

  return {
    async list() {
      const [meant, { words, ...chats }, stored] = await Promise.all([
        studies.suggestions(),
        chatWords.read(),
        store.settings.get(dismissedKey),
      ])
      const dismissed = new Set(pairs.parse(stored))
      const told = new Set(meant.map(({ word }) => word))
      const all = [
        ...meant.map((each) => ({ ...each, basis: 'meant' as const })),
        ...words.filter(({ word }) => !told.has(word)).map((each) => ({ ...each, basis: 'chats' as const })),
      ]
      const suggestions = all
        .map((each) => ({ ...each, near: each.near.filter((other) => !dismissed.has(pairOf(each.word, other))) }))
        .filter(({ near }) => near.length > 0)
      return { suggestions, chats }
    },

    again: chatWords.again,

    async dismiss(word, near, isDismissed) {
      const named = near.map((other) => pairOf(word, other))
      await store.settings.change(dismissedKey, (before) => {
        const others = pairs.parse(before).filter((pair) => !named.includes(pair))
        return isDismissed ? [...others, ...named].slice(-mostDismissed) : others
      })
    },
  }
}

function pairOf(word: string, other: string): string {
  return `${normalise(word)}\n${normalise(other)}`
}
