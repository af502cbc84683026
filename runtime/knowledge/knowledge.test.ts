import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../schemas/article.ts'
import { createKnowledge } from './knowledge.ts'

const articles = JSON.parse(readFileSync(new URL('../../examples/library/articles.json', import.meta.url), 'utf8')) as Article[]
const knowledge = createKnowledge(articles)
const now = Date.parse('2026-11-21T00:00:00Z')
const ask = (question: string, locale: 'zh-CN' | 'en' = 'zh-CN', tags?: string[]) =>
  knowledge.ask(question, { locale, now, ...(tags ? { tags } : {}) })

describe('knowledge', () => {
  it('answers what an article answers, in other words too [R24] [R49]', () => {
    expect(ask('几天内可以退货')).toMatchObject({ kind: 'answer', article: 'return-days', confidence: 1 })
    expect(ask('不喜欢可以退吗')).toMatchObject({ kind: 'answer', article: 'return-days' })
    expect(ask('how much is the shipping', 'en')).toMatchObject({ kind: 'answer', article: 'freight-en' })
  })

  it('says nothing to what no article answers', () => {
    for (const text of ['你好', '好的谢谢', '讲个笑话', '我要投诉', '1+1等于几']) expect(ask(text)).toEqual({ kind: 'nothing' })
    expect(ask('今天天气真好啊').kind).not.toBe('answer')
    expect(ask('🙂')).toEqual({ kind: 'nothing' })
    expect(ask('who are you voting for', 'en')).toMatchObject({ kind: expect.stringMatching(/nothing|not-sure/) })
  })

  it('keeps to the articles of a tag and to their dates [R26]', () => {
    expect(ask('几天内可以退货', 'zh-CN', ['shipping']).kind).not.toBe('answer')
    const old = createKnowledge([{ ...(articles[0] as Article), validTo: '2026-01-01T00:00:00Z' }])
    expect(old.ask('几天内可以退货', { locale: 'zh-CN', now })).toEqual({ kind: 'nothing' })
  })
})
