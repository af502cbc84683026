import { z } from 'zod'
import { type CardLine, defineNode } from '../define.ts'
import { share } from '../fields.ts'

/** Listens to how the visitor feels, whatever is open, and leads away when it is too much. */
export const watchMood = defineNode({
  type: 'watch-mood',
  v: 1,
  group: 'understand',
  icon: 'mood-sad',
  watches: 'inbound',
  data: z.strictObject({
    anger: share.default(0.8),
    negative: z.int().min(0).max(3).default(2).meta({ field: 'number' }),
    repeated: z.int().min(0).max(9).default(3).meta({ field: 'number' }),
    upset: z.boolean().default(true).meta({ field: 'switch' }),
    complaint: share.default(0),
    once: z.boolean().default(true).meta({ field: 'switch' }),
    returns: z.boolean().default(true).meta({ field: 'switch' }),
  }),
  outlets: { matched: 'must' },
  initial: {},
  summary: (data, words): CardLine[] => {
    const signs = [
      ...(data.anger > 0 ? [words.say('anger', { share: Math.round(data.anger * 100) })] : []),
      ...(data.negative > 0 ? [words.say('negative', { count: data.negative })] : []),
      ...(data.repeated > 0 ? [words.say('repeated', { count: data.repeated })] : []),
      ...(data.upset ? [words.say('upset')] : []),
      ...(data.complaint > 0 ? [words.say('complaint', { share: Math.round(data.complaint * 100) })] : []),
    ]
    return [
      { kind: 'chips', chips: signs.map((text) => ({ text, tone: 'warn' as const })) },
      { kind: 'sentence', text: words.say(data.returns ? 'returns' : 'leaves') },
    ]
  },
  checks: (data) =>
    data.anger === 0 && data.negative === 0 && data.repeated === 0 && !data.upset && data.complaint === 0
      ? [{ code: 'mood-signs-missing', path: ['anger'] }]
      : [],
})
