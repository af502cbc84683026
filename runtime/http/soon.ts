import { errors } from '../errors.ts'
import type { Handlers } from './handler.ts'

const soon = (): never => {
  throw errors.unavailable('This part of the server is being built.')
}

/** Routes that are declared and have no room behind them yet: each says so, until its handler takes its place. */
export function soonHandlers(): Pick<
  Handlers,
  | 'listArticles'
  | 'readArticle'
  | 'changeArticles'
  | 'askKnowledge'
  | 'listArticleDuplicates'
  | 'listVocabulary'
  | 'changeVocabulary'
  | 'suggestSynonyms'
  | 'listProducts'
  | 'changeProducts'
  | 'importTable'
  | 'listReviewClusters'
> {
  return {
    listArticles: soon,
    readArticle: soon,
    changeArticles: soon,
    askKnowledge: soon,
    listArticleDuplicates: soon,
    listVocabulary: soon,
    changeVocabulary: soon,
    suggestSynonyms: soon,
    listProducts: soon,
    changeProducts: soon,
    importTable: soon,
    listReviewClusters: soon,
  }
}
