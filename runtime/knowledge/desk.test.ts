import { describe, expect, it } from 'vitest'
import { createKnowledge } from './knowledge.ts'

describe('an answer that is kept', () => {
  const day = { from: '2026-11-11T00:00:00.000Z', to: '2026-11-12T00:00:00.000Z' }
  const ask = () => {
    const knowledge = createKnowledge([
      { id: 'sale', question: '双十一活动', similar: [], answer: '', tags: [], validFrom: day.from, validTo: day.to },
    ])
    return (now: number) => knowledge.ask('双十一活动', { locale: 'zh-CN', now }).kind
  }

  it('ends with the article, also when it was asked for in its last millisecond', () => {
    const kindAt = ask()
    expect(kindAt(Date.parse(day.to))).toBe('answer')
    expect(kindAt(Date.parse(day.to) + 1)).toBe('nothing')
  })

  it('is none any more when the article begins, also when it was asked for in the millisecond before', () => {
    const kindAt = ask()
    expect(kindAt(Date.parse(day.from) - 1)).toBe('nothing')
    expect(kindAt(Date.parse(day.from))).toBe('answer')
  })
})
