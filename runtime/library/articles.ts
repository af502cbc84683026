import type { Article } from '../../schemas/article.ts'
import type { ArticleChange } from '../../schemas/library-change.ts'
import { newProblem } from '../../schemas/problem-codes.ts'
import { errors } from '../errors.ts'
import { sameArticle } from '../knowledge/entries.ts'
import type { LibraryStore } from '../store/library-store.ts'
import { changing } from './intents.ts'

/** What changes make of the articles they name, and the changes that undo them, to be made in their order. */
export interface ChangedArticles {
  put: Article[]
  remove: string[]
  undo: ArticleChange[]
}

const mostSimilar = 2_000

/**
 * Makes the changes one after the other, all or nothing. Nothing that was given is changed.
 * @param articles those that the changes name, as far as they exist
 * @throws AppError `invalid` naming the change that cannot be made: no such article, or more similar questions than it holds
 */
export function changeArticles(articles: readonly Article[], changes: readonly ArticleChange[]): ChangedArticles {
  const before = new Map(articles.map((article) => [article.id, article]))
  const now = new Map(before)
  const undo: ArticleChange[][] = []

  const refuse = (code: string, index: number, field: string, id: string) =>
    errors.invalid('The library was not changed.', [newProblem(code, ['changes', index, field], { id })])

  function put(article: Article): ArticleChange[] {
    const known = now.get(article.id)
    if (known && sameArticle(known, article)) return []
    now.set(article.id, article)
    return [known ? { do: 'put', article: known } : { do: 'remove', article: article.id }]
  }

  function add(id: string, similar: readonly string[], places: readonly number[], index: number): ArticleChange[] {
    const known = now.get(id)
    if (!known) throw refuse('article-unknown', index, 'article', id)
    const lines = [...known.similar]
    const there = new Set([known.question, ...lines])
    const added: string[] = []
    for (const [at, given] of similar.entries()) {
      const line = given.replace(/\s+/g, ' ').trim()
      if (line === '' || there.has(line)) continue
      there.add(line)
      added.push(line)
      lines.splice(places[at] ?? lines.length, 0, line)
    }
    if (added.length === 0) return []
    if (lines.length > mostSimilar) throw refuse('value-too-big', index, 'similar', id)
    now.set(id, { ...known, similar: lines })
    return [{ do: 'take', article: id, similar: added }]
  }

  function take(id: string, similar: readonly string[]): ArticleChange[] {
    const known = now.get(id)
    // somebody else may have removed the article, and with it what was to be taken
    if (!known) return []
    const gone = new Set(similar)
    const taken = known.similar.flatMap((line, place) => (gone.has(line) ? [{ line, place }] : []))
    if (taken.length === 0) return []
    now.set(id, { ...known, similar: known.similar.filter((line) => !gone.has(line)) })
    return [{ do: 'add', article: id, similar: taken.map(({ line }) => line), places: taken.map(({ place }) => place) }]
  }

  function remove(id: string): ArticleChange[] {
    const known = now.get(id)
    if (!known) return []
    now.delete(id)
    return [{ do: 'put', article: known }]
  }

  function make(change: ArticleChange, index: number): ArticleChange[] {
    if (change.do === 'put') return put(change.article)
    if (change.do === 'add') return add(change.article, change.similar, change.places ?? [], index)
    if (change.do === 'take') return take(change.article, change.similar)
    return remove(change.article)
  }

  for (const [index, change] of changes.entries()) undo.push(make(change, index))
  return {
    put: [...now.values()].filter((article) => before.get(article.id) !== article),
    remove: [...before.keys()].filter((id) => !now.has(id)),
    undo: undo.toReversed().flat(),
  }
}

/** Ids of the articles that changes are about. */
export function namedArticles(changes: readonly ArticleChange[]): string[] {
  return [...new Set(changes.map((change) => (typeof change.article === 'string' ? change.article : change.article.id)))]
}

/** Makes the changes in the store. @returns the library's version afterwards, and the changes that undo them */
export function storeArticles(
  library: LibraryStore,
  changes: readonly ArticleChange[],
): Promise<{ version: number; undo: ArticleChange[] }> {
  return changing(async () => {
    const version = await library.version('articles')
    const { undo, put, remove } = changeArticles(await library.some('articles', namedArticles(changes)), changes)
    if (put.length + remove.length === 0) return { version: await library.version(), undo: [] }
    const next = await library.change({ articles: { put, remove } }, version)
    return next === 'stale' ? 'stale' : { version: next, undo }
  })
}
