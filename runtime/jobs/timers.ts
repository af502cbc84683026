import { z } from 'zod'
import type { Conversations } from '../conversations/create.ts'
import { noProbe, type Probe } from '../conversations/probe.ts'
import { AppError } from '../errors.ts'
import type { JobHandler } from './worker.ts'

/** Kind of job by which a waiting node hears that its visitor stayed silent. */
export const silenceKind = 'silence'

const silence = z.object({ conversationId: z.string(), token: z.string() })

/** Tells a conversation that a wait was silent for its time. Fires once, and not at all when the wait is over by then. */
export function silenceTimer(conversations: Pick<Conversations, 'receive'>, probe: Probe = noProbe): JobHandler {
  return async (job) => {
    const { conversationId, token } = silence.parse(job.payload)
    await probe('timer.claimed')
    try {
      await conversations.receive(conversationId, { kind: 'silent', token })
    } catch (thrown) {
      // the conversation was erased meanwhile: nobody is waiting any more
      if (thrown instanceof AppError && thrown.code === 'not-found') return
      throw thrown
    }
  }
}
