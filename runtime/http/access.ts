import { errors } from '../errors.ts'
import type { Person, Visitor } from './handler.ts'

/** Who is calling, by what they carry. */
export interface Access {
  visitor(token: string): Visitor | Promise<Visitor>
  renewed(token: string): Promise<string> | null
  /** The person of the session cookie; null when there is none or it has ended. */
  person(cookie: string | undefined): Promise<Person | null>
}

/** The token of an `Authorization: Bearer` header; never one from a URL, which ends up in logs. */
export function readBearer(authorization: string | undefined): string {
  const match = authorization === undefined ? null : /^Bearer ([\w.~+/=-]{1,4000})$/i.exec(authorization)
  if (!match?.[1]) throw errors.unauthenticated('Send the token of the conversation in the Authorization header.')
  return match[1]
}
