import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSpeller, wordsOf } from './spelling.ts'

const mend = createSpeller(wordsOf(['where is my parcel', 'track my parcel', 'refund please', 'is it there', '退款 refund']))

describe('mending of typing errors', () => {
  it('finds the taught word behind a letter too many, too few, wrong or swapped', () => {
    for (const slip of ['parcell', 'parcl', 'parcek', 'pacrel', 'aprcel'])
      expect(mend(`my ${slip}?`)).toEqual({ text: 'my parcel?', share: 0.5 })
    expect(mend('我的refnud呢').text).toBe('我的refund呢')
  })

  it('leaves taught words, short words, far words and other first letters as they are', () => {
    for (const text of ['where is my parcel', 'thr', 'elephant', 'marcel', 'pa', '退款', '', 'x1234567'])
      expect(mend(text)).toEqual({ text, share: 0 })
    expect(createSpeller([])('parcell')).toEqual({ text: 'parcell', share: 0 })
  })

  it('takes the more frequent of two words that are as near', () => {
    expect(createSpeller(wordsOf(['card', 'cart cart']))('carx').text).toBe('cart')
    expect(createSpeller(wordsOf(['card card', 'cart']))('carx').text).toBe('card')
  })

  it('mends nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'parcelwhrefund '), maxLength: 30 }), (text) => {
        const once = mend(text).text
        expect(mend(once)).toEqual({ text: once, share: 0 })
      }),
    )
  })
})
