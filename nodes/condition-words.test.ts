import { describe, expect, it } from 'vitest'
import { type Condition, operators } from '../schemas/condition.ts'
import { conditionText, conditionWords, operatorWords } from './condition-words.ts'

const late: Condition = { value: { from: 'slot', name: 'stuck_hours' }, operator: 'at-least', operand: 72 }
const gold: Condition = { value: { from: 'profile', field: 'tier' }, operator: 'is-one-of', operand: ['gold', 'black'] }

describe('a condition in plain words', () => {
  it('reads as a sentence in both languages', () => {
    expect(conditionText({ all: [late, { not: gold }] })).toEqual({
      'zh-CN': 'stuck_hours 不少于 72，而且并非（会员等级是「gold」「black」之一）',
      en: 'stuck_hours is at least 72 and not (membership tier is one of "gold", "black")',
    })
    expect(conditionWords({ any: [late, { all: [late, gold] }] }, 'en')).toBe(
      'stuck_hours is at least 72 or (stuck_hours is at least 72 and membership tier is one of "gold", "black")',
    )
  })

  it('shows what is still missing', () => {
    expect(conditionWords({ value: { from: 'clock', field: 'hour' }, operator: 'less-than' }, 'zh-CN')).toBe('现在几点小于 …')
    expect(conditionWords({ value: { from: 'slot', name: 'answer' }, operator: 'equals', operand: '' }, 'zh-CN')).toBe('answer 是「…」')
  })

  it('inserts an operand as it stands', () => {
    expect(conditionWords({ value: { from: 'message', field: 'text' }, operator: 'contains', operand: '{value}$&' }, 'en')).toBe(
      'the message contains "{value}$&"',
    )
  })

  it('has a blank for each operand that an operator takes', () => {
    for (const [operator, kind] of Object.entries(operators))
      for (const words of Object.values(operatorWords[operator as keyof typeof operators]))
        expect(words.includes('{operand}'), operator).toBe(kind !== 'none')
  })
})
