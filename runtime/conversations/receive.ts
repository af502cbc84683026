import { type Content, type InboundContent, inboundContent } from '../../schemas/content.ts'
import type { Conversation, Owner } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'
import { errors } from '../errors.ts'
import { attempt } from './attempt.ts'
import type { Context } from './context.ts'
import { type Arrival, type Event, toEvent } from './inbound.ts'

export interface Reply {
  /** Seq of the visitor's own message; for events that are no message, of the last one before. */
  seq: number
  owner: Owner
  /** What was answered, in order. */
  messages: Message[]
  /** True when this had been answered before and had no effect now. */
  duplicate: boolean
}

/** How often a turn whose conversation keeps moving is run anew before the client is asked to come again. */
const mostAttempts = 20

/**
 * The one door for every inbound event of a conversation. What is returned is on disk.
 * @throws AppError `not-found`, `invalid` (says nothing), `conflict` (same id, other words), `unavailable` (nothing happened, come again)
 */
export async function receive(context: Context, conversationId: string, arrival: Arrival): Promise<Reply> {
  const { originals, following, ids, mask } = context
  const at = context.clock.now()
  const clientId = arrival.kind === 'said' ? arrival.clientId : ''
  const event = toEvent(arrival, {
    mask,
    cover: (text) => following.cover(conversationId, clientId, text, at),
    keep: (text) => originals?.seal(text, { conversationId, clientId }),
    at,
    ids,
  })
  return context.queue.run(conversationId, () => answer(context, conversationId, event))
}

/** One event from load to commit; to be called in the conversation's turn of the queue. */
export async function answer(context: Context, conversationId: string, event: Event): Promise<Reply> {
  let seq: number | undefined
  for (let tries = 0; tries < mostAttempts; tries++) {
    const conversation = await context.store.conversations.load(conversationId)
    if (!conversation) throw errors.notFound('conversation', conversationId)
    if (isLate(conversation, event)) return { seq: conversation.seq, owner: conversation.owner, messages: [], duplicate: true }
    const result = await attempt(context, conversation, event, seq)
    if (result.kind === 'stale') {
      seq = result.seq ?? seq
      await finishEarlier(context, conversationId, event)
      continue
    }
    if (result.kind === 'conflict') throw errors.conflict('This message id was used for another message.')
    if (result.kind === 'committed') context.deliver.changed(conversationId)
    return { seq: result.inboundSeq, owner: result.owner, messages: result.messages, duplicate: result.kind === 'duplicate' }
  }
  throw errors.unavailable('The conversation keeps changing.')
}

/** A timer whose wait is over has nothing to say; most end so, and none of these is worth a row. */
function isLate(conversation: Conversation, { event }: Event): boolean {
  if (event.kind !== 'silent') return false
  return conversation.owner !== 'bot' || conversation.state.frames.at(-1)?.waiting?.token !== event.token
}

/** A message that was accepted before this one and has no answer yet comes first: visitors are answered in their order. */
async function finishEarlier(context: Context, conversationId: string, event: Event): Promise<void> {
  const [earlier] = await context.store.conversations.pending(1, conversationId)
  if (earlier && earlier.clientId !== event.inbound.clientId) await answer(context, conversationId, eventOf(earlier, context))
}

type Pending = Awaited<ReturnType<Context['store']['conversations']['pending']>>[number]

/** What was stored is masked already; masking it again would change nothing and cost time. */
function eventOf(pending: Pending, context: Context): Event {
  const { content } = pending.inbound
  if (!isInbound(content)) throw new Error(`a visitor cannot have sent "${content.type}"`)
  const arrival: Arrival = { kind: 'said', clientId: pending.clientId, content }
  const event = toEvent(arrival, { mask: (text) => text, at: context.clock.now(), ids: context.ids })
  return { ...event, inbound: { ...event.inbound, bodyHash: pending.bodyHash } }
}

function isInbound(content: Content): content is InboundContent {
  return inboundTypes.has(content.type)
}

const inboundTypes = new Set<string>(inboundContent.options.map((each) => each.shape.type.value))

/**
 * Answers what a crash or an outage left accepted but unanswered, at start and from time to time.
 * @param olderThan milliseconds since acceptance, so that turns still under way are left alone
 * @returns how many were answered
 */
export async function recover(context: Context, olderThan: number): Promise<number> {
  let answered = 0
  for (;;) {
    const before = context.clock.now() - olderThan
    const open = (await context.store.conversations.pending(500)).filter((each) => each.acceptedAt <= before)
    const results = await Promise.allSettled(
      open.map((each) => context.queue.run(each.conversationId, () => answer(context, each.conversationId, eventOf(each, context)))),
    )
    const done = results.filter((each) => each.status === 'fulfilled').length
    answered += done
    // what failed now is tried again at the next round, not in a loop
    if (done === 0) return answered
  }
}
