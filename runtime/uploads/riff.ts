import type { Kept } from './kept.ts'
import { nameOf } from './names.ts'
import { allowance, mostParts } from './parts.ts'
import { viewOf } from './picture.ts'

/** Where a chunk stands. */
export interface Chunk {
  /** As `nameOf` gives it. */
  name: number
  /** Of its head. */
  at: number
  /** Of its content, without the filling byte. */
  from: number
  to: number
  /** Behind the filling byte, which a careless writer leaves out at the end. */
  next: number
}

/** The chunks of a RIFF file (WebP, WAV) in order; null when they do not fill it, or are too many. What follows its end is not read. */
export function riffChunks(bytes: Uint8Array): Chunk[] | null {
  const view = viewOf(bytes)
  if (bytes.length < 12) return null
  // recorders that write as they go leave the length open
  const said = view.getUint32(4, true)
  const end = said === 0 || said === 0xffffffff ? bytes.length : said + 8
  if (end > bytes.length) return null
  const hasMore = allowance(mostParts)
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true)
    const from = at + 8
    const to = length === 0xffffffff ? end : from + length
    if (to > end || !hasMore()) return null
    const next = Math.min(to + ((to - from) % 2), end)
    chunks.push({ name: view.getUint32(at), at, from, to, next })
    at = next
  }
  return chunks
}

/** Keeps a chunk, with its length where that was left open, and with its filling byte. */
export function keepChunk(kept: Kept, view: DataView, { name, at, from, to, next }: Chunk): void {
  const size = to - from
  const isOpen = view.getUint32(at + 4, true) !== size
  if (isOpen) kept.add(chunkHead(name, size))
  kept.keep(isOpen ? from : at, next)
  if (next - from < size + (size % 2)) kept.add(filling)
}

const filling = new Uint8Array(1)

/** A chunk of its own. */
export function chunkOf(name: string, data: Uint8Array): Uint8Array {
  return Buffer.concat([chunkHead(nameOf(name), data.length), data, filling.subarray(0, data.length % 2)])
}

/** The file that holds these. @param form `WEBP`, `WAVE` */
export function riffOf(form: string, pieces: readonly Uint8Array[]): Uint8Array[] {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 4)
  return [Buffer.concat([chunkHead(nameOf('RIFF'), size), Buffer.from(form, 'latin1')]), ...pieces]
}

function chunkHead(name: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32BE(name)
  bytes.writeUInt32LE(size, 4)
  return bytes
}
