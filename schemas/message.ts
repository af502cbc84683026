import { z } from 'zod'
import { content } from './content.ts'

export const sender = z.enum(['visitor', 'bot', 'agent', 'system'])

export const message = z
  .object({
    id: z.string(),
    /** Position in the conversation, from 1, without gaps. */
    seq: z.int().min(1),
    from: sender,
    at: z.iso.datetime(),
    content,
    meta: z
      .object({
        /** The node that said it; absent for visitors and the system. */
        node: z.string().optional(),
        /** Set on everything a machine wrote, as the labelling rules ask. */
        ai: z.boolean().optional(),
        /** Id the visitor's client gave its message: repeats of it have no effect. */
        clientId: z.string().optional(),
        agent: z.string().optional(),
        /** The article that this answers from: visitors may say whether it helped. */
        article: z.string().optional(),
        /** The question that is open now asks for this: clients may offer camera or microphone. */
        wants: z.enum(['photo', 'voice']).optional(),
      })
      .optional(),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof message>
