import type { RouteName, Routes } from '../../schemas/api/index.ts'
import type { Access, Parameters, ParsedBody, ParsedQuery, Reply, Role, Route } from '../../schemas/api/route.ts'
import type { UploadType } from '../../schemas/upload.ts'

/** The visitor a token was signed for; all it may touch is its conversation. */
export interface Visitor {
  kind: 'visitor'
  visitorId: string
  conversationId: string
  entry: string
}

/** Somebody signed in. */
export interface Person {
  kind: 'person'
  id: string
  name: string
  email: string
  role: Role
}

type PrincipalOf<A extends Access> = A extends 'visitor' ? Visitor : A extends readonly Role[] ? Person : null

/** A checked request: everything in it was parsed, limited and authorised before the handler runs. */
export interface Call<R extends Route = Route> {
  parameters: Parameters<R>
  body: ParsedBody<R>
  query: ParsedQuery<R>
  principal: PrincipalOf<R['access']>
  /** Caller's address, for audit and limits. */
  address: string
  requestId: string
  /** Header of the request, by lower-case name. */
  header(name: string): string | undefined
  /** Sets a header of the reply. */
  reply(name: string, value: string): void
}

/** One server-sent event; its id is a seq or revision, never text of anybody. `heartbeat` keeps proxies from closing. */
export type StreamEvent = 'heartbeat' | { id?: number; event: string; data: unknown }

/** What a stream route answers: its events, from what the reader has seen on, until the signal ends it. */
export type EventFeed = (signal: AbortSignal) => AsyncIterable<StreamEvent>

/** What a file route answers. */
export interface File {
  type: UploadType
  /** Bytes. */
  size: number
  bytes: ReadableStream<Uint8Array>
}

/** A route whose reply is nothing answers with undefined. */
type AnswerOf<R extends Route> = R['reply'] extends 'stream' ? EventFeed : R['reply'] extends 'file' ? File : Reply<R>

export type Handler<R extends Route> = (call: Call<R>) => Promise<AnswerOf<R>> | AnswerOf<R>

/** One handler for each route of the table; a route without one does not compile. */
export type Handlers = { [Name in RouteName]: Handler<Routes[Name]> }
