import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Locale } from '../../../schemas/text.ts'
import { CallError, call } from '../../call.ts'
import { useSession } from '../../queries.ts'

export type ListedArticle = Awaited<ReturnType<typeof call<'listArticles'>>>['articles'][number]
export type ArticleFilter = 'all' | 'thin' | 'expired' | 'unhelpful'
export type Cluster = Awaited<ReturnType<typeof call<'listReviewClusters'>>>['clusters'][number]
export type SynonymSuggestion = Awaited<ReturnType<typeof call<'suggestSynonyms'>>>['suggestions'][number]
export type Asked = Awaited<ReturnType<typeof call<'askKnowledge'>>>

/** Rows a page of the lists holds, as the server cuts them. */
export const pageSize = 50

const keys = {
  articles: ['articles'] as const,
  article: (id: string) => ['article', id] as const,
  alike: ['articles', 'alike'] as const,
  vocabulary: ['vocabulary'] as const,
  suggestions: ['vocabulary', 'suggestions'] as const,
  products: ['products'] as const,
  reviews: ['reviews'] as const,
  clusters: ['reviews', 'clusters'] as const,
  proposals: ['reviews', 'confirmed'] as const,
}

/**
 * Asks again for everything that a change of the knowledge may have made stale.
 * @param removed articles that are known to be gone: nobody asks for them
 */
export function refreshKnowledge(client: QueryClient, removed: readonly string[] = []): Promise<unknown> {
  for (const id of removed) client.setQueryData(keys.article(id), null)
  const stale = [keys.articles, ['article'], keys.vocabulary, keys.products, keys.reviews, ['library']]
  const isAlive = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    !(queryKey[0] === 'article' && removed.some((id) => id === queryKey[1]))
  return Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey, predicate: isAlive })))
}

interface ArticleSearch {
  search?: string
  offset?: number
  filter?: ArticleFilter
  locale?: Locale | undefined
  tag?: string | undefined
}

export const useArticles = (query: ArticleSearch, enabled = true) =>
  useQuery({
    queryKey: [...keys.articles, 'list', query],
    queryFn: ({ signal }) => call('listArticles', { query, signal }),
    placeholderData: (before) => before,
    enabled,
  })

type ReadArticle = Awaited<ReturnType<typeof call<'readArticle'>>>

/** null once it was removed here. */
export const useArticle = (id: string, enabled: boolean) =>
  useQuery<ReadArticle | null>({
    queryKey: keys.article(id),
    queryFn: ({ signal }) => call('readArticle', { params: { id }, signal }),
    enabled,
  })

export const useAlike = () =>
  useQuery({ queryKey: keys.alike, queryFn: ({ signal }) => call('listArticleDuplicates', { signal }), staleTime: 30_000 })

export const useVocabulary = () => useQuery({ queryKey: keys.vocabulary, queryFn: ({ signal }) => call('listVocabulary', { signal }) })

/** Words that chats suggest; watched while the chats are being read. */
export const useSuggestions = () =>
  useQuery({
    queryKey: keys.suggestions,
    queryFn: ({ signal }) => call('suggestSynonyms', { signal }),
    staleTime: 60_000,
    refetchInterval: (query) => (query.state.data?.chats.state === 'running' ? 700 : false),
  })

/** Reads the chats anew. */
export function useLookAgain(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await call('mineSynonyms').catch(() => {})
    await client.invalidateQueries({ queryKey: keys.suggestions })
  }
}

export const useProducts = (search: string, offset = 0) =>
  useQuery({
    queryKey: [...keys.products, search, offset],
    queryFn: ({ signal }) => call('listProducts', { query: { search, offset }, signal }),
    placeholderData: (before) => before,
  })

export const useClusters = () =>
  useQuery({ queryKey: keys.clusters, queryFn: ({ signal }) => call('listReviewClusters', { query: { kind: 'unanswered' }, signal }) })

export const useProduct = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keys.products, 'one', id],
    queryFn: async ({ signal }) => (await call('listProducts', { query: { id }, signal })).products[0] ?? null,
    enabled,
  })

/** Wordings that visitors confirmed, of all articles: the server lists the most frequent hundred. */
export const useProposals = () =>
  useQuery({
    queryKey: keys.proposals,
    queryFn: ({ signal }) => call('listReviews', { query: { kind: 'confirmed' }, signal }),
  })

/** True for roles that may change the knowledge. */
export function useCanWrite(): boolean {
  const { data: me } = useSession()
  return me?.role === 'owner' || me?.role === 'operator'
}

/** Changes were made by somebody else's words: ask again. */
export const useRefresh = () => {
  const client = useQueryClient()
  return () => refreshKnowledge(client)
}

export const isGone = (error: unknown): boolean => error instanceof CallError && error.status === 404
