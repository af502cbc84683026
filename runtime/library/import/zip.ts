import { inflateRawSync } from 'node:zlib'
import { UnreadableFile } from './words.ts'

const mostEntries = 1_000
const mostUnpacked = 50 * 1024 * 1024
const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/**
 * Unpacks every part of an archive into nothing, counting what comes out: sizes that an archive claims are worth nothing.
 * @throws UnreadableFile when it holds more than 50 MiB or 1,000 parts, declares entities, or is no archive
 */
export function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw new UnreadableFile('too-large')
  let at = view.getUint32(end + 16, true)
  let left = mostUnpacked
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) throw new UnreadableFile('not-excel')
    const claimed = view.getUint32(at + 24, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
    const content = unpack(bytes, view, at, left)
    if (content.length !== claimed) throw new UnreadableFile('not-excel')
    if (/\.(?:xml|rels)$/i.test(name) && content.includes('<!DOCTYPE')) throw new UnreadableFile('not-excel')
    left -= content.length
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

function unpack(bytes: Uint8Array, view: DataView, entry: number, most: number): Buffer {
  const method = view.getUint16(entry + 10, true)
  const size = view.getUint32(entry + 20, true)
  const local = view.getUint32(entry + 42, true)
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localMark) throw new UnreadableFile('not-excel')
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + size > bytes.length) throw new UnreadableFile('not-excel')
  const packed = bytes.subarray(from, from + size)
  if (method === 0) {
    if (packed.length > most) throw new UnreadableFile('too-large')
    return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  }
  if (method !== 8) throw new UnreadableFile('not-excel')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableFile(isTooLarge ? 'too-large' : 'not-excel', 1, { cause })
  }
}

/** Where the archive's directory says that it ends: searched from the back, past a comment. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === endMark) return at
  throw new UnreadableFile('not-excel')
}
