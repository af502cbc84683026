import { normalise } from '../language/normalise.ts'
import { type Cluster, clusterMessages } from './clusters.ts'
import { type AlikeArticles, alikeArticles } from './duplicates.ts'
import type { Entry } from './entries.ts'
import type { Lexicon } from './lexicon.ts'
import { type Meant, type SynonymSuggestion, suggestSynonyms } from './suggest.ts'
import { createCanon } from './synonyms.ts'
import { createCutter } from './words.ts'

/** What can be found out about articles and messages, and from what. Texts are as written. */
export interface Studies {
  duplicates: { asks: { entries: Entry[] }; finds: AlikeArticles[] }
  clusters: { asks: { texts: string[]; counts: number[] }; finds: Cluster[] }
  suggestions: { asks: { meant: Meant[] }; finds: SynonymSuggestion[] }
}

export type StudyName = keyof Studies

const studies: {
  [Name in StudyName]: (
    asks: Studies[Name]['asks'],
    form: (text: string) => string,
    cut: ReturnType<typeof createCutter>,
  ) => Studies[Name]['finds']
} = {
  duplicates: ({ entries }, form, cut) =>
    alikeArticles(
      entries.map(({ questions }) => ({ questions: questions.map(form), answer: '' })),
      cut,
    ),
  clusters: ({ texts, counts }, form, cut) => clusterMessages(texts.map(form), counts, cut),
  suggestions: ({ meant }, form, cut) =>
    suggestSynonyms(
      meant.map(({ text, count, questions }) => ({ text: form(text), count, questions: questions.map(form) })),
      cut,
    ),
}

/** Finds it out here and now. */
export function study<Name extends StudyName>(name: Name, asks: Studies[Name]['asks'], lexicon: Lexicon): Studies[Name]['finds'] {
  const canon = createCanon(lexicon.synonyms)
  return studies[name](asks, (text) => canon(normalise(text)), createCutter(lexicon.words))
}
