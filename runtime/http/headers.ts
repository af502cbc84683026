import type { Context } from 'hono'
import type { File } from './handler.ts'

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

const extensions: { [type in File['type']]: string } = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
}

/** A visitor's bytes are shown inside a page or saved, and never opened as a page of ours: name and type are ours alone. */
export function fileHeaders({ type, size }: Pick<File, 'type' | 'size'>): Record<string, string> {
  return {
    'content-type': type,
    'content-length': String(size),
    'content-disposition': `attachment; filename="${type.split('/', 1)[0]}.${extensions[type]}"`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  }
}
