import { createHash } from 'node:crypto'
import SqliteDatabase from 'better-sqlite3'
import { type ConversationRow, type MessageRow, type Rows, readRows, type TurnRow } from './auditor-rows.ts'
import type { Records, Sent } from './records.ts'

/** Something that must never be, in words. */
export type Violation = string

/**
 * What the replies of a run prove. `chain`: the small engine's `label|n|hash of all labels|version|extra`, one a turn.
 * `history`: the kill flow's `label|n|all labels|extra`, last of the turn's messages.
 */
export type Proof = 'chain' | 'history'

/**
 * Judges a run from outside: reads the final tables with its own queries and compares them with what clients, shop and
 * readers wrote down. Shares no code with the runtime.
 */
export function audit(file: string, records: Records, options: { replies: Proof }): Violation[] {
  const database = new SqliteDatabase(file, { readonly: true })
  try {
    const whole = database.pragma('integrity_check', { simple: true })
    const dangling = database.pragma('foreign_key_check')
    return [
      ...(whole === 'ok' ? [] : [`the database is not whole: ${whole}`]),
      ...(Array.isArray(dangling) && dangling.length === 0 ? [] : ['rows refer to rows that are gone']),
      ...auditOpen(database, records, options),
    ]
  } finally {
    database.close()
  }
}

/** The same on a connection that is open. */
export function auditOpen(database: SqliteDatabase.Database, records: Records, { replies }: { replies: Proof }): Violation[] {
  const found: Violation[] = []
  const rows = readRows(database)
  for (const id of records.opened) {
    const conversation = rows.conversation(id)
    if (!conversation) {
      found.push(`conversation ${id} was opened and is gone`)
      continue
    }
    const messages = rows.messages(id)
    const turns = rows.turns(id)
    const sent = records.sent.filter((each) => each.conversationId === id)
    found.push(
      ...gapless(id, conversation, messages),
      ...answeredOnce(id, sent, messages, turns),
      ...inOrder(sent),
      ...computedFromEachOther(id, messages, turns, replies),
    )
    if (replies === 'chain') found.push(...pinned(id, conversation, messages))
    for (const stream of records.streams.filter((each) => each.conversationId === id)) found.push(...shownAsStored(stream, messages))
  }
  found.push(...effects(records, rows), ...versions(records, rows), ...budgets(records, rows, replies))
  return found
}

/** seq is 1 … n without gaps, and the conversation knows n. */
function gapless(id: string, conversation: ConversationRow, messages: MessageRow[]): Violation[] {
  const found = messages.flatMap((message, index) =>
    message.seq === index + 1 ? [] : [`${id}: seq ${message.seq} stands at place ${index + 1}`],
  )
  if (conversation.seq !== messages.length) found.push(`${id}: counts ${conversation.seq} messages, has ${messages.length}`)
  return found
}

/** Acknowledged ⊆ stored and answered; every accepted message is answered, once; a repeat hears the same. */
function answeredOnce(id: string, sent: Sent[], messages: MessageRow[], turns: TurnRow[]): Violation[] {
  const found: Violation[] = []
  for (const turn of turns) if (turn.status !== 'done') found.push(`${id}: ${turn.clientId} is still unanswered`)
  const known = new Map(sent.map((each) => [each.clientId, each]))
  const asked = messages.filter((message) => message.sender === 'visitor')
  for (const message of asked) {
    const record = known.get(message.clientId ?? '')
    if (!record) found.push(`${id}: message ${message.seq} (${message.clientId}) was sent by nobody`)
    else if (record.text !== message.text) found.push(`${id}: message ${message.seq} does not say what ${record.clientId} sent`)
  }
  for (const each of sent) {
    const stored = asked.filter((message) => message.clientId === each.clientId || message.text === each.text)
    if (stored.length > 1) found.push(`${id}: ${each.clientId} is stored ${stored.length} times`)
    if (each.swapped) found.push(`${id}: other words were taken under the id ${each.clientId}`)
    if (!each.acknowledged) continue
    const turn = turns.find((row) => row.clientId === each.clientId)
    const message = stored[0]
    if (!message || !turn) {
      found.push(`${id}: ${each.clientId} was acknowledged and is not there`)
      continue
    }
    const answer = messages.filter(
      (row) => row.sender !== 'visitor' && turn.firstSeq !== null && row.seq >= turn.firstSeq && row.seq <= (turn.lastSeq ?? 0),
    )
    const isSame = (told: { seq: number; replies: { seq: number; text: string }[] }) =>
      told.seq === message.seq &&
      told.replies.length === answer.length &&
      told.replies.every((reply, index) => reply.seq === answer[index]?.seq && reply.text === answer[index]?.text)
    if (!isSame(each.acknowledged)) found.push(`${id}: ${each.clientId} was told something else than is stored`)
    if (!each.repeats.every(isSame)) found.push(`${id}: a repeat of ${each.clientId} was told something else`)
  }
  return found
}

