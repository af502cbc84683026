import type { Content } from '../../schemas/content.ts'
import type { TurnWriter } from './commit.ts'
import { storageError } from './failure.ts'
import type { Writer } from './group.ts'
import { conversationOf, messageOf } from './rows.ts'
import type { Statements } from './statements.ts'
import type { ConversationStore } from './store.ts'

/** Stands behind all ids. */
const last = '\u{10ffff}'

/** Conversations on prepared statements: reads answer at once, writes join the group commit. */
export function createConversations(statements: Statements, turns: TurnWriter, writer: Writer): ConversationStore {
  return {
    create: (conversation, opening) => writer.write(() => turns.create(conversation, opening), 'turn.committed'),

    commit: (turn) => writer.write(() => turns.commit(turn), 'turn.committed'),

    accept: (conversationId, inbound, readVersion, at) =>
      writer.write(() => turns.accept(conversationId, inbound, readVersion, at), 'accept.committed'),

    load: (id) =>
      read(() => {
        const row = statements.conversation.get(id)
        return row ? conversationOf(row) : null
      }),

    seen: (conversationId, clientId) =>
      read(() => {
        const turn = statements.turn.get(conversationId, clientId)
        if (!turn) return null
        return {
          bodyHash: turn.body_hash,
          status: turn.status,
          messages: turns.answerOf(conversationId, turn),
          inboundSeq: turn.inbound_seq,
        }
      }),

    pending: (limit, conversationId) =>
      read(() =>
        statements.pending.all(conversationId ?? null, limit).map((row) => ({
          conversationId: row.conversation_id,
          clientId: row.client_id,
          inbound: messageOf(row),
          acceptedAt: row.accepted_at,
          bodyHash: row.body_hash,
        })),
      ),

    messagesAfter: (conversationId, seq, limit) => read(() => statements.messagesAfter.all(conversationId, seq, limit).map(messageOf)),

    said: (before, limit) =>
      read(() => {
        const rows = statements.said.all(before?.conversationId ?? last, before?.seq ?? 0, limit)
        const end = rows.at(-1)
        return {
          texts: rows.flatMap(({ conversation_id: conversationId, content }) => {
            const said = content === null ? null : (JSON.parse(content) as Content)
            return said?.type === 'text' ? [{ conversationId, text: said.text }] : []
          }),
          next: end && rows.length === limit ? { conversationId: end.conversation_id, seq: end.seq } : null,
        }
      }),

    countSaid: (after, most) => read(() => statements.countSaid.get(after, most)?.count ?? 0),

    turns: (conversationId) =>
      read(() =>
        statements.turns.all(conversationId).map((row): { inboundSeq: number; at: number; trace: unknown } => ({
          inboundSeq: row.inbound_seq,
          at: row.done_at,
          trace: JSON.parse(row.trace),
        })),
      ),

    queueAhead: (conversationId) => read(() => statements.queueAhead.get(conversationId)?.ahead ?? 0),

    countOpen: () =>
      read(() => {
        const counts = new Map<string, number>()
        for (const { pins, open } of statements.countOpen.all())
          for (const flow of Object.keys(JSON.parse(pins))) counts.set(flow, (counts.get(flow) ?? 0) + open)
        return counts
      }),

    journal: {
      get: (conversationId, key) =>
        read((): unknown => {
          const row = statements.journalGet.get(conversationId, key)
          return row ? JSON.parse(row.answer) : undefined
        }),
      put: (conversationId, key, answer) =>
        writer.write(() => {
          statements.journalPut.run(conversationId, key, JSON.stringify(answer) ?? 'null')
        }),
    },
  }
}

async function read<T>(question: () => T): Promise<T> {
  try {
    return question()
  } catch (thrown) {
    throw storageError(thrown)
  }
}
