import { describe, expect, it } from 'vitest'
import { article } from '../../../../schemas/article.ts'
import { mergeChanges } from './merge.ts'

const keep = article.parse({
  id: 'a',
  question: '几天内可以退货',
  similar: ['收到多久还能退'],
  answer: { 'zh-CN': '签收后 7 天内', en: '' },
  locale: 'zh-CN',
  tags: ['售后'],
})
const drop = article.parse({
  id: 'b',
  question: '退货期限',
  similar: ['收到多久还能退', '七天无理由'],
  answer: { 'zh-CN': '七天', en: 'Within 7 days' },
  locale: 'zh-CN',
  tags: ['退货'],
  products: ['CUP-01'],
})

describe('two articles made one', () => {
  const [put, remove] = mergeChanges(keep, drop)
  const merged = put?.do === 'put' ? put.article : undefined

  it('keeps question and answer of the one, and all wordings of both, each once', () => {
    expect(merged?.question).toBe('几天内可以退货')
    expect(merged?.similar).toEqual(['收到多久还能退', '退货期限', '七天无理由'])
    expect(remove).toEqual({ do: 'remove', article: 'b' })
  })

  it('takes over what only the other one has: a language, tags, products', () => {
    expect(merged?.answer).toEqual({ 'zh-CN': '签收后 7 天内', en: 'Within 7 days' })
    expect(merged?.tags).toEqual(['售后', '退货'])
    expect(merged?.products).toEqual(['CUP-01'])
    expect(merged?.locale).toBe('zh-CN')
  })

  it('answers in any language where the two were of different ones', () => {
    const [other] = mergeChanges(keep, { ...drop, locale: 'en' })
    expect(other?.do === 'put' && other.article.locale).toBeUndefined()
    expect(article.safeParse(other?.do === 'put' ? other.article : null).success).toBe(true)
  })
})
