import { z } from 'zod'
import { id, slotName } from '../../schemas/name.ts'
import { localizedText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type Reference, type TextField } from '../define.ts'

/** Gives the first coupon of the list that this visitor may have. Never to somebody who is angry: that would be an insult. */
export const promotion = defineNode({
  type: 'promotion',
  v: 1,
  group: 'promotion',
  icon: 'ticket',
  effect: 'writes',
  data: z.strictObject({
    offers: z.array(id).max(20).meta({ field: 'offers' }),
    text: localizedText.optional(),
    slot: slotName.optional(),
  }),
  outlets: { given: 'must', 'not-eligible': 'must', error: 'may' },
  initial: { offers: [] },
  writes: (data) => (data.slot ? [data.slot] : []),
  uses: (data): Reference[] => data.offers.map((offer, index) => ({ kind: 'offer', id: offer, path: ['offers', index] })),
  texts: (data): TextField[] => (data.text === undefined ? [] : [{ path: ['text'], text: data.text, optional: true }]),
  summary: (data, words): CardLine[] => [
    ...(data.text ? [{ kind: 'bubble' as const, text: data.text }] : []),
    { kind: 'chips', chips: data.offers.map((offer) => ({ text: words.named('offer', offer), tone: 'value' as const })) },
    { kind: 'sentence', text: words.say('rule') },
  ],
  checks: (data) => (data.offers.length === 0 ? [{ code: 'offers-missing', path: ['offers'] }] : []),
})
