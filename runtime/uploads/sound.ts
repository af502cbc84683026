import type { UploadType } from '../../schemas/upload.ts'
import { viewOf } from './picture.ts'
import { riffChunks, riffOf } from './riff.ts'
import { letters } from './sniff.ts'

/** The pieces of a recording without its tags; null when the bytes are not one, or hold moving pictures. */
export function cleanSound(type: UploadType, bytes: Uint8Array): Uint8Array[] | null {
  if (type === 'audio/wav') return cleanWav(bytes)
  if (type === 'audio/mpeg') return cleanMp3(bytes)
  if (type === 'audio/mp4') return cleanMp4(bytes)
  // WebM and Ogg come from browsers' own recorders, which write no tags but their name
  return [bytes]
}

function cleanWav(bytes: Uint8Array): Uint8Array[] | null {
  const chunks = riffChunks(bytes)
  if (!chunks?.some((chunk) => chunk.type === 'fmt ') || !chunks.some((chunk) => chunk.type === 'data')) return null
  return riffOf(
    'WAVE',
    chunks.filter((chunk) => ['fmt ', 'fact', 'data'].includes(chunk.type)),
  )
}

/** Without the tags before (ID3v2) and behind (ID3v1). */
function cleanMp3(bytes: Uint8Array): Uint8Array[] | null {
  let start = 0
  while (letters(bytes, start, 3) === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(start + 6, start + 10)
    const hasFoot = ((bytes[start + 5] ?? 0) & 0x10) !== 0
    start += 10 + ((a << 21) | (b << 14) | (c << 7) | d) + (hasFoot ? 10 : 0)
  }
  const end = letters(bytes, bytes.length - 128, 3) === 'TAG' ? bytes.length - 128 : bytes.length
  return bytes[start] === 0xff && end - start > 100 ? [bytes.subarray(start, end)] : null
}

/** Boxes that hold others on the way to what concerns us. */
const holders = new Set(['moov', 'trak', 'mdia'])
/** Boxes for names, places and pictures. */
const tags = new Set(['udta', 'meta', 'uuid'])
const deepest = 6

interface Found {
  sound: boolean
  pictures: boolean
  data: boolean
  /** Where the name of a tag's box stands, where its content begins, and where it ends. */
  tags: { name: number; from: number; end: number }[]
}

/** Tags become free space of the same length: every offset in the file stays right. */
function cleanMp4(bytes: Uint8Array): Uint8Array[] | null {
  const found: Found = { sound: false, pictures: false, data: false, tags: [] }
  if (!findBoxes(bytes, 0, bytes.length, 0, found) || !found.sound || !found.data || found.pictures) return null
  let at = 0
  const pieces: Uint8Array[] = []
  for (const { name, from, end } of found.tags) {
    pieces.push(bytes.subarray(at, name), Buffer.from('free', 'latin1'), bytes.subarray(name + 4, from), new Uint8Array(end - from))
    at = end
  }
  return [...pieces, bytes.subarray(at)]
}

/** @returns false when the boxes do not fill their place */
function findBoxes(bytes: Uint8Array, start: number, stop: number, depth: number, found: Found): boolean {
  const view = viewOf(bytes)
  for (let at = start; at < stop; ) {
    if (at + 8 > stop || depth > deepest) return false
    const said = view.getUint32(at)
    const isLong = said === 1
    if (isLong && (at + 16 > stop || view.getUint32(at + 8) !== 0)) return false
    const end = said === 0 ? stop : at + (isLong ? view.getUint32(at + 12) : said)
    const from = at + (isLong ? 16 : 8)
    if (end < from || end > stop) return false
    const type = letters(bytes, at + 4, 4)
    if (tags.has(type)) found.tags.push({ name: at + 4, from, end })
    else if (type === 'mdat') found.data = true
    else if (type === 'hdlr') {
      const handler = letters(bytes, from + 8, 4)
      if (handler === 'soun') found.sound = true
      if (handler === 'vide') found.pictures = true
    } else if (holders.has(type) && !findBoxes(bytes, from, end, depth + 1, found)) return false
    at = end
  }
  return true
}
