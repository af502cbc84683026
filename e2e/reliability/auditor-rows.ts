import type SqliteDatabase from 'better-sqlite3'

export interface ConversationRow {
  seq: number
  pins: string
}
export interface MessageRow {
  seq: number
  sender: string
  text: string
  clientId: string | null
  at: string
}
export interface TurnRow {
  clientId: string
  status: string
  inboundSeq: number
  firstSeq: number | null
  lastSeq: number | null
}
export type Rows = ReturnType<typeof readRows>

/** The final tables, by the auditor's own queries. */
export function readRows(database: SqliteDatabase.Database) {
  const conversation = database.prepare<[string], ConversationRow>('select seq, pins from conversations where id = ?')
  const messages = database.prepare<[string], MessageRow>(
    `select seq, sender, coalesce(json_extract(content, '$.text'), json_extract(content, '$.value'), '') as text, client_id as clientId, at
     from messages where conversation_id = ? order by seq`,
  )
  const turns = database.prepare<[string], TurnRow>(
    'select client_id as clientId, status, inbound_seq as inboundSeq, first_seq as firstSeq, last_seq as lastSeq from turns where conversation_id = ?',
  )
  const version = database.prepare<[string], { bytes: string; sha256: string }>('select bytes, sha256 from versions where id = ?')
  const claims = database.prepare<[string], { code: string }>('select code from claims where offer_id = ?')
  const claimed = database.prepare<[string], { claimed: number }>('select claimed from budgets where offer_id = ?')
  return {
    conversation: (id: string) => conversation.get(id),
    messages: (id: string) => messages.all(id),
    turns: (id: string) => turns.all(id),
    version: (id: string) => version.get(id),
    claims: (offer: string) => claims.all(offer).map((row) => row.code),
    claimed: (offer: string) => claimed.get(offer)?.claimed ?? 0,
  }
}
