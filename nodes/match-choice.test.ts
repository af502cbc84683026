import { describe, expect, it } from 'vitest'
import { matchChoice } from './match-choice.ts'

const choices = [
  { value: 'return', label: '退货', synonyms: ['不想要了', 'send back'] },
  { value: 'exchange', label: '换货' },
  { value: 'refund', label: 'Refund only' },
]

describe('typed words instead of a tap', () => {
  const cases: [string, number][] = [
    ['退货', 0],
    ['我想退货', 0],
    ['不想要了', 0],
    ['SEND BACK', 0],
    ['exchange', 1],
    ['换货。', 1],
    ['refund only!', 2],
    ['1', 0],
    ['第二个', 1],
    ['第2个', 1],
    ['二', 1],
    ['选第三个吧', 2],
    ['那就第三个', 2],
    ['那我要第二个', 1],
    ['the second', 1],
    ['second one', 1],
    ['third', 2],
    ['two', 1],
    ['2nd', 1],
    ['最后一个', 2],
    ['last', 2],
    ['第 2 项', 1],
    ['0', -1],
    ['4', -1],
    ['第四个', -1],
    ['要两个', -1],
    ['', -1],
    ['。', -1],
    ['退货还是换货', -1],
    ['refunded only', -1],
    ['运费谁出', -1],
    ['不想退货', -1],
    ['别退货', -1],
    ['not exchange', -1],
    ['不是退货，是换货', 1],
    ['12', -1],
  ]
  for (const [said, index] of cases)
    it(`reads "${said}" as ${index < 0 ? 'none' : choices[index]?.label}`, () => expect(matchChoice(said, choices)).toBe(index))

  it('matches nothing where nothing was offered', () => {
    for (const said of ['1', 'last', '退货']) expect(matchChoice(said, [])).toBe(-1)
  })

  it('takes no choice for "the last" of none', () => {
    expect(matchChoice('最后', [])).toBe(-1)
  })
})
