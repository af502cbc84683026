import type { SynonymGroups } from './synonyms.ts'

/** What a shop says of words: which mean the same, and which are whole. */
export interface Lexicon {
  synonyms: SynonymGroups
  words: readonly string[]
}

export const noLexicon: Lexicon = { synonyms: [], words: [] }
