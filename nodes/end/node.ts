import { z } from 'zod'
import { localizedText } from '../../schemas/text.ts'
import { defineNode } from '../define.ts'

/** Leaves this flow: back to what was open below, or out of everything. */
export const end = defineNode({
  type: 'end',
  v: 1,
  group: 'logic',
  icon: 'flag',
  ends: true,
  data: z.strictObject({
    mode: z.enum(['return', 'close']).default('return').meta({ field: 'select' }),
    text: localizedText.optional(),
  }),
  outlets: {},
  initial: { mode: 'return' },
  texts: (data) => (data.text === undefined ? [] : [{ path: ['text'], text: data.text, optional: true }]),
  summary: (data, words) => [
    ...(data.text ? [{ kind: 'bubble' as const, text: data.text }] : []),
    { kind: 'sentence', text: words.say(data.mode) },
  ],
})
