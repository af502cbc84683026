import { crc32 } from 'node:zlib'
import { keptOf } from './kept.ts'
import { nameOf } from './names.ts'
import { type Orientation, readOrientation, tiffOf } from './orientation.ts'
import { allowance, mostParts } from './parts.ts'
import { type CleanPicture, viewOf } from './picture.ts'

const signature = 8
/** Behind IHDR, which is always the first and always as long. */
const behindHeader = signature + 25
const [header, data, end, exif] = [nameOf('IHDR'), nameOf('IDAT'), nameOf('IEND'), nameOf('eXIf')]
/** Chunks that change what is seen. */
const shown = new Set(
  [
    ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'bKGD', 'hIST', 'pHYs', 'sPLT'],
    ...['acTL', 'fcTL', 'fdAT', 'cICP', 'mDCV', 'cLLI'],
  ].map(nameOf),
)

/** Keeps the chunks that change what is seen. Left out are texts, times, Exif (but for the orientation), XMP, unknown ones, and what follows the end. */
export const cleanPng: CleanPicture = (bytes) => {
  const view = viewOf(bytes)
  if (bytes.length < behindHeader || view.getUint32(signature) !== 13 || view.getUint32(signature + 4) !== header) return null
  const hasMore = allowance(mostParts)
  const kept = keptOf(bytes)
  let orientation: Orientation | undefined
  let hasData = false
  let at = behindHeader
  while (hasMore()) {
    if (at + 12 > bytes.length) return null
    const name = view.getUint32(at + 4)
    const next = at + 12 + view.getUint32(at)
    if (next > bytes.length || !(shown.has(name) || isSpare(bytes, at + 4))) return null
    if (name === exif) orientation ??= readOrientation(bytes.subarray(at + 8, next - 4))
    if (name === data) hasData = true
    if (shown.has(name)) kept.keep(at, next)
    if (name === end) {
      const turn = orientation && orientation !== 1 ? [exifChunk(orientation)] : []
      const pieces = [bytes.subarray(0, behindHeader), ...turn, ...kept.pieces()]
      return hasData ? { width: view.getUint32(signature + 8), height: view.getUint32(signature + 12), pieces } : null
    }
    at = next
  }
  return null
}

/** Four letters of which the first is small: the picture can be drawn without that chunk. */
function isSpare(bytes: Uint8Array, at: number): boolean {
  for (let index = at; index < at + 4; index++) if (!isLetter(bytes[index] ?? 0)) return false
  return ((bytes[at] ?? 0) & 0x20) !== 0
}

function isLetter(byte: number): boolean {
  const small = byte | 0x20
  return small >= 0x61 && small <= 0x7a
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
