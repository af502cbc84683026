import type { Conversation, Profile } from '../../schemas/conversation.ts'
import { emptyState } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'
import type { Locale } from '../../schemas/text.ts'
import { errors } from '../errors.ts'
import { runTurn, wakeFor } from './attempt.ts'
import type { Context } from './context.ts'
import { opening } from './inbound.ts'

export interface Opening {
  /** Id of the place on the site. */
  entry: string
  /** Flow that the entry points to. */
  flow: string
  locale: Locale
  channel: string
  visitorId: string
  profile: Profile
}

/**
 * Begins a conversation: it is pinned to the versions live now, and stored together with its greeting in one transaction.
 * @throws AppError `not-found` when the flow is not published.
 */
export async function open(context: Context, wanted: Opening): Promise<{ conversation: Conversation; messages: Message[] }> {
  const conversation: Conversation = {
    ...wanted,
    id: context.ids.secret(),
    pins: await context.programs.pinsFor(wanted.flow),
    owner: 'bot',
    state: emptyState(),
    seq: 0,
    version: 0,
  }
  // nothing is on disk yet that a rerun could find: a crash here leaves no conversation, and the widget asks again
  const known = new Map<string, unknown>()
  const turn = await runTurn(context, conversation, opening(), 0, {
    accept: async () => {},
    journal: { get: async (_id, key) => known.get(key), put: async (_id, key, answer) => void known.set(key, answer) },
  })
  if ('abandoned' in turn) throw errors.unavailable('The conversation could not be opened.')
  const result = await context.store.conversations.create(conversation, turn.commit)
  if (result.kind !== 'committed') throw errors.unavailable('The conversation could not be opened.')
  wakeFor(context, turn.commit)
  const { state } = turn.commit
  return {
    conversation: { ...conversation, state, owner: result.owner, seq: result.seq, version: result.version },
    messages: result.messages,
  }
}
