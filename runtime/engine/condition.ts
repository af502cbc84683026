import { readPattern } from '../../nodes/pattern.ts'
import type { Turn } from '../../nodes/turn.ts'
import type { Comparison, Condition, ConditionValue, Operator } from '../../schemas/condition.ts'

type Operand = Comparison['operand']
type Value = string | number | boolean | string[] | undefined

/** True when the condition holds. Total: a comparison of things that do not compare is false, never an error. */
export function holds(tree: Condition, turn: Turn): boolean {
  if ('all' in tree) return tree.all.every((part) => holds(part, turn))
  if ('any' in tree) return tree.any.some((part) => holds(part, turn))
  if ('not' in tree) return !holds(tree.not, turn)
  return compare[tree.operator](read(tree.value, turn), tree.operand, turn)
}

const compare: { [operator in Operator]: (value: Value, operand: Operand, turn: Turn) => boolean } = {
  'is-set': (value) => !isEmpty(value),
  'is-empty': (value) => isEmpty(value),
  equals: (value, operand) => texts(value).some((each) => same(each, operand)),
  'not-equals': (value, operand) => !texts(value).some((each) => same(each, operand)),
  contains: (value, operand) => texts(value).some((each) => fold(each).includes(fold(String(operand ?? '')))),
  'is-one-of': (value, operand) => Array.isArray(operand) && texts(value).some((each) => operand.some((one) => same(each, one))),
  matches: (value, operand) => texts(value).some((each) => readPattern(String(operand ?? ''))?.test(each) ?? false),
  'greater-than': (value, operand) => numbers(value, operand, (a, b) => a > b),
  'at-least': (value, operand) => numbers(value, operand, (a, b) => a >= b),
  'less-than': (value, operand) => numbers(value, operand, (a, b) => a < b),
  'at-most': (value, operand) => numbers(value, operand, (a, b) => a <= b),
  before: (value, operand) => dates(value, operand, (a, b) => a < b),
  after: (value, operand) => dates(value, operand, (a, b) => a > b),
  'within-hours': (value, operand, turn) => {
    const at = instant(value)
    return at !== null && typeof operand === 'number' && Math.abs(turn.now - at) <= operand * 3_600_000
  },
}

function read(value: ConditionValue, turn: Turn): Value {
  switch (value.from) {
    case 'slot':
      return Object.hasOwn(turn.slots, value.name) ? turn.slots[value.name] : undefined
    case 'profile':
      return turn.profile[value.field]
    case 'message': {
      const content = turn.message?.content
      const perception = turn.message?.perception
      if (value.field === 'text') return content?.type === 'text' ? content.text : content?.type === 'choice' ? content.label : undefined
      if (value.field === 'language') return perception?.language
      if (value.field === 'intent') return perception?.intents[0]?.id
      return perception?.mood.polarity
    }
    case 'mood':
      return turn.mood[value.field]
    case 'clock': {
      if (value.field === 'now') return new Date(turn.now).toISOString()
      // the shop's own clock, whatever the server's is
      const at = new Date(turn.now + turn.zoneMinutes * 60_000)
      return value.field === 'hour' ? at.getUTCHours() : at.getUTCDay()
    }
    case 'conversation':
      return value.field === 'turns' ? turn.conversation.turns : value.field === 'locale' ? turn.locale : turn.conversation.channel
  }
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim()

function isEmpty(value: Value): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function texts(value: Value): string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [String(value)]
}

function same(value: string, operand: Operand): boolean {
  return operand !== undefined && !Array.isArray(operand) && fold(value) === fold(String(operand))
}

function numbers(value: Value, operand: Operand, test: (a: number, b: number) => boolean): boolean {
  if (isEmpty(value) || Array.isArray(value) || Array.isArray(operand) || operand === undefined) return false
  const left = Number(value)
  const right = Number(operand)
  return Number.isFinite(left) && Number.isFinite(right) && test(left, right)
}

function instant(value: Value): number | null {
  if (typeof value !== 'string') return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}

function dates(value: Value, operand: Operand, test: (a: number, b: number) => boolean): boolean {
  const left = instant(value)
  const right = typeof operand === 'string' ? instant(operand) : null
  return left !== null && right !== null && test(left, right)
}
