import { z } from 'zod'
import { id } from '../../schemas/name.ts'
import { type CardLine, defineNode, type Reference } from '../define.ts'
import { share, words } from '../fields.ts'

/** Listens to every message of the flow, whatever is open, and leads away when its intents are heard. */
export const watchIntent = defineNode({
  type: 'watch-intent',
  v: 1,
  group: 'understand',
  icon: 'bell-ringing',
  watches: 'inbound',
  data: z.strictObject({
    intents: z.array(id).max(50).meta({ field: 'intents' }),
    threshold: share.default(0.8),
    except: words.default([]),
    returns: z.boolean().default(true).meta({ field: 'switch' }),
  }),
  outlets: { matched: 'must' },
  initial: { intents: [] },
  uses: (data): Reference[] => data.intents.map((name, index) => ({ kind: 'intent', id: name, path: ['intents', index] })),
  summary: (data, card): CardLine[] => [
    { kind: 'chips', chips: data.intents.map((name) => ({ text: card.named('intent', name), tone: 'value' as const })) },
    { kind: 'sentence', text: card.say(data.returns ? 'returns' : 'leaves') },
  ],
  checks: (data) => (data.intents.length === 0 ? [{ code: 'intents-missing', path: ['intents'] }] : []),
})
