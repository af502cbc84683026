import type { UploadType } from '../../schemas/upload.ts'
import { keptOf } from './kept.ts'
import { nameOf, says } from './names.ts'
import { allowance, mostParts } from './parts.ts'
import { viewOf } from './picture.ts'
import { keepChunk, riffChunks, riffOf } from './riff.ts'

/** The pieces of a recording, without its tags where those are looked for; null when the bytes are not one, or hold moving pictures. */
export function cleanSound(type: UploadType, bytes: Uint8Array): Uint8Array[] | null {
  if (type === 'audio/wav') return cleanWav(bytes)
  if (type === 'audio/mpeg') return cleanMp3(bytes)
  if (type === 'audio/mp4') return cleanMp4(bytes)
  // WebM and Ogg are not read: whatever tags they carry stay
  return [bytes]
}

const [format, samples] = [nameOf('fmt '), nameOf('data')]
const heard = new Set([format, samples, nameOf('fact')])

function cleanWav(bytes: Uint8Array): Uint8Array[] | null {
  const chunks = riffChunks(bytes)
  if (!chunks?.some(({ name }) => name === format) || !chunks.some(({ name }) => name === samples)) return null
  const [kept, view] = [keptOf(bytes), viewOf(bytes)]
  for (const chunk of chunks) if (heard.has(chunk.name)) keepChunk(kept, view, chunk)
  return riffOf('WAVE', kept.pieces())
}

/** Without the tags before (ID3v2) and behind (ID3v1); others, APE's and those between frames, stay. */
function cleanMp3(bytes: Uint8Array): Uint8Array[] | null {
  const hasMore = allowance(mostParts)
  let start = 0
  while (says(bytes, start, 'ID3') && hasMore()) {
    const byte = (offset: number) => bytes[start + offset] ?? 0
    const size = (byte(6) << 21) | (byte(7) << 14) | (byte(8) << 7) | byte(9)
    const hasFoot = (byte(5) & 0x10) !== 0
    start += 10 + size + (hasFoot ? 10 : 0)
  }
  const end = says(bytes, bytes.length - 128, 'TAG') ? bytes.length - 128 : bytes.length
  return bytes[start] === 0xff && end - start > 100 ? [bytes.subarray(start, end)] : null
}

/** Boxes that hold others on the way to what concerns us. */
const holders = new Set(['moov', 'trak', 'mdia'].map(nameOf))
/** Boxes for names, places and pictures. */
const tags = new Set(['udta', 'meta', 'uuid'].map(nameOf))
const [media, handler, sound, pictures] = [nameOf('mdat'), nameOf('hdlr'), nameOf('soun'), nameOf('vide')]
const free = nameOf('free')
const deepest = 6
/** Runs of tags: recordings have a few, and each is a piece to be made. */
const mostTags = 1_000

interface Found {
  hasMore: () => boolean
  sound: boolean
  pictures: boolean
  data: boolean
  tags: Tags[]
}

/** Where boxes of tags stand that follow one another in the same holder. */
interface Tags {
  at: number
  end: number
}

/** Tags become free space of the same length: every offset in the file stays right. */
function cleanMp4(bytes: Uint8Array): Uint8Array[] | null {
  const found: Found = { hasMore: allowance(mostParts), sound: false, pictures: false, data: false, tags: [] }
  if (!findBoxes(bytes, 0, bytes.length, 0, found) || !found.sound || !found.data || found.pictures) return null
  if (found.tags.length > mostTags) return null
  const kept = keptOf(bytes)
  let behind = 0
  for (const { at, end } of found.tags) {
    kept.keep(behind, at)
    kept.add(freeSpace(end - at))
    behind = end
  }
  kept.keep(behind, bytes.length)
  return kept.pieces()
}

function freeSpace(size: number): Uint8Array {
  const box = Buffer.alloc(size)
  box.writeUInt32BE(size)
  box.writeUInt32BE(free, 4)
  return box
}

/** @returns false when the boxes do not fill their place */
function findBoxes(bytes: Uint8Array, start: number, stop: number, depth: number, found: Found): boolean {
  const view = viewOf(bytes)
  let before: Tags | undefined
  for (let at = start; at < stop; ) {
    if (at + 8 > stop || depth > deepest || !found.hasMore()) return false
    const said = view.getUint32(at)
    const isLong = said === 1
    if (isLong && (at + 16 > stop || view.getUint32(at + 8) !== 0)) return false
    const end = said === 0 ? stop : at + (isLong ? view.getUint32(at + 12) : said)
    const from = at + (isLong ? 16 : 8)
    if (end < from || end > stop) return false
    const name = view.getUint32(at + 4)
    if (tags.has(name)) {
      if (before) before.end = end
      else found.tags.push((before = { at, end }))
      at = end
      continue
    }
    before = undefined
    if (name === media) found.data = true
    else if (name === handler) {
      const handles = from + 12 <= end ? view.getUint32(from + 8) : 0
      if (handles === sound) found.sound = true
      if (handles === pictures) found.pictures = true
    } else if (holders.has(name) && !findBoxes(bytes, from, end, depth + 1, found)) return false
    at = end
  }
  return true
}
