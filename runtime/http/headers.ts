import type { Context } from 'hono'

/** Reads a header by its lower-case name. */
export type Header = (name: string) => string | undefined

/** Node's own headers where there are some: building a Headers object costs more than the rest of the checks. */
export function headersOf(c: Context): Header {
  const raw: Record<string, string | string[] | undefined> | undefined = c.env?.incoming?.headers
  if (!raw) return (name) => c.req.header(name)
  return (name) => {
    const value = raw[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
}

/** The other end of the connection; undefined where there is none (tests). */
export function socketAddress(c: Context): string | undefined {
  return c.env?.incoming?.socket?.remoteAddress
}

/** Headers of every answer of the API: kept by nobody, framed by nobody, run by nobody. */
export const baseHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const
