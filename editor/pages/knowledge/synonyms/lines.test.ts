import { describe, expect, it } from 'vitest'
import { joined, linesOf } from './joined.ts'
import { lineOf, wordsIn } from './lines.ts'

describe('a line of synonyms', () => {
  it('takes the commas of both languages and says each word once', () => {
    expect(wordsIn('退款，退钱、把钱退我, 退款 ,')).toEqual(['退款', '退钱', '把钱退我'])
    expect(wordsIn('refund, money back')).toEqual(['refund', 'money back'])
  })

  it('reads back what it wrote', () => {
    expect(wordsIn(lineOf(['税号', '抬头']))).toEqual(['税号', '抬头'])
  })
})

describe('an accepted suggestion', () => {
  const groups = [{ id: 'g', words: ['退款', '退钱'] }]
  it('joins the line that knows one of its words', () => {
    expect(joined(groups, ['退款', '返现'], 'new')).toEqual({ id: 'g', words: ['退款', '退钱', '返现'] })
  })
  it('is seen to stand in two lines, which cannot become one by it', () => {
    const two = [...groups, { id: 'h', words: ['Refund', '返现'] }]
    expect(linesOf(two, ['退钱', 'refund']).map(({ id }) => id)).toEqual(['g', 'h'])
  })
  it('is a line of its own where none does', () => {
    expect(joined(groups, ['税号', '抬头'], 'new')).toEqual({ id: 'new', words: ['税号', '抬头'] })
  })
})
