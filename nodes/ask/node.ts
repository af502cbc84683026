import { z } from 'zod'
import { slotName } from '../../schemas/name.ts'
import { entityType } from '../../schemas/perception.ts'
import { localizedText, plainText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type NodeProblem, type TextField } from '../define.ts'
import { rowId, words as shortWords, silence, wordings } from '../fields.ts'

/** A product is kept by its name, for texts, and by its id, for the shop. */
export const idSlot = (slot: string): string => `${slot.slice(0, 37)}_id`

/** Asks for one thing and keeps the answer in a slot. What the visitor has said already is not asked. */
export const ask = defineNode({
  type: 'ask',
  v: 1,
  group: 'talk',
  icon: 'forms',
  waits: true,
  hears: 'answer',
  effect: 'reads',
  data: z.strictObject({
    question: localizedText,
    slot: slotName,
    entity: entityType.default('text'),
    offer: z.enum(['none', 'list', 'recent-orders']).default('none').meta({ field: 'select' }),
    choices: z
      .array(z.strictObject({ id: rowId, label: localizedText, synonyms: shortWords.default([]) }))
      .max(12)
      .default([])
      .meta({ field: 'choices', when: { field: 'offer', is: ['list'] } }),
    branch: z
      .boolean()
      .default(false)
      .meta({ field: 'switch', when: { field: 'offer', is: ['list'] } }),
    recent: z
      .int()
      .min(1)
      .max(5)
      .default(3)
      .meta({ field: 'number', when: { field: 'offer', is: ['recent-orders'] } }),
    again: wordings.default([]),
    tries: z.int().min(1).max(5).default(3).meta({ field: 'number' }),
    short: localizedText.optional(),
    known: z.boolean().default(false).meta({ field: 'switch' }),
    always: z.boolean().default(false).meta({ field: 'switch' }),
    optional: z.boolean().default(false).meta({ field: 'switch' }),
    aside: z.boolean().default(true).meta({ field: 'switch' }),
    role: z
      .enum(['auto', 'from', 'to'])
      .default('auto')
      .meta({ field: 'select', when: { field: 'entity', is: ['size', 'colour', 'product', 'quantity', 'address', 'date', 'date_time'] } }),
    pattern: plainText
      .max(500)
      .optional()
      .meta({ field: 'pattern', when: { field: 'entity', is: ['text', 'order_no', 'tracking_no'] } }),
    least: z
      .number()
      .optional()
      .meta({ field: 'number', when: { field: 'entity', is: ['number', 'money'] } }),
    most: z
      .number()
      .optional()
      .meta({ field: 'number', when: { field: 'entity', is: ['number', 'money'] } }),
    silence,
  }),
  outlets: { answered: 'must', 'gave-up': 'must', silent: 'may', error: 'may' },
  initial: { question: '', slot: 'answer' },
  without: (data) => [
    ...(data.branch && data.offer === 'list' ? ['answered' as const] : []),
    ...(data.silence === 0 ? ['silent' as const] : []),
    ...(data.offer === 'recent-orders' ? [] : ['error' as const]),
  ],
  made: (data) =>
    data.branch && data.offer === 'list'
      ? data.choices.map((each, index) => ({ id: each.id, label: each.label, path: ['choices', index, 'id'] }))
      : [],
  passes: (data) => (data.known || data.optional ? ['answered'] : []),
  writes: (data) => (data.entity === 'product' ? [data.slot, idSlot(data.slot)] : [data.slot]),
  fills: (data) => ({ slot: data.slot, entity: data.entity, ...(data.role === 'auto' ? {} : { role: data.role }) }),
  yields: (data) => data.aside,
  texts: (data): TextField[] => [
    { path: ['question'], text: data.question },
    ...(data.offer === 'list' ? data.choices.map((each, index) => ({ path: ['choices', index, 'label'], text: each.label })) : []),
    ...data.again.map((text, index) => ({ path: ['again', index], text })),
    ...(data.short === undefined ? [] : [{ path: ['short'], text: data.short, optional: true }]),
  ],
  patterns: (data) => (data.pattern === undefined ? [] : [{ path: ['pattern'], pattern: data.pattern }]),
  choices: (data) => (data.offer === 'list' ? data.choices.map((each) => ({ value: each.id, label: each.label })) : []),
  summary: (data, words): CardLine[] => [
    { kind: 'bubble', text: data.question },
    {
      kind: 'chips',
      chips: [
        ...(data.offer === 'list' ? data.choices.map((each) => ({ text: each.label, tone: 'choice' as const })) : []),
        ...(data.offer === 'recent-orders' ? [{ text: words.say('recent', { count: data.recent }), tone: 'choice' as const }] : []),
        { text: `→ ${data.slot}`, tone: 'slot' },
      ],
    },
  ],
  checks: (data): NodeProblem[] => [
    ...(data.offer === 'list' && data.choices.length === 0 ? [{ code: 'choices-missing', path: ['choices'] }] : []),
    ...(data.least !== undefined && data.most !== undefined && data.least > data.most ? [{ code: 'range-empty', path: ['most'] }] : []),
  ],
})
