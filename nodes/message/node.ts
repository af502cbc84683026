import { z } from 'zod'
import { slotName } from '../../schemas/name.ts'
import { localizedText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type TextField } from '../define.ts'
import { rowId, wordings } from '../fields.ts'

/** Says something and goes on; it never waits. Suggestions are words to tap, whoever listens next hears them. */
export const message = defineNode({
  type: 'message',
  v: 1,
  group: 'talk',
  icon: 'message',
  effect: 'reads',
  data: z.strictObject({
    wordings: wordings.default([]),
    card: z.enum(['none', 'steps', 'order', 'parcel', 'products']).default('none').meta({ field: 'select' }),
    steps: z
      .array(localizedText)
      .max(20)
      .default([])
      .meta({ field: 'wordings', when: { field: 'card', is: ['steps'] } }),
    order: slotName.optional().meta({ when: { field: 'card', is: ['order', 'parcel'] } }),
    search: localizedText.optional().meta({ when: { field: 'card', is: ['products'] } }),
    suggestions: z
      .array(z.strictObject({ id: rowId, label: localizedText }))
      .max(6)
      .default([])
      .meta({ field: 'choices' }),
  }),
  outlets: { next: 'must', error: 'may' },
  initial: { wordings: [''], card: 'none' },
  without: (data) => (needsShop(data.card) ? [] : ['error']),
  reads: (data) => (data.order && (data.card === 'order' || data.card === 'parcel') ? [data.order] : []),
  texts: (data): TextField[] => [
    ...data.wordings.map((text, index) => ({ path: ['wordings', index], text })),
    ...(data.card === 'steps' ? data.steps.map((text, index) => ({ path: ['steps', index], text })) : []),
    ...(data.card === 'products' && data.search !== undefined ? [{ path: ['search'], text: data.search }] : []),
    ...data.suggestions.map((each, index) => ({ path: ['suggestions', index, 'label'], text: each.label, literal: true })),
  ],
  choices: (data) => data.suggestions.map((each) => ({ value: each.id, label: each.label })),
  summary: (data, words): CardLine[] => {
    const [first] = data.wordings
    return [
      ...(first === undefined ? [] : [{ kind: 'bubble' as const, text: first }]),
      ...(data.card === 'none'
        ? []
        : [{ kind: 'chips' as const, chips: [{ text: words.say(data.card, { count: data.steps.length }), tone: 'value' as const }] }]),
      ...(data.suggestions.length
        ? [{ kind: 'chips' as const, chips: data.suggestions.map((each) => ({ text: each.label, tone: 'choice' as const })) }]
        : []),
      ...(data.wordings.length > 1 ? [{ kind: 'sentence' as const, text: words.say('variants', { count: data.wordings.length }) }] : []),
    ]
  },
  checks: (data) => {
    if (data.card === 'steps' && data.steps.length === 0) return [{ code: 'value-missing', path: ['steps'] }]
    if ((data.card === 'order' || data.card === 'parcel') && !data.order) return [{ code: 'value-missing', path: ['order'] }]
    if (data.card === 'products' && data.search === undefined) return [{ code: 'value-missing', path: ['search'] }]
    // words to tap stand below a sentence
    const mute = data.wordings.length === 0 && (data.card === 'none' || data.suggestions.length > 0)
    return mute ? [{ code: 'value-missing', path: ['wordings'] }] : []
  },
})

function needsShop(card: string): boolean {
  return card === 'order' || card === 'parcel' || card === 'products'
}
