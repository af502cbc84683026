import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intentHealth, nearDuplicate } from '../../../schemas/intent-report.ts'
import { nearDuplicates } from './duplicates.ts'
import { varietyOf } from './health.ts'
import { createRandom } from './random.ts'

const lesson = (id: string, ...utterances: string[]) => ({ id, name: id, utterances })
const texts = [
  '怎么退货',
  '如何申请退货呢',
  '怎么退货呢',
  'where is my parcel',
  "where's my parcel now",
  '发票',
  '你好',
  '我要投诉你们',
  '投诉',
]

describe('near duplicates', () => {
  it('finds the same words under other marks in two intents, before all that is only alike', () => {
    const pairs = nearDuplicates([lesson('a', '怎么退货？', '帮我查一下快递', '帮我查一下快递吧'), lesson('b', '怎么退货', '开发票')])
    expect(pairs.map((pair) => nearDuplicate.parse(pair))).toEqual(pairs)
    expect(pairs[0]).toEqual({ a: { intent: 'a', text: '怎么退货？' }, b: { intent: 'b', text: '怎么退货' }, similarity: 1 })
    expect(pairs[1]).toMatchObject({ a: { text: '帮我查一下快递' }, b: { text: '帮我查一下快递吧' } })
    expect(pairs).toHaveLength(2)
  })

  it('misses no pair that comparing each with each would find', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...texts), { minLength: 2 }),
        fc.double({ min: 0.3, max: 0.95, noNaN: true }),
        (some, least) => {
          const all = nearDuplicates([lesson('a', ...some)], { least: 0 })
          const found = nearDuplicates([lesson('a', ...some)], { least })
          expect(found).toEqual(all.filter((pair) => pair.similarity >= least))
        },
      ),
    )
  })

  it('gives the most similar ones when there are too many', () => {
    const pairs = nearDuplicates([lesson('a', ...texts)], { least: 0.1, most: 2 })
    expect(pairs).toEqual(nearDuplicates([lesson('a', ...texts)], { least: 0.1 }).slice(0, 2))
  })

  it('looks through 10,000 utterances in a second and a half, of one pattern or of many', () => {
    const random = createRandom(7)
    const words = Array.from({ length: 1_500 }, (_, index) => `w${index.toString(36)}x`)
    const sentence = () => Array.from({ length: 8 }, () => words[Math.floor(random() ** 3 * words.length)]).join(' ')
    const many = lesson('many', ...Array.from({ length: 5_000 }, sentence))
    const one = lesson('one', ...Array.from({ length: 5_000 }, (_, index) => `我的订单${index}怎么还没有发货`))
    nearDuplicates([one])
    const began = performance.now()
    nearDuplicates([many, one])
    // twice the time that is promised: tests share their machine
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})

describe('the health of an intent', () => {
  it('counts wordings that differ, by language', () => {
    const health = intentHealth.parse(varietyOf(lesson('a', ...texts)))
    expect(health).toMatchObject({ intent: 'a', utterances: 9, state: 'weak' })
    expect(health.wordings).toBeLessThan(9)
    expect(health.languages.zh + health.languages.en).toBe(health.wordings)
    expect(health.missing).toBe(10 - health.wordings)
  })

  it('grows with new wordings, not with repetitions', () => {
    const before = varietyOf(lesson('a', ...texts))
    expect(varietyOf(lesson('a', ...texts, '怎么退货！！', '你好。')).share).toBe(before.share)
    expect(varietyOf(lesson('a', ...texts, '包裹坏了', '换个颜色')).share).toBeGreaterThan(before.share)
  })

  it('goes from empty to good', () => {
    expect(varietyOf(lesson('a'))).toMatchObject({ share: 0, state: 'empty', missing: 10 })
    const different = Array.from({ length: 60 }, (_, index) => String.fromCharCode(0x4e00 + index * 40).repeat(2))
    expect(varietyOf(lesson('a', ...different.slice(0, 10)))).toMatchObject({ share: 0.5, state: 'fair', missing: 10 })
    expect(varietyOf(lesson('a', ...different.slice(0, 20)))).toMatchObject({ state: 'good', missing: 0 })
    expect(varietyOf(lesson('a', ...different)).share).toBe(1)
  })

  it('take no sentence for a copy of its opposite', () => {
    const pairs = nearDuplicates([lesson('yes', '是本人', '同意', 'i can'), lesson('no', '不是本人', '不同意', "i can't")], { least: 0.3 })
    expect(pairs).toEqual([])
  })
})
