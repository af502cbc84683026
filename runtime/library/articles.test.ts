import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../schemas/article.ts'
import type { ArticleChange, VocabularyChange } from '../../schemas/library-change.ts'
import { AppError } from '../errors.ts'
import { changeArticles } from './articles.ts'
import { changeRows, type RowChange } from './rows.ts'
import { changeVocabulary } from './vocabulary.ts'

function article(id: string, similar: string[] = [], more: Partial<Article> = {}): Article {
  return { id, question: `关于${id}`, similar, answer: '好', tags: [], ...more }
}

/** The articles as they are afterwards. */
function applied(articles: readonly Article[], changes: readonly ArticleChange[]) {
  const { put, remove, undo } = changeArticles(articles, changes)
  const after = new Map(articles.map((each) => [each.id, each]))
  for (const id of remove) after.delete(id)
  for (const each of put) after.set(each.id, each)
  return { articles: [...after.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), undo }
}

const ids = fc.constantFrom('a', 'b', 'c')
const lines = fc.uniqueArray(fc.constantFrom('能退吗', '怎么退', '几天', '运费', '开票'), { minLength: 1, maxLength: 5 })
const change: fc.Arbitrary<ArticleChange> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), article: fc.tuple(ids, lines).map(([id, similar]) => article(id, similar)) }),
  fc.record({ do: fc.constant('add' as const), article: ids, similar: lines }),
  fc.record({ do: fc.constant('take' as const), article: ids, similar: lines }),
  fc.record({ do: fc.constant('remove' as const), article: ids }),
)

describe('changes of articles', () => {
  it('are undone exactly by what they answer', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const before = [article('a', ['能退吗']), article('b'), article('c', ['几天', '开票'])]
        // adding to an article that is gone by then is refused
        const there = new Set(['a', 'b', 'c'])
        const possible = changes.filter((each) => {
          if (each.do === 'put') there.add(each.article.id)
          if (each.do === 'remove') there.delete(each.article)
          return each.do !== 'add' || there.has(each.article)
        })
        const done = applied(before, possible)
        const undone = applied(done.articles, done.undo)
        expect(undone.articles).toEqual(before)
        expect(applied(undone.articles, undone.undo).articles).toEqual(done.articles)
      }),
    )
  })

  it('that add what is there and take what is not change nothing', () => {
    const changes: ArticleChange[] = [
      { do: 'add', article: 'a', similar: [' 能退吗 ', '关于a'] },
      { do: 'take', article: 'a', similar: ['没有'] },
      { do: 'take', article: 'gone', similar: ['没有'] },
      { do: 'remove', article: 'gone' },
      { do: 'put', article: article('a', ['能退吗']) },
    ]
    expect(changeArticles([article('a', ['能退吗'])], changes)).toEqual({ put: [], remove: [], undo: [] })
  })

  it('of two people meet: an undo takes back its own lines alone', () => {
    const first = applied([article('a', ['x'])], [{ do: 'add', article: 'a', similar: ['y', 'z'] }])
    const second = applied(first.articles, [{ do: 'add', article: 'a', similar: ['z', 'w'] }])
    expect(applied(second.articles, first.undo).articles[0]?.similar).toEqual(['x', 'w'])
  })

  it('that cannot be made are refused whole, and the one is named', () => {
    const refused = (changes: ArticleChange[]) => {
      try {
        changeArticles(
          [
            article(
              'a',
              Array.from({ length: 2_000 }, (_, at) => `${at}`),
            ),
          ],
          changes,
        )
      } catch (thrown) {
        return thrown instanceof AppError ? (thrown.fields.problems as object[])[0] : undefined
      }
      return undefined
    }
    expect(refused([{ do: 'add', article: 'gone', similar: ['x'] }])).toMatchObject({ code: 'article-unknown', path: '/changes/0/article' })
    expect(refused([{ do: 'add', article: 'a', similar: ['x'] }])).toMatchObject({ code: 'value-too-big', path: '/changes/0/similar' })
  })
})

describe('changes of words and products', () => {
  it('are undone exactly by what they answer', () => {
    const edit: fc.Arbitrary<RowChange<{ id: string; value: number }>> = fc.oneof(
      fc.record({ put: fc.record({ id: ids, value: fc.nat(3) }) }),
      fc.record({ remove: ids }),
    )
    const changed = (rows: { id: string; value: number }[], edits: RowChange<{ id: string; value: number }>[]) => {
      const { put, remove, undo } = changeRows(rows, edits)
      const now = new Map(rows.map((row) => [row.id, row]))
      for (const id of remove) now.delete(id)
      for (const row of put) now.set(row.id, row)
      return { rows: [...now.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), undo }
    }
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 10 }), (edits) => {
        const before = [
          { id: 'a', value: 1 },
          { id: 'b', value: 2 },
        ]
        const done = changed(before, edits)
        expect(changed(done.rows, done.undo).rows).toEqual(before)
      }),
    )
  })

  it('keep a word in one group', () => {
    const groups = [{ id: 'freight', words: ['运费', '邮费'] }]
    const put = (id: string, ...words: string[]): VocabularyChange => ({ do: 'put-group', group: { id, words } })
    expect(() => changeVocabulary({ groups, words: [] }, [put('other', '快递费', '邮费')])).toThrow(AppError)
    expect(changeVocabulary({ groups, words: [] }, [put('freight', '运费'), put('other', '快递费', '邮费')]).undo).toHaveLength(2)
    expect(changeVocabulary({ groups, words: [] }, [{ do: 'remove-group', group: 'freight' }]).undo).toEqual([
      { do: 'put-group', group: groups[0] },
    ])
  })

  it('let a vocabulary be mended in which a word stands in two groups already', () => {
    const groups = ['a', 'b', 'c'].map((id) => ({ id, words: ['邮费', id] }))
    const put = (id: string, ...words: string[]): VocabularyChange => ({ do: 'put-group', group: { id, words } })
    const changed = (...changes: VocabularyChange[]) => changeVocabulary({ groups, words: [] }, changes)
    expect(changed(put('d', '抬头', '税号')).groups.put).toHaveLength(1)
    expect(changed(put('a', 'a', 'x')).groups.put).toHaveLength(1)
    expect(() => changed(put('a', '邮费', 'x'))).toThrow(AppError)
    expect(() => changed(put('a', 'a', 'x'), put('d', 'x', 'y'))).toThrow(AppError)
  })
})
