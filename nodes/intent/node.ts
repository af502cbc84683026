import { z } from 'zod'
import { id } from '../../schemas/name.ts'
import { localizedText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type NodeProblem, type Reference, type TextField } from '../define.ts'
import { rowId, share, silence } from '../fields.ts'

/** Understands what a visitor wants and goes that way. Sure: at once; nearly sure: offers what it may be; else: not understood. */
export const intent = defineNode({
  type: 'intent',
  v: 1,
  group: 'understand',
  icon: 'bulb',
  waits: true,
  hears: 'wish',
  data: z.strictObject({
    question: localizedText.optional(),
    branches: z
      .array(z.strictObject({ id: rowId, name: localizedText, intents: z.array(id).max(50).meta({ field: 'intents' }) }))
      .max(60)
      .meta({ field: 'rows' }),
    sure: share.default(0.8),
    unsure: share.default(0.6),
    offerText: localizedText.default({ 'zh-CN': '您是想…', en: 'Do you mean …' }),
    silence,
  }),
  outlets: { 'not-understood': 'must', silent: 'may' },
  initial: { branches: [] },
  without: (data) => (data.silence === 0 ? ['silent'] : []),
  made: (data) => data.branches.map((each, index) => ({ id: each.id, label: each.name, path: ['branches', index, 'id'] })),
  uses: (data): Reference[] =>
    data.branches.flatMap((each, index) =>
      each.intents.map((name, at): Reference => ({ kind: 'intent', id: name, path: ['branches', index, 'intents', at] })),
    ),
  texts: (data): TextField[] => [
    ...(data.question === undefined ? [] : [{ path: ['question'], text: data.question, optional: true }]),
    ...data.branches.map((each, index) => ({ path: ['branches', index, 'name'], text: each.name, literal: true })),
    { path: ['offerText'], text: data.offerText },
  ],
  summary: (data, words): CardLine[] => [
    ...(data.question ? [{ kind: 'bubble' as const, text: data.question }] : []),
    { kind: 'sentence', text: words.say('sure', { sure: Math.round(data.sure * 100), unsure: Math.round(data.unsure * 100) }) },
  ],
  checks: (data): NodeProblem[] => [
    ...(data.branches.length === 0 ? [{ code: 'branches-missing', path: ['branches'] }] : []),
    ...data.branches.flatMap((each, index) =>
      each.intents.length === 0 ? [{ code: 'intents-missing', path: ['branches', index, 'intents'] }] : [],
    ),
    ...(data.unsure > data.sure ? [{ code: 'range-empty', path: ['unsure'] }] : []),
  ],
})
