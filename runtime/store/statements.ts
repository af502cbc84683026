import type SqliteDatabase from 'better-sqlite3'
import type { ConversationRow, MessageRow, TurnRow } from './rows.ts'

export type Statements = ReturnType<typeof prepareStatements>

/**
 * The hot path's statements, prepared once: a turn runs about six of them, and building each anew by drizzle
 * costs several times what SQLite needs to run it.
 */
export function prepareStatements(connection: SqliteDatabase.Database) {
  const messageColumns = 'id, seq, sender, at, content, meta'
  return {
    conversation: connection.prepare<[string], ConversationRow>(
      'select id, visitor_id, channel, entry, locale, flow, pins, owner, state, seq, version, profile from conversations where id = ?',
    ),
    head: connection.prepare<[string], { version: number; owner: ConversationRow['owner'] }>(
      'select version, owner from conversations where id = ?',
    ),
    insertConversation: connection.prepare<ConversationRow & { at: number; queued_at: number | null }>(
      `insert into conversations (id, visitor_id, channel, entry, locale, flow, pins, owner, state, seq, version, profile, created_at, updated_at, queued_at)
       values (:id, :visitor_id, :channel, :entry, :locale, :flow, :pins, :owner, :state, :seq, :version, :profile, :at, :at, :queued_at)
       on conflict (id) do nothing`,
    ),
    /** The two conditions of a commit: nobody changed the conversation, and no earlier message of the visitor waits for its answer. */
    advance: connection.prepare<
      { id: string; version: number; added: number; state: string; owner: string; at: number; before: number },
      { seq: number; version: number }
    >(
      `update conversations set seq = seq + :added, version = version + 1, state = :state, owner = :owner, updated_at = :at,
         queued_at = case when :owner = 'queue' then coalesce(queued_at, :at) else null end
       where id = :id and version = :version
         and not exists (select 1 from turns where conversation_id = :id and status = 'pending' and inbound_seq < :before)
       returning seq, version`,
    ),
    reserve: connection.prepare<{ id: string; version: number; added: number; at: number }, { seq: number; version: number }>(
      `update conversations set seq = seq + :added, version = version + 1, updated_at = :at
       where id = :id and version = :version returning seq, version`,
    ),
    insertMessage: connection.prepare<[string, number, string, string, string, string, string | null, string | null]>(
      'insert into messages (conversation_id, seq, id, sender, at, content, meta, client_id) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    insertOriginal: connection.prepare<[string, number, string, number]>(
      'insert into originals (conversation_id, seq, sealed, until) values (?, ?, ?, ?)',
    ),
    claimUpload: connection.prepare<[number, string, string, string]>(
      'update uploads set seq = coalesce(seq, ?) where id = ? and conversation_id = ? and kind = ? and whole = 1',
    ),
    messagesBetween: connection.prepare<[string, number, number], MessageRow>(
      `select ${messageColumns} from messages where conversation_id = ? and seq between ? and ? order by seq`,
    ),
    messagesAfter: connection.prepare<[string, number, number], MessageRow>(
      `select ${messageColumns} from messages where conversation_id = ? and seq > ? order by seq limit ?`,
    ),
    said: connection.prepare<[string, number, number], { conversation_id: string; seq: number; content: string | null }>(
      `select conversation_id, seq, case when sender = 'visitor' then content end as content from messages
       where (conversation_id, seq) < (?, ?) order by conversation_id desc, seq desc limit ?`,
    ),
    countSaid: connection.prepare<[string, number], { count: number }>(
      `select count(*) as count from (select sender from messages where conversation_id > ? order by conversation_id desc, seq desc limit ?)
       where sender = 'visitor'`,
    ),
    turn: connection.prepare<[string, string], TurnRow>(
      'select body_hash, status, inbound_seq, first_seq, last_seq from turns where conversation_id = ? and client_id = ?',
    ),
    insertPending: connection.prepare<[string, string, string, number, number]>(
      `insert into turns (conversation_id, client_id, body_hash, status, inbound_seq, accepted_at) values (?, ?, ?, 'pending', ?, ?)`,
    ),
    insertDone: connection.prepare<{
      id: string
      client_id: string
      body_hash: string
      inbound_seq: number
      first: number
      last: number
      at: number
      trace: string
    }>(
      `insert into turns (conversation_id, client_id, body_hash, status, inbound_seq, first_seq, last_seq, accepted_at, done_at, trace)
       values (:id, :client_id, :body_hash, 'done', :inbound_seq, :first, :last, :at, :at, :trace)`,
    ),
    finishTurn: connection.prepare<{ id: string; client_id: string; first: number; last: number; at: number; trace: string }>(
      `update turns set status = 'done', first_seq = :first, last_seq = :last, done_at = :at, trace = :trace
       where conversation_id = :id and client_id = :client_id and status = 'pending'`,
    ),
    insertMeasure: connection.prepare<[string, number, string, string | null, number | null, string | null, number]>(
      'insert into measures (conversation_id, version, name, node, value, detail, at) values (?, ?, ?, ?, ?, ?, ?)',
    ),
    /** A wording that was heard before is counted; what it may mean is what it may mean now. */
    insertReview: connection.prepare<
      {
        kind: string
        locale: string
        wording: string
        text: string
        at: number
        conversation_id: string
        seq: number
        intents: string
        article: string | null
      },
      { row: number; count: number }
    >(
      `insert into reviews (kind, locale, wording, text, count, first_at, last_at, conversation_id, seq, intents, article, status)
       values (:kind, :locale, :wording, :text, 1, :at, :at, :conversation_id, :seq, :intents, :article, 'open')
       on conflict (kind, locale, wording) do update set count = count + 1, last_at = excluded.last_at,
         conversation_id = excluded.conversation_id, seq = excluded.seq, intents = excluded.intents, article = excluded.article
       returning row, count`,
    ),
    takeReview: connection.prepare<[string, string, string]>(
      'update reviews set count = count - 1 where kind = ? and locale = ? and wording = ? and count > 0',
    ),
    dropReview: connection.prepare<[string, string, string]>(
      `delete from reviews where kind = ? and locale = ? and wording = ? and count = 0 and status = 'open'`,
    ),
    pruneReviews: connection.prepare<[number]>(`delete from reviews where row <= ? and status = 'open' and count < 5`),
    tally: connection.prepare<{ article: string; answered: number; helpful: number; unhelpful: number }>(
      `insert into tallies (article, answered, helpful, unhelpful) values (:article, :answered, :helpful, :unhelpful)
       on conflict (article) do update set answered = answered + :answered, helpful = helpful + :helpful, unhelpful = unhelpful + :unhelpful`,
    ),
    rating: connection.prepare<[string, number], { helpful: number }>('select helpful from ratings where conversation_id = ? and seq = ?'),
    putRating: connection.prepare<[string, number, string, number, number]>(
      `insert into ratings (conversation_id, seq, article, helpful, at) values (?, ?, ?, ?, ?)
       on conflict (conversation_id, seq) do update set helpful = excluded.helpful, at = excluded.at`,
    ),
    insertJob: connection.prepare<[string, string, string, number, string, string | null]>(
      `insert into jobs (id, kind, key, due, payload, conversation_id, status, attempts) values (?, ?, ?, ?, ?, ?, 'waiting', 0)
       on conflict (key) do nothing`,
    ),
    pending: connection.prepare<
      [string | null, number],
      MessageRow & { conversation_id: string; client_id: string; accepted_at: number; body_hash: string }
    >(
      `select t.conversation_id, t.client_id, t.accepted_at, t.body_hash, m.id, m.seq, m.sender, m.at, m.content, m.meta
       from turns t join messages m on m.conversation_id = t.conversation_id and m.seq = t.inbound_seq and m.client_id = t.client_id
       where t.status = 'pending' and t.conversation_id = coalesce(?, t.conversation_id)
       order by t.accepted_at, t.inbound_seq limit ?`,
    ),
    turns: connection.prepare<[string], { inbound_seq: number; done_at: number; trace: string }>(
      `select inbound_seq, done_at, trace from turns where conversation_id = ? and status = 'done' order by inbound_seq, first_seq, done_at`,
    ),
    queueAhead: connection.prepare<[string], { ahead: number }>(
      `select count(*) as ahead from conversations other, conversations own
       where own.id = ? and other.queued_at is not null and own.queued_at is not null
         and (other.queued_at, other.id) < (own.queued_at, own.id)`,
    ),
    countOpen: connection.prepare<[], { pins: string; open: number }>(
      `select pins, count(*) as open from (select pins, owner from conversations order by rowid desc limit 10000)
       where owner <> 'closed' group by pins`,
    ),
    journalGet: connection.prepare<[string, string], { answer: string }>(
      'select answer from journal where conversation_id = ? and key = ?',
    ),
    /** The first answer stands: a rerun that asked again must not change what an earlier one may have used. */
    journalPut: connection.prepare<[string, string, string]>(
      'insert into journal (conversation_id, key, answer) values (?, ?, ?) on conflict (conversation_id, key) do nothing',
    ),
  }
}
