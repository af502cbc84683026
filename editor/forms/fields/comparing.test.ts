import { describe, expect, it } from 'vitest'
import { comparison, conditionValue, operators } from '../../../schemas/condition.ts'
import type { Flow } from '../../../schemas/flow.ts'
import { locales } from '../../../schemas/text.ts'
import { compareBy, lookAt, operatorName, operatorsFor, valueKey, valueOptions } from './comparing.ts'

const flow: Flow = {
  format: 1,
  id: 'f',
  name: 'f',
  slots: [
    { name: 'hours', type: 'number' },
    { name: 'day', type: 'date' },
    { name: 'reason', type: 'text' },
  ],
  nodes: [],
  edges: [],
  layout: {},
}

describe('a comparison in the builder', () => {
  it('offers for a number what one does with numbers, and keeps an odd operator that is in use', () => {
    expect(operatorsFor({ from: 'slot', name: 'hours' }, flow, 'at-least')).not.toContain('contains')
    expect(operatorsFor({ from: 'slot', name: 'day' }, flow, 'before')).toContain('within-hours')
    expect(operatorsFor({ from: 'slot', name: 'hours' }, flow, 'contains')[0]).toBe('contains')
  })

  it('always stays one that the document accepts, whatever is chosen', () => {
    const values = valueOptions(flow, 'zh-CN', { from: 'slot', name: 'gone' })
      .flatMap((group) => group.options.map((option) => option.value))
      .map((key) => {
        const [from = '', name = ''] = key.split(':')
        return conditionValue.parse(from === 'slot' ? { from, name } : { from, field: name })
      })
    for (const value of values)
      for (const operator of Object.keys(operators) as (keyof typeof operators)[]) {
        const chosen = compareBy({ value: { from: 'slot', name: 'reason' }, operator: 'equals', operand: 'x' }, operator)
        const moved = lookAt(chosen, value, flow)
        expect(comparison.safeParse(moved).success, JSON.stringify(moved)).toBe(true)
        expect(moved.operand === undefined).toBe(operators[moved.operator] === 'none')
        expect(valueKey(moved.value)).toBe(valueKey(value))
      }
  })

  it('names every operator in both languages without blanks or brackets', () => {
    for (const operator of Object.keys(operators) as (keyof typeof operators)[])
      for (const locale of locales) expect(operatorName(operator, locale)).toMatch(/^[^{}「」"]+$/)
  })
})
