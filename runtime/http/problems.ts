import type { ProblemDocument } from '../../schemas/api/problem-document.ts'
import { AppError, ensureError } from '../errors.ts'

/** Titles of the refusals, one a code; the code itself is what clients act on. */
const titles: Record<string, string> = {
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  conflict: 'Conflict',
  invalid: 'The request is not valid',
  malformed: 'The request cannot be read',
  'media-type': 'Unsupported media type',
  refused: 'Not allowed',
  unauthenticated: 'Not signed in',
  'too-many': 'Too many requests',
  'too-large': 'Too large',
  unavailable: 'Not available now',
  internal: 'Internal error',
}

/**
 * Turns whatever was thrown into a problem document and its headers. Nothing of the cause leaves the server:
 * an unexpected error has one fixed sentence, its stack goes to the log under the same request id.
 * A RangeError means that a document was too deep or too large for the machine: the sender's fault, not ours.
 */
export function toProblem(
  thrown: unknown,
  requestId: string,
): { status: number; headers: Record<string, string>; document: ProblemDocument; error: AppError } {
  const error = thrown instanceof RangeError ? ensureError(deepDocument(thrown)) : ensureError(thrown)
  const { problems } = error.fields
  const document: ProblemDocument = {
    type: `urn:floorwalker:problem:${error.code}`,
    title: titles[error.code] ?? 'The request was refused',
    status: error.status,
    code: error.code,
    detail: error.message,
    instance: `urn:request:${requestId}`,
    ...(isProblemList(problems) && problems.length > 0
      ? { problems: problems.slice(0, maxProblems).map(({ path, code, message }) => ({ path, code, message })) }
      : {}),
  }
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  if (typeof error.retry === 'object') headers['retry-after'] = String(Math.max(1, Math.ceil(error.retry.after / 1_000)))
  if (typeof error.fields.allow === 'string') headers.allow = error.fields.allow
  return { status: error.status, headers, document, error }
}

/** A reply to a document with thousands of mistakes stays small. */
const maxProblems = 200

interface Problem {
  path: string
  code: string
  message: string
}

function isProblemList(value: unknown): value is Problem[] {
  return (
    Array.isArray(value) &&
    value.every((each) => typeof each?.path === 'string' && typeof each.code === 'string' && typeof each.message === 'string')
  )
}

function deepDocument(cause: RangeError): AppError {
  return new AppError('invalid', 422, 'The request is too deep or too large to be read.', { cause })
}