/** What was sent later has a higher seq. */
function inOrder(sent: Sent[]): Violation[] {
  const seqOf = new Map(sent.map((each) => [each.clientId, each.acknowledged?.seq]))
  return sent.flatMap((each) => {
    const [earlier, own] = [each.after === undefined ? undefined : seqOf.get(each.after), each.acknowledged?.seq]
    return earlier !== undefined && own !== undefined && earlier >= own
      ? [`${each.clientId} (seq ${own}) overtook ${each.after} (seq ${earlier})`]
      : []
  })
}

/** The version in every reply is the one the conversation began with. */
function pinned(id: string, conversation: ConversationRow, messages: MessageRow[]): Violation[] {
  const versions = Object.values(JSON.parse(conversation.pins) as Record<string, string>).join(',')
  return messages.flatMap((message) =>
    message.sender === 'bot' && message.text.split('|')[3] !== versions ? [`${id}: reply ${message.seq} ran on another version`] : [],
  )
}

/** Replays the whole conversation by a model of its own: reply k was computed from state k−1, in the order of the questions. */
function computedFromEachOther(id: string, messages: MessageRow[], turns: TurnRow[], proof: Proof): Violation[] {
  const found: Violation[] = []
  const bySeq = new Map(messages.map((message) => [message.seq, message]))
  const size = (turn: TurnRow) => (turn.lastSeq ?? 0) - (turn.firstSeq ?? 0) + 1
  const done = turns.filter((turn) => turn.status === 'done').sort((a, b) => (a.firstSeq ?? 0) - (b.firstSeq ?? 0) || size(a) - size(b))
  let owner = 'bot'
  let count = 0
  let story = ''
  let lastAsked = 0
  for (const turn of done) {
    const question = bySeq.get(turn.inboundSeq)
    const isMessage = question?.clientId === turn.clientId
    const label = isMessage ? question.text : nameOf(turn.clientId, proof)
    if (isMessage && turn.inboundSeq < lastAsked) found.push(`${id}: ${label} was answered after a later question`)
    if (isMessage) lastAsked = turn.inboundSeq
    const takesBack = owner === 'queue' && (label === '@bot' || label === 'handed-back')
    const isHeard = owner === 'bot' ? label !== 'handed-back' : takesBack
    const isRight = isHeard ? (proof === 'chain' ? size(turn) === 1 : size(turn) >= 1) : size(turn) === 0
    if (!isRight) found.push(`${id}: ${label} got ${size(turn)} replies while ${owner} had the conversation`)
    if (takesBack) owner = 'bot'
    if (!isHeard || !isRight) continue
    if (label === '@human') owner = 'queue'
    const reply = bySeq.get(turn.lastSeq ?? 0)
    if (proof === 'history' && (label.startsWith('@') || label === 'opened')) continue
    count++
    story = proof === 'chain' ? createHash('sha256').update(`${story}/${label}`).digest('hex').slice(0, 12) : `${story}/${label}`
    if (reply === undefined || !reply.text.startsWith(`${label}|${count}|${story}|`)) {
      found.push(`${id}: the reply to ${label} was not computed from the one before (${reply?.text})`)
      return found
    }
    const isEarly = proof === 'chain' && label.startsWith('silent:') && Date.parse(reply.at) - Number(reply.text.split('|')[4]) < 600_000
    if (isEarly) found.push(`${id}: ${label} fired before its time`)
  }
  return found
}

