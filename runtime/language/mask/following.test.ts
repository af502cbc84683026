import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask } from '../mask.ts'
import { coverFollowing, type DigitTail } from './following.ts'

/** What is stored of messages that come every few seconds. */
function stored(messages: readonly string[], step = 5_000): string[] {
  let tail: DigitTail | undefined
  return messages.map((message, index) => {
    const covered = coverFollowing(message, tail, index * step)
    tail = covered.tail
    return mask(covered.text)
  })
}

describe('coverFollowing', () => {
  it.each([
    [['我电话138', '12345678'], '****'],
    [['138123', '45678，麻烦打这个'], '****，麻烦打这个'],
    [['手机是1381234', '后面是5678'], '后面是****'],
    [['１３８', '１２３４ ５６７８'], '****'],
    [['幺三八', '零零一三八零零零'], '****'],
    [['138', '0013', '8000'], '****'],
    [['身份证110105194912', '31002X'], '****'],
    [['卡号4111 1111', '1111 1111'], '****'],
    [['0571-', '88886666'], '****'],
    [['1380013', '8000，一直打不通'], '****，一直打不通'],
    [['1380013', '8000一直打不通'], '****一直打不通'],
    [['138', '在吗', '00138000'], '****'],
    [['138', '好的', '12345678'], '****'],
    [['张三138', '00138000'], '****'],
    [['我叫张三138', '00138000'], '****'],
    [['张三138', '0013', '8000'], '****'],
    [['幺三八00', '一三八零零零'], '****'],
  ])('covers the end of a number that comes in parts: %s [R111]', (messages, wanted) => {
    expect(stored(messages).at(-1)).toBe(wanted)
  })

  it.each([
    [['身高175', '体重140']],
    [['订单号138', '12345678']],
    [['要3件', '12345678']],
    [['一共三十138', '好的', '三天了']],
    [['一共128', '便宜20吧']],
    [['D20261118', '0042']],
  ])('leaves what is no person’s number as it is: %s', (messages) => {
    expect(stored(messages)).toEqual(messages)
  })

  it('forgets the first half after a minute', () => {
    expect(stored(['我电话138', '12345678'], 61_000)).toEqual(['我电话138', '12345678'])
    expect(stored(['我电话138', '12345678'], 60_000)).toEqual(['我电话138', '****'])
    expect(stored(['我电话138', '在吗', '12345678'], 31_000)).toEqual(['我电话138', '在吗', '12345678'])
  })

  it('remembers nothing of a number that was masked whole, or belongs to a thing', () => {
    expect(coverFollowing('打13812345678', undefined, 0).tail).toBeUndefined()
    expect(coverFollowing('单号 77301', undefined, 0).tail).toBeUndefined()
    expect(coverFollowing('好的', { digits: '138', at: 0 }, 60_001).tail).toBeUndefined()
  })

  it('changes no letter of any message, only digits', () => {
    const message = fc
      .array(fc.constantFrom('138', '12345678', '我', ' ', 'a', '-', '幺三八', '①'), { maxLength: 6 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(message, message, (one, two) => {
        const { tail } = coverFollowing(one, undefined, 0)
        const { text } = coverFollowing(two, tail, 1)
        const letters = (words: string) => words.replace(/[^我a]/gu, '')
        expect(letters(text)).toBe(letters(two))
        expect(tail === undefined ? text : two).toBe(two)
      }),
    )
  })

  it.each(['1 ', '1.', '一 ', '1，', '1--'])('takes no longer for thousands of figures that stand apart, as in %s', (part) => {
    const took = (count: number) => {
      const text = `${part.repeat(count)}没问题`
      const times = Array.from({ length: 5 }, () => {
        const began = performance.now()
        coverFollowing(text, { digits: '138', at: 0 }, 1)
        return performance.now() - began
      })
      return Math.min(...times)
    }
    took(1_000)
    expect(took(20_000)).toBeLessThan(200 * Math.max(0.5, took(1_000)))
  })
})
