import { z } from 'zod'
import { slotName } from '../../schemas/name.ts'
import { localizedText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type TextField } from '../define.ts'

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: localizedText }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('copy'), from: slotName }),
  z.strictObject({ kind: z.literal('add'), number: z.number() }),
  z.strictObject({ kind: z.literal('clear') }),
])

/** Writes variables: a text, a number, a copy; counts up; empties. */
export const set = defineNode({
  type: 'set',
  v: 1,
  group: 'logic',
  icon: 'variable',
  data: z.strictObject({
    assignments: z
      .array(z.strictObject({ slot: slotName, to: change.meta({ field: 'variant' }) }))
      .max(50)
      .meta({ field: 'rows' }),
  }),
  outlets: { next: 'must' },
  initial: { assignments: [] },
  reads: (data) => data.assignments.flatMap((each) => (each.to.kind === 'copy' ? [each.to.from] : [])),
  writes: (data) => data.assignments.map((each) => each.slot),
  texts: (data): TextField[] =>
    data.assignments.flatMap((each, index) =>
      each.to.kind === 'text' ? [{ path: ['assignments', index, 'to', 'text'], text: each.to.text }] : [],
    ),
  summary: (data, words): CardLine[] =>
    data.assignments.map((each) => {
      const value = each.to.kind === 'copy' ? each.to.from : 'number' in each.to ? each.to.number : ''
      return {
        kind: 'sentence',
        text: words.say(each.to.kind, { slot: each.slot, value, text: each.to.kind === 'text' ? textOf(each.to.text, words.locale) : '' }),
      }
    }),
  checks: (data) => (data.assignments.length === 0 ? [{ code: 'value-missing', path: ['assignments'] }] : []),
})

function textOf(text: z.infer<typeof localizedText>, locale: 'zh-CN' | 'en'): string {
  return typeof text === 'string' ? text : (text[locale] ?? '')
}
