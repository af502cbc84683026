import type { Article } from '../../schemas/article.ts'
import type { Product } from '../../schemas/shop.ts'
import type { Locale } from '../../schemas/text.ts'
import type { LiveKnowledge } from '../knowledge/live.ts'
import type { LiveProducts } from '../knowledge/live-products.ts'
import { pause } from '../knowledge/steps.ts'
import type { Tally, TallyStore } from '../store/library-store.ts'
import { createFilter, filterGently, textsOfArticle, textsOfProduct } from './search.ts'

export interface ArticleQuery {
  search: string
  offset: number
  filter: 'all' | 'thin' | 'expired' | 'unhelpful'
  locale?: Locale | undefined
  tag?: string | undefined
}

export interface ListedArticle {
  article: Article
  validity: 'valid' | 'later' | 'over'
  tally: Tally
}

export interface Listing {
  articles(query: ArticleQuery, now: number): Promise<{ total: number; tags: string[]; articles: ListedArticle[] }>
  products(search: string, offset: number): Promise<{ total: number; products: Product[] }>
}

/** Similar questions that an article should have. */
const wantedSimilar = 5
const pageSize = 50
const mostTags = 300
/** Milliseconds for which the pages of one search hang together. */
const keptFor = 10_000

export const noTally: Tally = { answered: 0, helpful: 0, unhelpful: 0 }

/** Lists from memory: a hundred thousand articles are looked through in steps, and once for all pages of a search. */
export function createListing(knowledge: LiveKnowledge, liveProducts: LiveProducts, tallies: TallyStore): Listing {
  const kept = { articles: createKept<Article[]>(), tags: createKept<string[]>() }

  async function found(query: ArticleQuery, now: number): Promise<Article[]> {
    const { search, filter, locale, tag } = query
    const matches = createFilter(search)
    const all = filter === 'unhelpful' ? await tallies.of() : undefined
    const isWanted = (article: Article) =>
      (locale === undefined || article.locale === undefined || article.locale === locale) &&
      (tag === undefined || article.tags.includes(tag)) &&
      (filter !== 'thin' || article.similar.length < wantedSimilar) &&
      (filter !== 'expired' || validityOf(article, now) === 'over') &&
      (all === undefined || (all.get(article.id)?.unhelpful ?? 0) > 0) &&
      matches(textsOfArticle(article))
    const articles = await filterGently(knowledge.articles().values(), isWanted, pause)
    const unhelpful = (article: Article) => all?.get(article.id)?.unhelpful ?? 0
    return all ? articles.sort((a, b) => unhelpful(b) - unhelpful(a)) : articles
  }

  async function allTags(): Promise<string[]> {
    const counts = new Map<string, number>()
    await filterGently(
      knowledge.articles().values(),
      ({ tags }) => {
        for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
        return false
      },
      pause,
    )
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostTags)
      .map(([tag]) => tag)
  }

  return {
    async articles(query, now) {
      const { offset, ...asked } = query
      const state = [knowledge.version(), knowledge.articles().size]
      const articles = await kept.articles(JSON.stringify([...state, asked, Math.floor(now / keptFor)]), () => found(query, now))
      const page = articles.slice(offset, offset + pageSize)
      const tally = await tallies.of(page.map(({ id }) => id))
      return {
        total: articles.length,
        tags: await kept.tags(JSON.stringify(state), allTags),
        articles: page.map((article) => ({
          article,
          validity: validityOf(article, now),
          tally: tally.get(article.id) ?? noTally,
        })),
      }
    },

    async products(search, offset) {
      const all = liveProducts.all()
      const matches = createFilter(search)
      const products = search.trim() === '' ? [...all] : await filterGently(all, (product) => matches(textsOfProduct(product)), pause)
      return { total: products.length, products: products.slice(offset, offset + pageSize) }
    },
  }
}

function validityOf({ validFrom, validTo }: Article, now: number): ListedArticle['validity'] {
  if (validTo && Date.parse(validTo) < now) return 'over'
  return validFrom && Date.parse(validFrom) > now ? 'later' : 'valid'
}

/** Remembers the last value by its key; those who ask for it meanwhile wait for the same. */
export function createKept<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  let last: { key: string; value: Promise<T> } | undefined
  return (key, make) => {
    if (last?.key === key) return last.value
    const value = make()
    last = { key, value }
    value.catch(() => {
      if (last?.value === value) last = undefined
    })
    return value
  }
}
