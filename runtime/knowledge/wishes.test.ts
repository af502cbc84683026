import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../language/normalise.ts'
import { createKnowledge } from './knowledge.ts'
import { finished } from './steps.ts'
import { createLikeness, type Wishes, wishesInSteps } from './wishes.ts'

const shop = [
  ['退款多久到账', '退的钱几天能收到', '钱什么时候退回来'],
  ['几天内可以退货', '七天无理由退货怎么算', '买了不喜欢能退吗'],
  ['可以开发票吗', '怎么开公司抬头的发票', '电子发票在哪下载'],
  ['你们发什么快递', '能指定顺丰吗', '可以换一家快递公司送吗'],
].map((questions) => questions.map(normalise))

const read = (questions: readonly (readonly string[])[], frozen?: Wishes) => finished(wishesInSteps(questions, frozen))
const article = (id: string, [question = '', ...similar]: readonly string[]) => ({ id, question, similar, answer: id, tags: [] })

describe('what a question wants', () => {
  it('is near the article that wants the same, in other words', () => {
    const likeness = createLikeness(read(shop))(normalise('我那笔钱怎么还没回到银行卡里'))
    const all = shop.map((_, index) => likeness?.(index) ?? 0)
    expect(all.indexOf(Math.max(...all))).toBe(0)
  })

  it('finds an answer across languages of wording that words alone put behind another [R25]', () => {
    const knowledge = createKnowledge(
      shop.map((questions, index) => article(['refund', 'return', 'invoice', 'carrier'][index] ?? '', questions)),
    )
    const { articles } = knowledge.rank('别的公司来送行不行，那家老把东西扔门口', { locale: 'zh-CN', now: 0 })
    expect(articles[0]).toBe('carrier')
  })

  it('is told among the reasons for an answer', () => {
    const knowledge = createKnowledge(
      shop.map((questions, index) => article(['refund', 'return', 'invoice', 'carrier'][index] ?? '', questions)),
    )
    const [best] = knowledge.explain('我那笔钱怎么还没回到银行卡里', { locale: 'zh-CN', now: 0 }).articles
    expect(best).toMatchObject({ article: 'refund', wanted: 'refund_progress' })
  })

  it('says nothing of a library of another trade', () => {
    const wishes = read(
      [
        ['护照要提前多久办', '出国前护照几个月有效才行'],
        ['签证材料翻译要公证吗', '在职证明必须英文的吗'],
        ['登机口在哪一层', '转机要不要重新安检'],
      ].map((questions) => questions.map(normalise)),
    )
    expect(wishes.weight).toBeLessThan(0.2)
    expect(read(shop).weight).toBeGreaterThan(0.6)
  })

  it('goes by the weight of the library that it adds to', () => {
    const base = read(shop)
    expect(read([['登机口在哪一层']], base).weight).toBe(base.weight)
  })

  it('is told between 0 and 1, whatever is said', () => {
    const wishes = read(shop)
    const likeness = createLikeness(wishes)
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(...shop.flat())), (text) => {
        const near = likeness(normalise(text))
        return shop.every((_, index) => {
          const value = near?.(index) ?? 0
          return value >= 0 && value <= 1.000_001
        })
      }),
    )
  })
})
