import { z } from 'zod'
import { inboundContent, outboundContent } from '../content.ts'
import { conversationState, owner, profile } from '../conversation.ts'
import { perception } from '../perception.ts'
import { locale } from '../text.ts'
import { route } from './route.ts'

export const traceStep = z
  .object({
    flow: z.string(),
    node: z.string(),
    outlet: z.string().optional(),
    did: z.enum(['entered', 'resumed', 'fired', 'reminded', 'corrected', 'inspected']),
    note: z.string().optional(),
  })
  .meta({ id: 'TraceStep' })

/** One turn of a rehearsal. Nothing is stored: the caller keeps `state` and `owner` and sends them back. */
export const previewTurn = route({
  method: 'POST',
  path: '/api/flows/{flow}/preview',
  access: ['owner', 'operator'],
  owner: 'shared',
  summary: 'Run one turn of the draft as a visitor would, with its trace; nothing is stored.',
  maxBody: 512 * 1024,
  body: z
    .object({
      locale,
      /** Absent on the first turn. */
      state: conversationState.optional(),
      owner: owner.default('bot'),
      profile: profile.partial().optional(),
      event: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('opened') }).strict(),
        z.object({ kind: z.literal('said'), content: inboundContent }).strict(),
        z.object({ kind: z.literal('silent') }).strict(),
        z.object({ kind: z.literal('handed-back') }).strict(),
      ]),
      /** Seq of the last message shown, so that keys differ from turn to turn. */
      seq: z.int().min(0).default(0),
    })
    .strict(),
  reply: z.object({
    revision: z.int(),
    state: conversationState,
    owner,
    messages: z.array(z.object({ content: outboundContent, node: z.string().optional() })),
    trace: z.array(traceStep),
    perception: perception.nullable(),
    /** Milliseconds the turn took in the engine. */
    took: z.number(),
  }),
})
