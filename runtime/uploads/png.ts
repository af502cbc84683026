import { crc32 } from 'node:zlib'
import { type Orientation, readOrientation, tiffOf } from './orientation.ts'
import { type CleanPicture, viewOf } from './picture.ts'
import { letters } from './sniff.ts'

const signature = 8
/** Chunks that change what is seen. */
const kept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'bKGD', 'hIST', 'pHYs', 'sPLT'],
  ...['acTL', 'fcTL', 'fdAT', 'cICP', 'mDCV', 'cLLI'],
])

/** Keeps the chunks that change what is seen. Left out are texts, times, Exif (but for the orientation), XMP, unknown ones, and what follows the end. */
export const cleanPng: CleanPicture = (bytes) => {
  const view = viewOf(bytes)
  const chunks: { type: string; bytes: Uint8Array }[] = []
  let orientation: Orientation = 1
  for (let at = signature; ; ) {
    if (at + 12 > bytes.length) return null
    const length = view.getUint32(at)
    const type = letters(bytes, at + 4, 4)
    const end = at + 12 + length
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return null
    // an upper-case first letter: without it the picture cannot be drawn
    if (!kept.has(type) && /^[A-Z]/.test(type)) return null
    if (type === 'eXIf') orientation = readOrientation(bytes.subarray(at + 8, end - 4))
    if (kept.has(type)) chunks.push({ type, bytes: bytes.subarray(at, end) })
    if (type === 'IEND') break
    at = end
  }
  const [header] = chunks
  if (header?.type !== 'IHDR' || header.bytes.length !== 25 || !chunks.some((each) => each.type === 'IDAT')) return null
  const rest = chunks.slice(1).map((each) => each.bytes)
  return {
    width: view.getUint32(signature + 8),
    height: view.getUint32(signature + 12),
    pieces: [bytes.subarray(0, signature), header.bytes, ...(orientation === 1 ? [] : [exifChunk(orientation)]), ...rest],
  }
}

function exifChunk(orientation: Orientation): Uint8Array {
  const tiff = tiffOf(orientation)
  const named = Buffer.concat([Buffer.from('eXIf', 'latin1'), tiff])
  const chunk = Buffer.alloc(12 + tiff.length)
  chunk.writeUInt32BE(tiff.length, 0)
  chunk.set(named, 4)
  chunk.writeUInt32BE(crc32(named), 8 + tiff.length)
  return chunk
}
