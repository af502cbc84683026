import type { Article } from '../../../../schemas/article.ts'

/** What the cards of an article get: the article as it stands, and how to change it. */
export interface EditProps {
  draft: Article
  edit: (part: 'question' | 'answer' | 'details', change: (article: Article) => Article) => void
  canWrite: boolean
}
