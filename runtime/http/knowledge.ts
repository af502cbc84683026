import type { Locale } from '../../schemas/text.ts'
import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import type { LiveKnowledge } from '../knowledge/live.ts'
import type { LiveProducts } from '../knowledge/live-products.ts'
import { namedArticles, storeArticles } from '../library/articles.ts'
import type { Importer } from '../library/import/import.ts'
import { type Listing, noTally } from '../library/listing.ts'
import { storeProducts } from '../library/products.ts'
import type { KnowledgeStudies } from '../library/studies.ts'
import type { SynonymSuggestions } from '../library/synonym-suggestions.ts'
import { storeVocabulary } from '../library/vocabulary.ts'
import type { Store } from '../store/store.ts'
import type { Handlers } from './handler.ts'
import type { Note } from './note.ts'

export interface KnowledgeParts {
  store: Pick<Store, 'library' | 'tallies'>
  knowledge: LiveKnowledge
  products: LiveProducts
  listing: Listing
  studies: KnowledgeStudies
  synonymSuggestions: SynonymSuggestions
  importer: Importer
  clock: Clock
  /** What was changed counts for visitors when it resolves. */
  refresh(): Promise<void>
  note: Note
}

type KnowledgeHandlers = Pick<
  Handlers,
  | 'listArticles'
  | 'readArticle'
  | 'changeArticles'
  | 'askKnowledge'
  | 'listArticleDuplicates'
  | 'listVocabulary'
  | 'changeVocabulary'
  | 'suggestSynonyms'
  | 'mineSynonyms'
  | 'dismissSynonyms'
  | 'listProducts'
  | 'changeProducts'
  | 'importTable'
  | 'listReviewClusters'
>

/** Ids written into the audit trail with a change. */
const mostNoted = 100

/** Articles, words and products: what visitors are answered from. */
export function knowledgeHandlers(parts: KnowledgeParts): KnowledgeHandlers {
  const { store, knowledge, products, listing, studies, synonymSuggestions, importer, clock, refresh, note } = parts
  const { library, tallies } = store

  return {
    async listArticles({ query }) {
      const version = await library.version()
      const { total, tags, articles } = await listing.articles(query, clock.now())
      return {
        version,
        total,
        tags,
        articles: articles.map(({ article: { id, question, similar, locale, tags: own }, validity, tally }) => ({
          id,
          question,
          similar: similar.length,
          ...(locale === undefined ? {} : { locale }),
          tags: own,
          validity,
          tally,
        })),
      }
    },

    async readArticle({ parameters: { id } }) {
      const version = await library.version()
      const [article] = await library.some('articles', [id])
      if (!article) throw errors.notFound('article', id)
      return { version, article, tally: (await tallies.of([id])).get(id) ?? noTally }
    },

    async changeArticles({ principal, body }) {
      const changed = await storeArticles(library, body.changes)
      await refresh()
      if (changed.undo.length > 0) {
        const articles = namedArticles(body.changes).slice(0, mostNoted)
        await note(principal, 'articles-changed', 'library', { version: changed.version, articles, changes: body.changes.length })
      }
      return changed
    },

    async askKnowledge({ body: { question, locale, tags, product } }) {
      const options = { locale, tags, now: clock.now(), personal: true }
      const version = await library.version()
      const answer = knowledge.ask(question, options)
      const { confidence, articles } = knowledge.explain(question, options)
      const said = products.ask(question, { locale, ...(product === undefined ? {} : { focus: product }) })
      return { version, answer, confidence, articles, ...(said.kind === 'fact' ? { fact: said.fact } : {}) }
    },

    async listArticleDuplicates() {
      return { version: await library.version(), pairs: await studies.duplicates() }
    },

    async listVocabulary() {
      const version = await library.version()
      const [groups, words] = await Promise.all([library.synonyms(), library.words()])
      return { version, groups, words }
    },

    async changeVocabulary({ principal, body }) {
      const changed = await storeVocabulary(library, body.changes)
      await refresh()
      if (changed.undo.length > 0) {
        const detail = { version: changed.version, changes: body.changes.length }
        await note(principal, 'vocabulary-changed', 'library', detail)
      }
      return changed
    },

    suggestSynonyms: () => synonymSuggestions.list(),

    mineSynonyms() {
      synonymSuggestions.again()
      return {}
    },

    async dismissSynonyms({ principal, body: { word, near, dismissed } }) {
      await synonymSuggestions.dismiss(word, near, dismissed)
      await note(principal, dismissed ? 'synonyms-dismissed' : 'synonyms-brought-back', 'library')
      return {}
    },

    async listProducts({ query: { search, offset, id } }) {
      const version = await library.version()
      if (id !== undefined) {
        const found = await library.some('products', [id])
        return { version, total: found.length, products: found }
      }
      return { version, ...(await listing.products(search, offset)) }
    },

    async changeProducts({ principal, body }) {
      const changed = await storeProducts(library, body.changes)
      await refresh()
      if (changed.undo.length > 0) {
        const detail = { version: changed.version, changes: body.changes.length }
        await note(principal, 'products-changed', 'library', detail)
      }
      return changed
    },

    async importTable({ principal, body, header }) {
      const { what: kind, name, data, dry } = body
      const locale = body.locale ?? preferred(header('accept-language'))
      const report = await importer.import({ kind, name, data, locale }, dry)
      if (!dry && report.problems.length === 0) {
        await refresh()
        const { rows, added, changed } = report
        await note(principal, 'table-imported', 'library', { what: kind, rows, added, changed })
      }
      return report
    },

    async listReviewClusters({ query: { kind } }) {
      return { clusters: await studies.clusters(kind, clock.now()) }
    },
  }
}

/** The language that the caller's browser asks for. */
function preferred(languages: string | undefined): Locale {
  return /^\s*en\b/i.test(languages ?? '') ? 'en' : 'zh-CN'
}
