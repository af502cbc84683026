import type { z } from 'zod'

export const roles = ['owner', 'operator', 'agent', 'analyst'] as const
export type Role = (typeof roles)[number]

/** Who may call a route: anyone, the visitor a token was signed for, or people signed in with one of these roles. */
export type Access = 'public' | 'visitor' | readonly Role[]

/**
 * Which object must belong to the caller: `conversation` = the `{id}` in the path is the token's conversation;
 * `token` = the path names none, and the token's conversation is the object; `shared` = belongs to the whole team; `none` = there is no object.
 */
export type OwnerRule = 'none' | 'shared' | 'conversation' | 'token'

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{name}` for parameters, as OpenAPI writes them. */
  path: `/${string}`
  access: Access
  owner: OwnerRule
  /** One sentence for the API page. */
  summary: string
  query?: z.ZodObject
  /** Strict JSON body; a route without one takes no body. */
  body?: z.ZodType
  /** The body is a document whose reader finds every problem itself: the handler gets its text, unparsed. */
  isDocument?: boolean
  /** Content types of a body of raw bytes; the handler gets the bytes and decides by them, not by the type, what they are. */
  takes?: readonly string[]
  /** Bytes; default 32 KiB. */
  maxBody?: number
  /** Reply of the success status. `stream`: server-sent events. `text`: plain text. `file`: bytes that nobody runs, frames or keeps. */
  reply: z.ZodType | 'stream' | 'text' | 'file' | 'nothing'
  status?: 200 | 201 | 202 | 204
  /** Counted against the caller's limit of this name. */
  limit?: 'message' | 'conversation' | 'upload' | 'sign-in' | 'read'
}

/** Declares a route. A route without access or owner rule does not compile. */
export function route<const R extends Route>(definition: R): R {
  return definition
}

type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterNames<Rest> : never

/** `{ id: string }` for `/v1/conversations/{id}/messages`. */
export type Parameters<R extends Route> = { [name in ParameterNames<R['path']>]: string }
export type Body<R extends Route> = R['body'] extends z.ZodType ? z.input<R['body']> : undefined
/** What the handler gets; of a document, its text; of raw bytes, these. */
export type ParsedBody<R extends Route> = R['isDocument'] extends true
  ? string
  : R['takes'] extends readonly string[]
    ? Uint8Array<ArrayBuffer>
    : R['body'] extends z.ZodType
      ? z.output<R['body']>
      : undefined
export type Query<R extends Route> = R['query'] extends z.ZodType ? z.input<R['query']> : undefined
export type ParsedQuery<R extends Route> = R['query'] extends z.ZodType ? z.output<R['query']> : undefined
export type Reply<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : R['reply'] extends 'text' ? string : undefined
