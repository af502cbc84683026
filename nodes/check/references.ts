import { type Comparison, type Condition, type OperandKind, operators } from '../../schemas/condition.ts'
import type { EntityType } from '../../schemas/perception.ts'
import { readPattern } from '../pattern.ts'
import { type CheckedNode, type Checking, inData, inWords } from './checking.ts'
import { fieldsOfKind } from './fields.ts'

/** What cards name outside themselves: variables, library items, other flows; and whether conditions compare what compares. */
export function checkReferences(checking: Checking): void {
  const slots = knownSlots(checking)
  for (const at of checking.nodes) {
    const { definition, data } = at
    if (!definition || !data) continue
    checkUses(checking, at)
    const read = new Set(definition.reads?.(data) ?? [])
    for (const field of fieldsOfKind(definition.data, data, 'slot')) {
      const name = String(field.value)
      if (read.has(name) && !slots.has(name)) checking.report('slot-unknown', inData(at, field.path), { name }, at)
    }
    for (const field of definition.conditions?.(data) ?? []) checkCondition(checking, at, slots, field.condition, field.path)
    for (const field of definition.patterns?.(data) ?? []) {
      if (!readPattern(field.pattern)) checking.report('pattern-refused', inData(at, field.path), {}, at)
    }
  }
}

/** Variables that the flow declares or some card writes. */
export function knownSlots({ flow, nodes }: Checking): Set<string> {
  const written = nodes.flatMap(({ definition, data }) => (definition && data ? (definition.writes?.(data) ?? []) : []))
  return new Set([...flow.slots.map((slot) => slot.name), ...written])
}

function checkUses({ flow, context, report }: Checking, at: CheckedNode): void {
  const { definition, data } = at
  if (!definition || !data) return
  for (const use of definition.uses?.(data) ?? []) {
    const path = inData(at, use.path)
    if (use.kind === 'intent' && context.intents && !context.intents.has(use.id)) report('intent-unknown', path, { id: use.id }, at)
    if (use.kind === 'article' && context.articles && !context.articles.has(use.id)) report('article-unknown', path, { id: use.id }, at)
    if (use.kind === 'offer' && context.offers && !context.offers.has(use.id)) report('offer-unknown', path, { id: use.id }, at)
    if (use.kind !== 'flow' || use.id === flow.id) continue
    if (context.flows && !context.flows.has(use.id)) report('flow-unknown', path, { id: use.id }, at)
    else if (context.published && !context.published.has(use.id)) report('flow-unpublished', path, { id: use.id }, at)
  }
}

function checkCondition(
  checking: Checking,
  at: CheckedNode,
  slots: ReadonlySet<string>,
  tree: Condition,
  path: readonly PropertyKey[],
): void {
  if ('all' in tree) tree.all.forEach((part, index) => checkCondition(checking, at, slots, part, [...path, 'all', index]))
  else if ('any' in tree) tree.any.forEach((part, index) => checkCondition(checking, at, slots, part, [...path, 'any', index]))
  else if ('not' in tree) checkCondition(checking, at, slots, tree.not, [...path, 'not'])
  else checkComparison(checking, at, slots, tree, path)
}

const operandNames = {
  text: { 'zh-CN': '文字', en: 'a text' },
  texts: { 'zh-CN': '一组文字', en: 'a list of texts' },
  number: { 'zh-CN': '数字', en: 'a number' },
  date: { 'zh-CN': '日期（如 2026-11-20）', en: 'a date such as 2026-11-20' },
  pattern: { 'zh-CN': '模式', en: 'a pattern' },
  span: { 'zh-CN': '小时数', en: 'a number of hours' },
  none: { 'zh-CN': '空着', en: 'left empty' },
} satisfies { [kind in OperandKind]: unknown }

const isDate = (text: unknown) => typeof text === 'string' && /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text))

const fits: { [kind in OperandKind]: (operand: Comparison['operand']) => boolean } = {
  none: (operand) => operand === undefined,
  text: (operand) => typeof operand === 'string' || typeof operand === 'number',
  texts: (operand) => Array.isArray(operand),
  number: (operand) => typeof operand === 'number',
  date: isDate,
  pattern: (operand) => typeof operand === 'string',
  span: (operand) => typeof operand === 'number' && operand >= 0,
}

function checkComparison(
  { flow, report }: Checking,
  at: CheckedNode,
  slots: ReadonlySet<string>,
  comparison: Comparison,
  path: readonly PropertyKey[],
): void {
  const { value, operator, operand } = comparison
  const kind = operators[operator]
  const operandPath = inData(at, [...path, 'operand'])
  const empty = operand === undefined || operand === '' || (Array.isArray(operand) && operand.length === 0)
  if (kind !== 'none' && empty) report('operand-missing', operandPath, {}, at)
  else if (!fits[kind](operand)) report('operand-wrong', operandPath, inWords('wanted', operandNames[kind]), at)
  else if (kind === 'pattern' && !readPattern(String(operand))) report('pattern-refused', operandPath, {}, at)
  if (value.from !== 'slot') return
  const namePath = inData(at, [...path, 'value', 'name'])
  if (!slots.has(value.name)) return report('slot-unknown', namePath, { name: value.name }, at)
  const declared = flow.slots.find((slot) => slot.name === value.name)?.type
  if (declared && !comparable(declared, kind))
    report('operator-unfit', inData(at, [...path, 'operator']), { name: value.name, ...inWords('wanted', operandNames[kind]) }, at)
}

/** A text may turn out to be a number or a date, so only kinds that never do are told. */
function comparable(type: EntityType, kind: OperandKind): boolean {
  if (kind === 'number') return !['yes_no', 'date', 'email', 'choice', 'colour', 'order_no', 'tracking_no', 'phone'].includes(type)
  if (kind === 'date' || kind === 'span') return type === 'date' || type === 'text'
  return true
}
