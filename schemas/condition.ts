import { z } from 'zod'
import { slotName } from './name.ts'
import { plainText } from './text.ts'

/** What a comparison looks at. A closed list: conditions are data, never an expression. */
export const conditionValue = z.discriminatedUnion('from', [
  z.object({ from: z.literal('slot'), name: slotName }).strict(),
  z.object({ from: z.literal('profile'), field: z.enum(['tier', 'orders', 'spent', 'tags', 'verified']) }).strict(),
  z.object({ from: z.literal('message'), field: z.enum(['text', 'language', 'intent', 'mood']) }).strict(),
  z.object({ from: z.literal('mood'), field: z.enum(['anger', 'anxiety', 'urgency', 'negative', 'complaint', 'repeated']) }).strict(),
  z.object({ from: z.literal('clock'), field: z.enum(['now', 'hour', 'weekday']) }).strict(),
  z.object({ from: z.literal('conversation'), field: z.enum(['channel', 'locale', 'turns']) }).strict(),
])
export type ConditionValue = z.infer<typeof conditionValue>

/**
 * Operators and the operand each takes:
 * `none`, `text`, `texts` (list), `number`, `date` (ISO 8601), `pattern` (RE2), `span` (hours).
 * The visual builder, the checker and the evaluator each hold a complete map over these keys.
 */
export const operators = {
  'is-set': 'none',
  'is-empty': 'none',
  equals: 'text',
  'not-equals': 'text',
  contains: 'text',
  'is-one-of': 'texts',
  matches: 'pattern',
  'greater-than': 'number',
  'at-least': 'number',
  'less-than': 'number',
  'at-most': 'number',
  before: 'date',
  after: 'date',
  'within-hours': 'span',
} as const
export type Operator = keyof typeof operators
export type OperandKind = (typeof operators)[Operator]

const operatorName = z.enum(Object.keys(operators) as [Operator, ...Operator[]])

export const comparison = z
  .object({
    value: conditionValue,
    operator: operatorName,
    operand: z.union([plainText, z.number(), z.array(plainText).max(200)]).optional(),
  })
  .strict()
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof comparison>

export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition }

/** A tree of all / any / not over comparisons. Depth is bounded by the byte scanner, width here. */
export const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      comparison,
      z.object({ all: z.array(condition).min(1).max(50) }).strict(),
      z.object({ any: z.array(condition).min(1).max(50) }).strict(),
      z.object({ not: condition }).strict(),
    ]),
  )
  .meta({ id: 'Condition', field: 'condition' })

/** Every slot that the condition reads, each once. */
export function slotsOfCondition(tree: Condition): string[] {
  const names = new Set<string>()
  const walk = (part: Condition): void => {
    if ('all' in part) part.all.forEach(walk)
    else if ('any' in part) part.any.forEach(walk)
    else if ('not' in part) walk(part.not)
    else if (part.value.from === 'slot') names.add(part.value.name)
  }
  walk(tree)
  return [...names]
}