/** What a turn without a message is called in its reply. */
function nameOf(clientId: string, proof: Proof): string {
  if (clientId.startsWith('handed-back')) return 'handed-back'
  return proof === 'history' && clientId.startsWith('silent:') ? 'silent' : clientId
}

/** A stream shows what is stored, each message once, none left out. */
function shownAsStored({ conversationId, from, until, shown }: Records['streams'][number], messages: MessageRow[]): Violation[] {
  const expected = messages.filter((message) => message.seq > from && message.seq <= (until ?? Number.POSITIVE_INFINITY))
  const isSame =
    shown.length === expected.length &&
    shown.every((each, index) => each.seq === expected[index]?.seq && each.text === expected[index]?.text)
  return isSame
    ? []
    : [`${conversationId}: a stream from ${from} showed ${shown.map((each) => each.seq).join(',') || 'nothing'} of ${messages.length}`]
}

/** Nothing outside happened without its message on disk, nothing journalled was asked again, every job was done under one key. */
function effects(records: Records, rows: Rows): Violation[] {
  const found: Violation[] = []
  const stored = new Set(
    records.opened.flatMap((id) => rows.messages(id).flatMap((message) => (message.clientId === null ? [] : [message.text]))),
  )
  const keys = new Map<string, Set<string>>()
  for (const effect of records.effects) {
    const message = effect.label.split('#')[0] ?? ''
    if (!stored.has(message)) found.push(`${effect.label}: ${effect.kind}, but its message is not on disk`)
    if (effect.kind === 'missed') found.push(`${effect.label}: its journalled answer was not found again`)
    else if (effect.kind === 'delivered') keys.set(effect.label, (keys.get(effect.label) ?? new Set()).add(effect.key))
  }
  for (const [label, used] of keys) if (used.size > 1) found.push(`${label}: delivered under ${used.size} keys`)
  for (const id of records.opened) {
    for (const message of rows.messages(id)) {
      const label = message.text.split('|')[0] ?? ''
      if (message.sender === 'bot' && label.startsWith('note') && !keys.has(label)) found.push(`${label}: its job was never delivered`)
    }
  }
  return found
}

/** A published version is the same bytes for ever. */
function versions(records: Records, rows: Rows): Violation[] {
  return records.published.flatMap(({ id, sha256 }) => {
    const version = rows.version(id)
    const bytes = version && createHash('sha256').update(version.bytes, 'utf8').digest('hex')
    return bytes === sha256 && version?.sha256 === sha256 ? [] : [`version ${id} changed after it was published`]
  })
}

/** Never more is given than there is, and every coupon that was shown was claimed. */
function budgets(records: Records, rows: Rows, proof: Proof): Violation[] {
  return records.offers.flatMap(({ id, total }) => {
    const codes = rows.claims(id)
    const replies = records.opened
      .flatMap((conversation) => rows.messages(conversation))
      .filter((message) => message.sender === 'bot' && message.text.startsWith('claim'))
    // a question that is repeated shows the same coupon again: what counts is who asked for it
    const byQuestion = new Map(replies.map(({ text }) => [text.split('|')[0], text.split('|')[proof === 'chain' ? 4 : 3] ?? '']))
    const shown = [...byQuestion.values()].filter((extra) => !['', 'used-up', 'none-eligible', 'unavailable'].includes(extra))
    return [
      ...(codes.length > total ? [`offer ${id}: ${codes.length} given of ${total}`] : []),
      ...(rows.claimed(id) !== codes.length ? [`offer ${id}: counts ${rows.claimed(id)}, gave ${codes.length}`] : []),
      ...shown.filter((code) => !codes.includes(code)).map((code) => `offer ${id}: ${code} was shown and never claimed`),
      ...(new Set(shown).size < shown.length ? [`offer ${id}: one code was given to two`] : []),
    ]
  })
}
