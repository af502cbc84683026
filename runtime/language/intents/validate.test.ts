import { describe, expect, it } from 'vitest'
import { crossValidation } from '../../../schemas/intent-report.ts'
import { crossValidate } from './validate.ts'

const intents = [
  { id: 'refund', name: '退款', utterances: ['我要退款', '退款多久到账', '怎么退款', '退款进度查一下', '给我退款', '退款在哪申请'] },
  { id: 'invoice', name: '发票', utterances: ['我要发票', '发票怎么开', '开发票', '发票抬头填错了', '发票寄到哪', '能补发票吗'] },
  { id: 'ship', name: '发货', utterances: ['多久发货', '怎么还不发货', '今天能发货吗', '发货了没', '什么时候发货呢', '催发货'] },
]

describe('cross-validation', () => {
  it('tries every utterance once and tells how many of each intent are understood', () => {
    const shares: number[] = []
    const report = crossValidation.parse(crossValidate(intents, { folds: 3 }, (share) => shares.push(share)))
    expect(report.messages).toBe(18)
    expect(report.intents.map((each) => [each.intent, each.total])).toEqual([
      ['refund', 6],
      ['invoice', 6],
      ['ship', 6],
    ])
    const right = report.intents.reduce((sum, each) => sum + each.right, 0)
    expect(report.accuracy).toBe(right / 18)
    expect(right).toBeGreaterThan(14)
    expect(report.confusions.reduce((sum, each) => sum + each.count, 0)).toBe(18 - right)
    expect(shares.at(-1)).toBe(1)
  })

  it('is the same again for the same seed', () => {
    expect(crossValidate(intents, { folds: 2, seed: 5 })).toEqual(crossValidate(intents, { folds: 2, seed: 5 }))
  })

  it('shows utterances that belong elsewhere as a confusion, in the words of the operator', () => {
    const misplaced = intents.map((each) =>
      each.id === 'ship' ? { ...each, utterances: [...each.utterances, '退款  多久能到账啊？'] } : each,
    )
    const confusion = crossValidate(misplaced, { folds: 3 }).confusions.find((each) => each.from === 'ship')
    expect(confusion).toMatchObject({ to: 'refund', count: 1, examples: [{ text: '退款  多久能到账啊？' }] })
  })

  it('does not count an utterance as understood because it stands there twice', () => {
    const twice = [{ id: 'odd', name: 'x', utterances: ['今天退款', '今天退款！', '今天 退款？'] }, ...intents]
    expect(crossValidate(twice, { folds: 3 }).intents[0]).toEqual({ intent: 'odd', right: 0, total: 3 })
  })

  it('tries every utterance of a library of thousands, too', () => {
    const verbs = ['退', '换', '修', '查', '送', '包', '洗', '量', '拍', '寄']
    const things = Array.from({ length: 25 }, (_, index) => String.fromCodePoint(0x4e00 + index * 97))
    const ends = Array.from({ length: 25 }, (_, index) => String.fromCodePoint(0x5e00 + index * 89))
    const many = verbs.map((verb) => ({
      id: verb,
      name: verb,
      utterances: things.flatMap((thing) => ends.map((end) => `${thing}${verb}${end}`)),
    }))
    const { messages, accuracy, intents: told } = crossValidate(many)
    expect(messages).toBe(6_250)
    expect(told.every(({ total }) => total === 625)).toBe(true)
    expect(accuracy).toBeGreaterThan(0.99)
  })

  it('has nothing to tell of a library without utterances', () => {
    expect(crossValidate([])).toMatchObject({ messages: 0, accuracy: null, confusions: [], directShare: null })
    expect(crossValidate([{ id: 'a', name: 'a', utterances: ['?'] }]).messages).toBe(1)
  })
})
