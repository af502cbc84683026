import { z } from 'zod'
import { defineNode } from '../define.ts'

/** Where every conversation and every call of this flow begins. */
export const start = defineNode({
  type: 'start',
  v: 1,
  group: 'talk',
  icon: 'player-play',
  starts: true,
  data: z.strictObject({}),
  outlets: { next: 'must' },
  initial: {},
  summary: (_data, words) => [{ kind: 'sentence', text: words.say('begins') }],
})
