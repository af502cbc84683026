import { viewOf } from './picture.ts'
import { letters } from './sniff.ts'

export interface Chunk {
  type: string
  /** Without its head and its filling byte. */
  data: Uint8Array
}

/** The chunks of a RIFF file (WebP, WAV) in order; null when they do not fill it. What follows its end is not read. */
export function riffChunks(bytes: Uint8Array): Chunk[] | null {
  const view = viewOf(bytes)
  if (bytes.length < 12) return null
  // recorders that write as they go leave the length open
  const said = view.getUint32(4, true)
  const end = said === 0 || said === 0xffffffff ? bytes.length : said + 8
  if (end > bytes.length) return null
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true)
    const isOpen = length === 0xffffffff
    if (!isOpen && at + 8 + length > end) return null
    const data = bytes.subarray(at + 8, isOpen ? end : at + 8 + length)
    chunks.push({ type: letters(bytes, at, 4), data })
    at += 8 + data.length + (data.length % 2)
  }
  return chunks
}

/** The pieces of the file that holds these chunks. @param form `WEBP`, `WAVE` */
export function riffOf(form: string, chunks: readonly Chunk[]): Uint8Array[] {
  const pieces = chunks.flatMap(({ type, data }) => [head(type, data.length), data, new Uint8Array(data.length % 2)])
  const size = pieces.reduce((sum, piece) => sum + piece.length, 4)
  return [head('RIFF', size), Buffer.from(form, 'latin1'), ...pieces]
}

function head(type: string, size: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.write(type, 'latin1')
  bytes.writeUInt32LE(size, 4)
  return bytes
}
