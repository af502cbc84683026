import type { JobRequest, Measure } from '../../nodes/turn.ts'
import type { Conversation, ConversationState, Owner, Pins } from '../../schemas/conversation.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Message } from '../../schemas/message.ts'
import type { LoggedEdit } from '../../schemas/operation.ts'
import type { UploadKind, UploadType } from '../../schemas/upload.ts'
import type { LibraryStore, NewReview, ReviewStore, TallyStore } from './library-store.ts'

/**
 * The one door to the database. SQLite implements it now, PostgreSQL will; the contract test runs on each.
 * Times are milliseconds since the epoch. Every change of state is conditional on the state it leaves.
 */
export interface Store {
  conversations: ConversationStore
  flows: FlowStore
  library: LibraryStore
  reviews: ReviewStore
  originals: OriginalStore
  uploads: UploadStore
  tallies: TallyStore
  jobs: JobStore
  people: PeopleStore
  audit: AuditStore
  /** Small settings and secrets the server makes for itself (signing keys). Values are JSON; undefined when never put. */
  settings: {
    get(key: string): Promise<unknown>
    put(key: string, value: unknown): Promise<void>
    putIfAbsent(key: string, value: unknown): Promise<unknown>
    /** Makes a value from the one that is there, in one step also among processes. @returns the new one */
    change<Value>(key: string, next: (value: unknown) => Value): Promise<Value>
    /** Adds to a number that counts from 0, in one step also among processes. @returns the sum */
    add(key: string, by: number): Promise<number>
    /** Remembers an id until then, and forgets those whose time is over by `now`. @returns false when it was there already */
    spend(id: string, until: number, now: number): Promise<boolean>
  }
  models: ModelStore
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Trained recognisers by what they were trained on. They can be made again, so the oldest may go. */
export interface ModelStore {
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  put(key: string, bytes: Uint8Array, at: number): Promise<void>
}

/** A message to store; seq is given by the commit. */
export type NewMessage = Omit<Message, 'seq'>

export interface Inbound {
  /** Unique per conversation; for events that no client sends, made from the event (`silent:<token>`). */
  clientId: string
  /** SHA-256 of the canonical body: the same id with another body is a conflict. */
  bodyHash: string
  /** Absent for events that are no message (opened, silent, handed-back). */
  message?: NewMessage
  /** The message as it was typed, sealed; absent when masking changed nothing or originals are not kept. */
  original?: { sealed: string; until: number }
  /** Uploads that the message names: it is refused (AppError `invalid`) unless each is whole, of this kind and of this conversation. */
  uploads?: { kind: UploadKind; ids: readonly string[] }
}

export interface TurnCommit {
  conversationId: string
  inbound: Inbound
  /** Version of the conversation that the turn read: the commit is conditional on it. */
  readVersion: number
  /** Outbound messages in order. */
  messages: NewMessage[]
  state: ConversationState
  owner: Owner
  jobs: JobRequest[]
  measures: Measure[]
  /** What the visitor's message left to look at. */
  reviews?: NewReview[]
  /** Path, perception and service answers: enough to replay the turn. JSON. */
  trace: unknown
  at: number
}

export type CommitResult =
  | { kind: 'committed'; messages: Message[]; inboundSeq: number; seq: number; version: number; owner: Owner }
  /** The conversation changed since it was read, or an earlier message of the visitor waits for its answer: answer that, reload, rerun. */
  | { kind: 'stale' }
  /** The inbound was answered before: here is what was said then. */
  | { kind: 'duplicate'; messages: Message[]; inboundSeq: number; owner: Owner }
  /** The same client id with another body. */
  | { kind: 'conflict' }

export type AcceptResult =
  | { kind: 'accepted'; inboundSeq: number; version: number }
  | { kind: 'pending'; inboundSeq: number; version: number }
  | { kind: 'duplicate'; messages: Message[]; inboundSeq: number; owner: Owner }
  | { kind: 'conflict' }
  | { kind: 'stale' }

export interface ConversationStore {
  /** Stores the conversation (version 0) together with its first turn's outcome in one transaction. */
  create(conversation: Conversation, opening: TurnCommit): Promise<CommitResult>
  load(id: string): Promise<Conversation | null>
  /** What was answered to this client id; `pending` when accepted but not answered yet; null when unseen. */
  seen(
    conversationId: string,
    clientId: string,
  ): Promise<{ bodyHash: string; status: 'pending' | 'done'; messages: Message[]; inboundSeq: number } | null>
  /** First half of a turn that awaits something outside: the message is on disk and has its seq before the call goes out. */
  accept(conversationId: string, inbound: Inbound, readVersion: number, at: number): Promise<AcceptResult>
  /** One transaction: inbound (unless accepted), outbound, state, trace, measures, jobs. Grouped with others that are ready. */
  commit(commit: TurnCommit): Promise<CommitResult>
  /** Accepted inbounds that have no answer, oldest first: what a crash left open, everywhere or in one conversation. */
  pending(
    limit: number,
    conversationId?: string,
  ): Promise<{ conversationId: string; clientId: string; inbound: Message; acceptedAt: number; bodyHash: string }[]>
  messagesAfter(conversationId: string, seq: number, limit: number): Promise<Message[]>
  /**
   * What visitors wrote, the newest conversations first, each from its end; looks at so many messages of anybody.
   * @param before where the last page ended
   * @returns `next` is null when there is no more
   */
  said(before: SaidPlace | null, limit: number): Promise<{ texts: { conversationId: string; text: string }[]; next: SaidPlace | null }>
  /** Texts of visitors among the newest messages, so many at the most, of conversations that began after this one. */
  countSaid(after: string, most: number): Promise<number>
  turns(conversationId: string): Promise<{ inboundSeq: number; at: number; trace: unknown }[]>
  /** Conversations waiting in the queue that came before this one. */
  queueAhead(conversationId: string): Promise<number>
  /**
   * Of the newest 10,000 conversations, how many are open on each flow: what an operator is told before publishing.
   * Older ones are not looked at, so that asking costs the same in any shop.
   */
  countOpen(): Promise<ReadonlyMap<string, number>>
  journal: {
    /** Outside answers of a turn that awaits, keyed `seq/node/visit/call`. The first answer put stands; undefined when there is none. */
    get(conversationId: string, key: string): Promise<unknown>
    put(conversationId: string, key: string, answer: unknown): Promise<void>
  }
}

/** A place among all messages. */
export interface SaidPlace {
  conversationId: string
  seq: number
}

export interface FlowHead {
  id: string
  name: Flow['name']
  revision: number
  /** Number and id of the live version; null before the first publish. */
  live: { number: number; versionId: string; publishedAt: number; revision: number } | null
  updatedAt: number
  archived: boolean
}

export interface FlowVersion {
  id: string
  flowId: string
  number: number
  /** Canonical JSON of the document, byte for byte as published. */
  bytes: string
  sha256: string
  /** Revision of the draft it was made from. */
  revision: number
  /** Intents as they were, so that recognition belongs to the version. */
  intents: Intent[]
  publishedBy: string
  at: number
  note?: string
}

export interface FlowStore {
  list(): Promise<FlowHead[]>
  head(flowId: string): Promise<FlowHead | null>
  /** Makes a draft from a first document; false when the id is taken. */
  create(flow: Flow, author: { id: string; name: string }, at: number): Promise<boolean>
  /** The document of the draft and its revision. */
  draft(flowId: string): Promise<{ revision: number; flow: Flow } | null>
  /**
   * Appends an edit: `next` makes the new document from the current one inside the transaction.
   * A repeated edit id answers with the revision it got then. Throws what `next` throws, storing nothing.
   */
  append(
    flowId: string,
    edit: Omit<LoggedEdit, 'revision'>,
    next: (current: Flow) => Flow,
  ): Promise<{ kind: 'appended' | 'repeated'; revision: number } | null>
  editsAfter(flowId: string, revision: number, limit: number): Promise<LoggedEdit[]>
  /** Stores a version and makes it live, if the draft still has `version.revision` and the live number is `expectedLive`. */
  publish(
    version: Omit<FlowVersion, 'number'>,
    expectedLive: number | null,
  ): Promise<{ kind: 'published'; number: number } | { kind: 'stale' }>
  /** The same for several flows at once, made from what is live: all go live or none. @returns their numbers, in order */
  republish(versions: readonly { version: Omit<FlowVersion, 'number'>; expectedLive: number }[]): Promise<number[] | 'stale'>
  version(versionId: string): Promise<FlowVersion | null>
  versions(flowId: string): Promise<Omit<FlowVersion, 'bytes' | 'intents'>[]>
  /** Live version ids of all flows that have one. */
  live(): Promise<Pins>
  archive(flowId: string, archived: boolean): Promise<boolean>
  entries(): Promise<Entry[]>
  entry(id: string): Promise<Entry | null>
  putEntry(entry: Entry): Promise<void>
}

/** Which flow serves a place on a site, and how the chat there looks. */
export interface Entry {
  id: string
  flowId: string
  name: string
  /** Shop name, colour and avatar letter for the widget; origins that may embed it. */
  look: { shop: string; colour: string; letter: string }
  origins: string[]
}

export interface Job extends JobRequest {
  id: string
  attempts: number
  conversationId?: string
}

export interface JobStore {
  add(job: JobRequest & { conversationId?: string }): Promise<void>
  /** Claims due jobs until `leaseUntil`; a crash lets the lease run out. */
  claim(now: number, leaseUntil: number, limit: number): Promise<Job[]>
  done(id: string): Promise<void>
  /** Back with a later due time, or dead after 12 tries. */
  retry(id: string, due: number, error: string): Promise<void>
  nextDue(): Promise<number | null>
  counts(): Promise<{ waiting: number; dead: number }>
}

export type Role = 'owner' | 'operator' | 'agent' | 'analyst'

export interface User {
  id: string
  name: string
  email: string
  role: Role
  disabled: boolean
  createdAt: number
}

/** Users and roles; passwords and sessions belong to the sign-in library, through `authDatabase`. */
export interface PeopleStore {
  count(): Promise<number>
  list(): Promise<User[]>
  get(id: string): Promise<User | null>
  setRole(id: string, role: Role): Promise<boolean>
  setDisabled(id: string, disabled: boolean): Promise<boolean>
  /** The person can enter by a link only, and is signed out everywhere. */
  forgetPassword(id: string): Promise<void>
  /** Single-use links: only the SHA-256 of the token is stored. */
  putLink(tokenHash: string, userId: string, expiresAt: number): Promise<void>
  takeLink(tokenHash: string, now: number): Promise<string | null>
  /** What the sign-in library's drizzle adapter needs. */
  authDatabase: { db: unknown; schema: Record<string, unknown>; provider: 'sqlite' | 'pg' }
}

export interface AuditEntry {
  seq: number
  at: number
  actor: string
  action: string
  target: string
  detail: Record<string, unknown>
  hash: string
}

export interface AuditStore {
  /** Appends to the hash chain. */
  add(entry: Omit<AuditEntry, 'seq' | 'hash'>): Promise<void>
  list(options: { before?: number; limit: number }): Promise<AuditEntry[]>
  /** First entry whose hash does not follow from the one before; null when the chain is whole. */
  verify(): Promise<number | null>
}

/** Messages as they were typed, sealed by whoever stores them. */
export interface OriginalStore {
  /** Null when there is none, or its time is over. */
  get(conversationId: string, seq: number, now: number): Promise<{ sealed: string; until: number; clientId: string } | null>
  /** Seqs of messages whose original can still be read. */
  seqs(conversationId: string, now: number): Promise<number[]>
  /** Deletes those whose time is over. @returns how many */
  drop(now: number): Promise<number>
}

export interface Upload {
  id: string
  kind: UploadKind
  type: UploadType
  /** Bytes. */
  size: number
}

/** What may be kept: files and bytes of one conversation, and bytes of all. */
export interface UploadRoom {
  files: number
  bytes: number
  total: number
}

/** Photos and voice messages. One exists once all of its bytes are on disk. */
export interface UploadStore {
  /** `known`: the conversation holds the same bytes already, under that id; `full`: there is no room in that conversation, or in all of them; nothing was stored. */
  put(
    upload: Upload & { conversationId: string; sha256: string; at: number },
    pieces: Iterable<Uint8Array>,
    room: UploadRoom,
  ): Promise<{ kind: 'stored' } | { kind: 'known'; id: string } | { kind: 'full'; room: 'conversation' | 'total' }>
  /** Null unless it is whole and of this conversation. */
  get(conversationId: string, id: string): Promise<Upload | null>
  /** Its bytes from part 0 on; undefined after the last. */
  part(id: string, part: number): Promise<Uint8Array | undefined>
  /** Deletes what no message names since before `loose`, and whatever is older than `kept`; both milliseconds since the epoch. @returns how many */
  drop(loose: number, kept: number): Promise<number>
}
