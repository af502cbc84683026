import { readOrientation, tiffOf } from './orientation.ts'
import { type CleanPicture, viewOf } from './picture.ts'
import { type Chunk, riffChunks, riffOf } from './riff.ts'
import { letters } from './sniff.ts'

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** Bits of the first byte of VP8X. */
const hasExif = 0x08
const hasXmp = 0x04

/** Keeps image, alpha, animation and colour profile. Left out are Exif (but for the orientation), XMP, unknown chunks, and what follows the end. */
export const cleanWebp: CleanPicture = (bytes) => {
  const chunks = riffChunks(bytes)
  const size = chunks && sizeOf(chunks)
  if (!chunks || !size) return null
  const exif = chunks.find((chunk) => chunk.type === 'EXIF')?.data
  // some writers begin the block as JPEG does
  const tiff = exif && letters(exif, 0, 4) === 'Exif' ? exif.subarray(6) : exif
  const orientation = tiff ? readOrientation(tiff) : 1
  const pieces = chunks
    .filter((chunk) => kept.has(chunk.type))
    .map((chunk) => (chunk.type === 'VP8X' ? { ...chunk, data: withoutMetadata(chunk.data, orientation !== 1) } : chunk))
  const turn = orientation === 1 ? [] : [{ type: 'EXIF', data: tiffOf(orientation) }]
  return { ...size, pieces: riffOf('WEBP', [...pieces, ...turn]) }
}

function withoutMetadata(vp8x: Uint8Array, isTurned: boolean): Uint8Array {
  const copy = Uint8Array.from(vp8x)
  copy[0] = ((copy[0] ?? 0) & ~(hasExif | hasXmp)) | (isTurned ? hasExif : 0)
  return copy
}

function sizeOf(chunks: readonly Chunk[]): { width: number; height: number } | null {
  const [first] = chunks
  if (!first || first.data.length < 10) return null
  const view = viewOf(first.data)
  if (first.type === 'VP8X') {
    const isDrawn = chunks.some((chunk) => chunk.type === 'VP8 ' || chunk.type === 'VP8L' || chunk.type === 'ANMF')
    return isDrawn ? { width: 1 + (view.getUint32(4, true) & 0xffffff), height: 1 + (view.getUint32(6, true) >>> 8) } : null
  }
  if (first.type === 'VP8 ') return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
  if (first.type !== 'VP8L') return null
  const packed = view.getUint32(1, true)
  return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) }
}
