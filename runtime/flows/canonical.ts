import { createHash } from 'node:crypto'

/** JSON with sorted keys and no spaces: equal values give equal bytes. Keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]))
}
