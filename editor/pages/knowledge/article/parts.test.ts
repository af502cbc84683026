import { describe, expect, it } from 'vitest'
import { article } from '../../../../schemas/article.ts'
import { withParts } from './parts.ts'

const stored = article.parse({
  id: 'a',
  question: '几天内可以退货',
  similar: ['收到多久还能退', '刚刚采纳的一句'],
  answer: { 'zh-CN': '7 天内', en: 'Within 7 days' },
  validTo: '2026-12-31T15:59:59.999Z',
  tags: ['售后'],
})

describe('saving what was typed', () => {
  it('leaves wordings that were approved meanwhile', () => {
    const draft = { ...stored, similar: ['收到多久还能退'], answer: { 'zh-CN': '15 天内', en: 'Within 15 days' } }
    expect(withParts(stored, draft, ['answer'])).toEqual({ ...stored, answer: draft.answer })
  })

  it('leaves an answer that somebody else wrote while the question was edited here', () => {
    const draft = { ...stored, question: '退货期限', answer: 'old' }
    expect(withParts(stored, draft, ['question'])).toEqual({ ...stored, question: '退货期限' })
  })

  it('takes away what was emptied', () => {
    const { validTo: _gone, ...draft } = stored
    const merged = withParts(stored, draft, ['details'])
    expect('validTo' in merged).toBe(false)
    expect(article.safeParse(merged).success).toBe(true)
  })
})
