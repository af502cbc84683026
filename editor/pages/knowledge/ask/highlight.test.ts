import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight } from './highlight.ts'

const marked = (text: string, words: string[]) =>
  highlight(text, words)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text)

describe('words that spoke for an article', () => {
  it('are marked wherever they stand, whatever their case', () => {
    expect(marked('退货的运费谁出，退货', ['退货', '运费'])).toEqual(['退货', '运费', '退货'])
    expect(marked('Return window of a RETURN', ['return'])).toEqual(['Return', 'RETURN'])
  })

  it('become one mark where they overlap', () => {
    expect(marked('几天内可以退货', ['可以', '以退', '退货'])).toEqual(['可以退货'])
  })

  it('leave the text as it is, whatever the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 4 })), (text, words) => {
        expect(highlight(text, words).reduce((whole, piece) => whole + piece.text, '')).toBe(text)
      }),
    )
  })
})
