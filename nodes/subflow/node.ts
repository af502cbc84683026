import { z } from 'zod'
import { id } from '../../schemas/name.ts'
import { type CardLine, defineNode, type Reference } from '../define.ts'

/** Runs another flow and goes on when it has ended. Variables are shared. */
export const subflow = defineNode({
  type: 'subflow',
  v: 1,
  group: 'logic',
  icon: 'sitemap',
  data: z.strictObject({ flow: z.union([id, z.literal('')]).meta({ field: 'flow' }) }),
  outlets: { done: 'must', error: 'may' },
  initial: { flow: '' },
  uses: (data): Reference[] => (data.flow ? [{ kind: 'flow', id: data.flow, path: ['flow'] }] : []),
  summary: (data, words): CardLine[] =>
    data.flow ? [{ kind: 'chips', chips: [{ text: words.named('flow', data.flow), tone: 'value' }] }] : [],
  checks: (data) => (data.flow ? [] : [{ code: 'value-missing', path: ['flow'] }]),
})
