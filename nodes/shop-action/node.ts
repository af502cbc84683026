import { z } from 'zod'
import { slotName } from '../../schemas/name.ts'
import { localizedText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type TextField } from '../define.ts'

const facts = [
  'order-no',
  'order-state',
  'order-state-words',
  'order-total',
  'order-placed',
  'order-promised',
  'order-item',
  'order-count',
  'carrier',
  'tracking-no',
  'parcel-step',
  'parcel-step-words',
  'parcel-event',
  'eta',
  'stuck-hours',
] as const
export type Fact = (typeof facts)[number]

/** Looks something up in the shop: an order, a parcel, the recent orders. */
export const shopAction = defineNode({
  type: 'shop-action',
  v: 1,
  group: 'shop',
  icon: 'truck-delivery',
  effect: 'reads',
  data: z.strictObject({
    action: z.enum(['order', 'parcel', 'recent-orders']).default('parcel').meta({ field: 'select' }),
    order: slotName.default('order_no').meta({ when: { field: 'action', is: ['order', 'parcel'] } }),
    limit: z
      .int()
      .min(1)
      .max(5)
      .default(3)
      .meta({ field: 'number', when: { field: 'action', is: ['recent-orders'] } }),
    show: z.boolean().default(true).meta({ field: 'switch' }),
    keep: z
      .array(z.strictObject({ fact: z.enum(facts).meta({ field: 'select' }), slot: slotName }))
      .max(20)
      .default([])
      .meta({ field: 'rows' }),
    slowText: localizedText.optional(),
  }),
  outlets: { found: 'must', 'not-found': 'must', error: 'may' },
  initial: { action: 'parcel', order: 'order_no' },
  reads: (data) => (data.action === 'recent-orders' ? [] : [data.order]),
  writes: (data) => data.keep.map((each) => each.slot),
  texts: (data): TextField[] => (data.slowText === undefined ? [] : [{ path: ['slowText'], text: data.slowText, optional: true }]),
  interim: (data) => data.slowText,
  summary: (data, words): CardLine[] => [
    { kind: 'sentence', text: words.say(data.action, { slot: data.order, limit: data.limit }) },
    ...(data.keep.length > 0
      ? [{ kind: 'chips' as const, chips: data.keep.map((each) => ({ text: `→ ${each.slot}`, tone: 'slot' as const })) }]
      : []),
    ...(data.slowText ? [{ kind: 'bubble' as const, text: data.slowText }] : []),
  ],
})
