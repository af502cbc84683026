import type { Conversation, ConversationState, Owner } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'

/** Rows of the hot path as raw statements return them, and what they mean. */

export interface ConversationRow {
  id: string
  visitor_id: string
  channel: string
  entry: string
  locale: Conversation['locale']
  flow: string
  pins: string
  owner: Owner
  state: string
  seq: number
  version: number
  profile: string
}

export interface MessageRow {
  id: string
  seq: number
  sender: Message['from']
  at: string
  content: string
  meta: string | null
}

export interface TurnRow {
  body_hash: string
  status: 'pending' | 'done'
  inbound_seq: number
  first_seq: number | null
  last_seq: number | null
}

export function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    visitorId: row.visitor_id,
    channel: row.channel,
    entry: row.entry,
    locale: row.locale,
    flow: row.flow,
    pins: JSON.parse(row.pins) as Conversation['pins'],
    owner: row.owner,
    state: JSON.parse(row.state) as ConversationState,
    seq: row.seq,
    version: row.version,
    profile: JSON.parse(row.profile) as Conversation['profile'],
  }
}

export function messageOf(row: MessageRow): Message {
  const message: Message = {
    id: row.id,
    seq: row.seq,
    from: row.sender,
    at: row.at,
    content: JSON.parse(row.content) as Message['content'],
  }
  return row.meta === null ? message : { ...message, meta: JSON.parse(row.meta) as NonNullable<Message['meta']> }
}
