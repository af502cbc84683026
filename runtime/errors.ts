/** Whether trying again can help: not, later, or after so many milliseconds. */
export type Retry = 'no' | 'later' | { after: number }

/** Everything this product throws on purpose. `status` and `code` make the problem document, `retry` the Retry-After header. */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly retry: Retry
  readonly fields: Record<string, unknown>

  constructor(
    code: string,
    status: number,
    message: string,
    options: { retry?: Retry; cause?: unknown; fields?: Record<string, unknown> } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = status
    this.retry = options.retry ?? 'no'
    this.fields = options.fields ?? {}
  }
}

/** Turns whatever was thrown into an AppError; the four edges (HTTP, job, worker, behaviour) call it. */
export function ensureError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError('internal', 500, 'Something went wrong inside the server.', { retry: 'later', cause: thrown })
}

export const errors = {
  notFound: (what: string, id: string) => new AppError('not-found', 404, `There is no ${what} "${id}".`, { fields: { what, id } }),
  conflict: (message: string, fields: Record<string, unknown> = {}) => new AppError('conflict', 409, message, { fields }),
  invalid: (message: string, problems: unknown[] = []) => new AppError('invalid', 422, message, { fields: { problems } }),
  refused: (message = 'You may not do this.') => new AppError('refused', 403, message),
  unauthenticated: (message = 'Sign in first.') => new AppError('unauthenticated', 401, message),
  tooMany: (after: number) => new AppError('too-many', 429, 'Too many requests; wait a little.', { retry: { after } }),
  tooLarge: (limit: number) => new AppError('too-large', 413, `The request is larger than ${limit} bytes.`, { fields: { limit } }),
  unavailable: (message: string, cause?: unknown) => new AppError('unavailable', 503, message, { retry: { after: 1_000 }, cause }),
}
