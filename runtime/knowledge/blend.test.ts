import { describe, expect, it } from 'vitest'
import type { Article } from '../../schemas/article.ts'
import { createKnowledge } from './knowledge.ts'

const articles: Article[] = [
  { id: 'wash', question: '这件衣服怎么清洗', similar: ['可以机洗吗'], answer: '冷水手洗。', tags: [], locale: 'zh-CN' },
  { id: 'size', question: '这件衣服怎么选尺码', similar: ['买多大的合适'], answer: '按身高选。', tags: [], locale: 'zh-CN' },
]
const options = { locale: 'zh-CN', now: 0, personal: true } as const

describe('likeness of meaning beside the words', () => {
  const knowledge = createKnowledge(articles)
  const asked = '这件衣服怎么打理'
  const likeness = (id: string) => (article: Article) => (article.id === id ? 1 : 0)

  it('decides between articles that the words leave equal, and makes the answer surer', () => {
    const bestOf = (answer: ReturnType<typeof knowledge.ask>) =>
      answer.kind === 'answer' ? answer : answer.kind === 'not-sure' ? answer.candidates[0] : undefined
    const plain = bestOf(knowledge.ask(asked, options))
    const wash = bestOf(knowledge.ask(asked, { ...options, likeness: likeness('wash') }))
    const size = bestOf(knowledge.ask(asked, { ...options, likeness: likeness('size') }))
    expect([wash?.article, size?.article]).toEqual(['wash', 'size'])
    expect(wash?.confidence).toBeGreaterThan(plain?.confidence ?? 0)
  })

  it('changes nothing while it is unknown of an article', () => {
    expect(knowledge.ask(asked, { ...options, likeness: () => undefined })).toEqual(knowledge.ask(asked, options))
    const half = (article: Article) => (article.id === 'wash' ? 1 : undefined)
    expect(knowledge.ask(asked, { ...options, likeness: half })).toEqual(knowledge.ask(asked, options))
  })
})
