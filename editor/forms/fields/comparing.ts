import { operatorWords, valueWords } from '../../../nodes/condition-words.ts'
import { type Comparison, type ConditionValue, type OperandKind, type Operator, operators } from '../../../schemas/condition.ts'
import type { Flow } from '../../../schemas/flow.ts'
import type { EntityType } from '../../../schemas/perception.ts'
import type { Locale } from '../../../schemas/text.ts'

/** What kind of thing a comparison looks at; it decides which operators make sense. */
type ValueKind = 'text' | 'number' | 'date' | 'flag' | 'list'

const always: readonly Operator[] = ['is-set', 'is-empty']

const operatorsOf: { [kind in ValueKind]: readonly Operator[] } = {
  text: ['equals', 'not-equals', 'contains', 'is-one-of', 'matches', ...always],
  number: ['equals', 'greater-than', 'at-least', 'less-than', 'at-most', ...always],
  date: ['before', 'after', 'within-hours', ...always],
  flag: ['equals', ...always],
  list: ['contains', 'is-one-of', ...always],
}

const slotKinds: { [type in EntityType]: ValueKind } = {
  text: 'text',
  order_no: 'text',
  tracking_no: 'text',
  phone: 'text',
  email: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  yes_no: 'flag',
  choice: 'text',
  size: 'text',
  colour: 'text',
  date_time: 'date',
  quantity: 'number',
  height_cm: 'number',
  weight_kg: 'number',
  ordinal: 'number',
  rating: 'number',
  person_name: 'text',
  address: 'text',
  tax_no: 'text',
  coupon_code: 'text',
  product: 'text',
  symptom: 'text',
  reason: 'text',
  photo: 'text',
  voice: 'text',
}

const fieldKinds: { [field: string]: ValueKind } = {
  orders: 'number',
  spent: 'number',
  tags: 'list',
  verified: 'flag',
  now: 'date',
  hour: 'number',
  weekday: 'number',
  turns: 'number',
  anger: 'number',
  anxiety: 'number',
  urgency: 'number',
  negative: 'number',
  complaint: 'number',
  repeated: 'number',
}

/** The operators to offer, the one in use always among them. */
export function operatorsFor(value: ConditionValue, flow: Flow, used: Operator): Operator[] {
  const fitting = operatorsOf[kindOf(value, flow)]
  return fitting.includes(used) ? [...fitting] : [used, ...fitting]
}

function kindOf(value: ConditionValue, flow: Flow): ValueKind {
  if (value.from !== 'slot') return fieldKinds[value.field] ?? 'text'
  const slot = flow.slots.find((each) => each.name === value.name)
  return slot ? slotKinds[slot.type] : 'text'
}

/** An operator by itself: the words of its sentence without the blanks. */
export function operatorName(operator: Operator, locale: Locale): string {
  return operatorWords[operator][locale]
    .replace(/\{value\}|\{operand\}|[「」"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The comparison looking at something else: what does not fit any more is replaced by what does. */
export function lookAt(comparison: Comparison, value: ConditionValue, flow: Flow): Comparison {
  const fitting = operatorsOf[kindOf(value, flow)]
  return compareBy({ ...comparison, value }, fitting.includes(comparison.operator) ? comparison.operator : (fitting[0] ?? 'is-set'))
}

/** The comparison with another operator; its operand stays if it still fits. */
export function compareBy({ value, operator: before, operand }: Comparison, operator: Operator): Comparison {
  const kind: OperandKind = operators[operator]
  if (kind === 'none') return { value, operator }
  if (operand !== undefined && operators[before] === kind) return { value, operator, operand }
  return { value, operator, operand: startOf[kind](operand) }
}

const startOf: { [kind in Exclude<OperandKind, 'none'>]: (old: Comparison['operand']) => NonNullable<Comparison['operand']> } = {
  text: (old) => (Array.isArray(old) ? (old[0] ?? '') : String(old ?? '')),
  texts: (old) => (Array.isArray(old) ? old : old === undefined || old === '' ? [] : [String(old)]),
  number: (old) => (typeof old === 'number' ? old : 0),
  date: () => new Date().toISOString(),
  pattern: (old) => (typeof old === 'string' ? old : ''),
  span: (old) => (typeof old === 'number' ? old : 24),
}

/** Everything a comparison can look at, as `slot:order_no` or `profile:tier`, in groups. */
export function valueOptions(
  flow: Flow,
  locale: Locale,
  used: ConditionValue,
): { from: ConditionValue['from']; options: { value: string; label: string }[] }[] {
  const names = new Set([...flow.slots.map((slot) => slot.name), ...(used.from === 'slot' ? [used.name] : [])])
  const others = Object.entries(valueWords).map(([from, fields]) => ({
    from: from as keyof typeof valueWords,
    options: Object.entries(fields).map(([field, words]) => ({ value: `${from}:${field}`, label: words[locale] })),
  }))
  return [{ from: 'slot', options: [...names].map((name) => ({ value: `slot:${name}`, label: name })) }, ...others]
}

export const valueKey = (value: ConditionValue): string => `${value.from}:${value.from === 'slot' ? value.name : value.field}`
