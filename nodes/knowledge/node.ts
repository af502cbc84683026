import { z } from 'zod'
import { localizedText, plainText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type TextField } from '../define.ts'
import { silence } from '../fields.ts'

/** Answers from the shop's articles and product sheets. Not sure: offers up to three questions it may be. */
export const knowledge = defineNode({
  type: 'knowledge',
  v: 1,
  group: 'understand',
  icon: 'book-2',
  waits: true,
  hears: 'question',
  effect: 'reads',
  data: z.strictObject({
    question: localizedText.optional(),
    tags: z.array(plainText.min(1).max(100)).max(20).default([]).meta({ field: 'tags' }),
    /** Also from the sheets of products. */
    products: z.boolean().default(true).meta({ field: 'switch' }),
    offer: z.boolean().default(true).meta({ field: 'switch' }),
    offerText: localizedText
      .default({ 'zh-CN': '您想问的是哪一个？', en: 'Which of these do you mean?' })
      .meta({ when: { field: 'offer', is: [true] } }),
    silence,
  }),
  outlets: { answered: 'must', 'not-sure': 'must', nothing: 'must', silent: 'may', error: 'may' },
  initial: {},
  without: (data) => [...(data.offer ? ['not-sure' as const] : []), ...(data.silence === 0 ? ['silent' as const] : [])],
  texts: (data): TextField[] => [
    ...(data.question === undefined ? [] : [{ path: ['question'], text: data.question, optional: true }]),
    ...(data.offer ? [{ path: ['offerText'], text: data.offerText }] : []),
  ],
  summary: (data, words): CardLine[] => [
    ...(data.question ? [{ kind: 'bubble' as const, text: data.question }] : []),
    { kind: 'sentence', text: words.say(data.offer ? 'offers' : 'plain') },
    ...(data.tags.length > 0 ? [{ kind: 'chips' as const, chips: data.tags.map((tag) => ({ text: tag, tone: 'value' as const })) }] : []),
  ],
})
