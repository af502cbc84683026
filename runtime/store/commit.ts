import type { Conversation } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'
import { errors } from '../errors.ts'
import type { Ids } from '../ids.ts'
import type { Fault } from './faults.ts'
import { createHearing } from './hearing.ts'
import { messageOf, type TurnRow } from './rows.ts'
import type { Statements } from './statements.ts'
import type { AcceptResult, CommitResult, Inbound, NewMessage, TurnCommit } from './store.ts'

export type TurnWriter = ReturnType<typeof createTurnWriter>

/** Accepting and answering inbound events, each inside a transaction that somebody else opened. Both are conditional and may run twice. */
export function createTurnWriter(statements: Statements, ids: Ids, fault: Fault) {
  const hearing = createHearing(statements)
  return { create, accept, commit, answerOf }

  /** A new conversation and its opening turn; an id that exists is answered like any commit. */
  function create(conversation: Conversation, opening: TurnCommit): CommitResult {
    statements.insertConversation.run({
      id: conversation.id,
      visitor_id: conversation.visitorId,
      channel: conversation.channel,
      entry: conversation.entry,
      locale: conversation.locale,
      flow: conversation.flow,
      pins: JSON.stringify(conversation.pins),
      owner: conversation.owner,
      state: JSON.stringify(conversation.state),
      seq: conversation.seq,
      version: conversation.version,
      profile: JSON.stringify(conversation.profile),
      at: opening.at,
      queued_at: conversation.owner === 'queue' ? opening.at : null,
    })
    return commit({ ...opening, readVersion: conversation.version })
  }

  function accept(conversationId: string, inbound: Inbound, readVersion: number, at: number): AcceptResult {
    fault('accept.before')
    const known = statements.turn.get(conversationId, inbound.clientId)
    if (known) {
      if (known.body_hash !== inbound.bodyHash) return { kind: 'conflict' }
      if (known.status === 'done') return repeated(conversationId, known)
      return { kind: 'pending', inboundSeq: known.inbound_seq, version: headOf(conversationId).version }
    }
    const reserved = statements.reserve.get({ id: conversationId, version: readVersion, added: inbound.message ? 1 : 0, at })
    if (!reserved) return { kind: 'stale' }
    if (inbound.message) insertInbound(conversationId, reserved.seq, inbound, inbound.message)
    fault('accept.mid')
    statements.insertPending.run(conversationId, inbound.clientId, inbound.bodyHash, reserved.seq, at)
    return { kind: 'accepted', inboundSeq: reserved.seq, version: reserved.version }
  }

  function commit(turn: TurnCommit): CommitResult {
    fault('turn.before')
    const { conversationId, inbound } = turn
    const known = statements.turn.get(conversationId, inbound.clientId)
    if (known && known.body_hash !== inbound.bodyHash) return { kind: 'conflict' }
    if (known?.status === 'done') return repeated(conversationId, known)

    const arriving = !known && inbound.message ? 1 : 0
    const advanced = statements.advance.get({
      id: conversationId,
      version: turn.readVersion,
      added: arriving + turn.messages.length,
      state: JSON.stringify(turn.state),
      owner: turn.owner,
      at: turn.at,
      before: turnsThatMustBeOver(turn, known),
    })
    if (!advanced) return { kind: 'stale' }

    const first = advanced.seq - turn.messages.length + 1
    const inboundSeq = known ? known.inbound_seq : first - 1
    if (!known && inbound.message) insertInbound(conversationId, inboundSeq, inbound, inbound.message)
    fault('turn.mid')
    const messages = turn.messages.map((message, index): Message => {
      insertMessage(conversationId, first + index, message, null)
      return { ...message, seq: first + index }
    })
    const outcome = { id: conversationId, client_id: inbound.clientId, first, last: advanced.seq, at: turn.at, trace: json(turn.trace) }
    if (known) statements.finishTurn.run(outcome)
    else statements.insertDone.run({ ...outcome, body_hash: inbound.bodyHash, inbound_seq: inboundSeq })
    insertMeasures(turn, advanced.version)
    for (const review of turn.reviews ?? []) hearing.review(review, { conversationId, seq: inboundSeq, at: turn.at })
    for (const job of turn.jobs)
      statements.insertJob.run(ids.row(), job.kind, job.key, job.due, JSON.stringify(job.payload), conversationId)
    return { kind: 'committed', messages, inboundSeq, seq: advanced.seq, version: advanced.version, owner: turn.owner }
  }

  /** What was said to an inbound; empty while it is pending. */
  function answerOf(conversationId: string, turn: TurnRow): Message[] {
    if (turn.first_seq === null || turn.last_seq === null || turn.last_seq < turn.first_seq) return []
    return statements.messagesBetween.all(conversationId, turn.first_seq, turn.last_seq).map(messageOf)
  }

  function repeated(
    conversationId: string,
    turn: TurnRow,
  ): { kind: 'duplicate'; messages: Message[]; inboundSeq: number; owner: Conversation['owner'] } {
    const { owner } = headOf(conversationId)
    return { kind: 'duplicate', messages: answerOf(conversationId, turn), inboundSeq: turn.inbound_seq, owner }
  }

  function headOf(conversationId: string): { version: number; owner: Conversation['owner'] } {
    const head = statements.head.get(conversationId)
    // a turn cannot outlive its conversation: the foreign key cascades
    if (!head) throw new Error(`conversation ${conversationId} has a turn but no row`)
    return head
  }

  function insertInbound(conversationId: string, seq: number, { clientId, original, uploads }: Inbound, message: NewMessage): void {
    insertMessage(conversationId, seq, message, clientId)
    if (original) statements.insertOriginal.run(conversationId, seq, original.sealed, original.until)
    for (const id of uploads?.ids ?? [])
      if (statements.claimUpload.run(seq, id, conversationId, uploads?.kind ?? '').changes === 0)
        throw errors.invalid('The conversation has no such upload; send the file again.')
  }

  function insertMessage(conversationId: string, seq: number, message: NewMessage, clientId: string | null): void {
    const meta = message.meta ? JSON.stringify(message.meta) : null
    statements.insertMessage.run(conversationId, seq, message.id, message.from, message.at, JSON.stringify(message.content), meta, clientId)
  }

  function insertMeasures(turn: TurnCommit, version: number): void {
    for (const { name, node, value, detail } of turn.measures) {
      if (name === 'article-answered' && typeof detail?.article === 'string') hearing.answered(detail.article)
      statements.insertMeasure.run(
        turn.conversationId,
        version,
        name,
        node ?? null,
        value ?? null,
        detail ? JSON.stringify(detail) : null,
        turn.at,
      )
    }
  }
}

/**
 * Visitors are answered in the order they wrote: accepted messages with a lower seq must have their answer first.
 * People and timers do not queue behind a bot turn that is still thinking.
 */
function turnsThatMustBeOver(turn: TurnCommit, known: TurnRow | undefined): number {
  if (turn.inbound.message && turn.inbound.message.from !== 'visitor') return 0
  if (known) return known.inbound_seq
  return turn.inbound.message ? Number.MAX_SAFE_INTEGER : 0
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}
