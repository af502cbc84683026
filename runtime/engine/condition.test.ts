import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../nodes/turn.ts'
import { type Comparison, type Operator, operators } from '../../schemas/condition.ts'
import type { SlotValue } from '../../schemas/conversation.ts'
import { holds } from './condition.ts'

const now = Date.parse('2026-11-21T08:00:00Z')
const turn = (slots: Record<string, SlotValue>): Turn =>
  ({
    now,
    locale: 'en',
    slots,
    profile: { verified: true, tier: 'vip', orders: 3, spent: 100, tags: ['baby'] },
    conversation: { id: 'c', channel: 'web', turns: 2 },
    message: null,
  }) as unknown as Turn
const x = (operator: Operator, operand?: Comparison['operand']): Comparison => ({
  value: { from: 'slot', name: 'x' },
  operator,
  ...(operand === undefined ? {} : { operand }),
})

describe('a condition', () => {
  it.each<[SlotValue | undefined, Operator, Comparison['operand'], boolean]>([
    ['a', 'is-set', undefined, true],
    [undefined, 'is-set', undefined, false],
    ['', 'is-empty', undefined, true],
    ['Yes', 'equals', 'yes', true],
    ['ＶＩＰ', 'equals', 'vip', true],
    ['no', 'not-equals', 'yes', true],
    ['blue cup', 'contains', 'CUP', true],
    ['paid', 'is-one-of', ['paid', 'packed'], true],
    ['D20261118-0042', 'matches', '^D\\d{8}-\\d{4}$', true],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', 'matches', '^(a+)+$', false],
    [72, 'at-least', 72, true],
    ['80', 'greater-than', 72, true],
    [3, 'less-than', 3, false],
    [3, 'at-most', 3, true],
    ['', 'at-most', 3, false],
    ['2026-11-20', 'before', '2026-11-21', true],
    ['2026-11-22', 'after', '2026-11-21', true],
    ['2026-11-21T05:00:00Z', 'within-hours', 4, true],
    ['not a date', 'before', '2026-11-21', false],
  ])('%j %s %j → %s', (value, operator, operand, wanted) => {
    expect(holds(x(operator, operand), turn(value === undefined ? {} : { x: value }))).toBe(wanted)
  })

  it('joins by all, any and not', () => {
    const [yes, no] = [x('equals', '1'), x('equals', '2')]
    expect(holds({ all: [yes, { not: no }, { any: [no, yes] }] }, turn({ x: '1' }))).toBe(true)
    expect(holds({ all: [yes, no] }, turn({ x: '1' }))).toBe(false)
  })

  it('reads profile, conversation and clock', () => {
    expect(holds({ value: { from: 'profile', field: 'tags' }, operator: 'equals', operand: 'baby' }, turn({}))).toBe(true)
    expect(holds({ value: { from: 'conversation', field: 'turns' }, operator: 'at-least', operand: 2 }, turn({}))).toBe(true)
    expect(holds({ value: { from: 'clock', field: 'now' }, operator: 'after', operand: '2026-01-01' }, turn({}))).toBe(true)
  })

  it('never throws, whatever is compared with whatever', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string()))
    const operand = fc.oneof(fc.string(), fc.double(), fc.array(fc.string()), fc.constant(undefined))
    const operator = fc.constantFrom(...(Object.keys(operators) as Operator[]))
    fc.assert(
      fc.property(value, operator, operand, (held, by, against) => typeof holds(x(by, against), turn({ x: held })) === 'boolean'),
      { numRuns: 2_000 },
    )
  })

  it('reaches no prototype', () => {
    expect(holds({ value: { from: 'slot', name: 'constructor' }, operator: 'is-set' }, turn({}))).toBe(false)
  })
})
