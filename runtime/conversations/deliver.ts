import type { Owner } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'
import type { Alarm } from '../clock.ts'
import { errors } from '../errors.ts'
import { createHub, follow } from '../feed.ts'
import type { Store } from '../store/store.ts'

/** What a stream of a conversation carries. Only messages have an id (their seq), so only they are resumed. */
export type StreamEvent =
  | { kind: 'message'; message: Message }
  /** Who writes to the visitor now; the first event of each stream, then whenever it changes. */
  | { kind: 'owner'; owner: Owner }
  /** `words`: what may be shown meanwhile; said by nobody, stored nowhere. */
  | { kind: 'typing'; typing: boolean; words?: string }
  | { kind: 'heartbeat' }

export interface Deliver {
  /** Something of this conversation was committed. */
  changed(conversationId: string): void
  typing(conversationId: string, typing: boolean, words?: string): void
  /**
   * Messages after a seq and everything that comes, read from the table each time: never from memory, so that nothing
   * is shown that is not on disk, and a stream resumes on any process. Ends with the signal.
   * @throws AppError `not-found` on the first read.
   */
  stream(conversationId: string, after: number, signal: AbortSignal): AsyncGenerator<StreamEvent, void>
  /** Open streams, for the metrics. */
  size(): number
}

const heartbeat = 15_000
const page = 100

export function createDeliver(options: { store: Pick<Store, 'conversations'>; alarm: Alarm }): Deliver {
  const { conversations } = options.store
  const hub = createHub<{ typing: boolean; words?: string }>()

  async function* stream(conversationId: string, after: number, signal: AbortSignal): AsyncGenerator<StreamEvent, void> {
    let last = after
    let owner: Owner | undefined
    const read = async (): Promise<StreamEvent[]> => {
      const [conversation, messages] = await Promise.all([
        conversations.load(conversationId),
        conversations.messagesAfter(conversationId, last, page),
      ])
      if (!conversation) throw errors.notFound('conversation', conversationId)
      const events: StreamEvent[] = messages.map((message) => ({ kind: 'message', message }))
      last = messages.at(-1)?.seq ?? last
      if (conversation.owner !== owner) {
        owner = conversation.owner
        events.push({ kind: 'owner', owner })
      }
      return events
    }
    for await (const event of follow({ hub, key: conversationId, signal, alarm: options.alarm, heartbeat, read })) {
      if (event === 'heartbeat') yield { kind: 'heartbeat' }
      else if ('note' in event) yield { kind: 'typing', ...event.note }
      else yield event
    }
  }

  return {
    changed: (conversationId) => hub.changed(conversationId),
    typing: (conversationId, typing, words) => hub.pass(conversationId, { typing, ...(words ? { words } : {}) }),
    stream,
    size: () => hub.size(),
  }
}
