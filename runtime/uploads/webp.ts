import { keptOf } from './kept.ts'
import { nameOf, says } from './names.ts'
import { readOrientation, tiffOf } from './orientation.ts'
import { type CleanPicture, viewOf } from './picture.ts'
import { type Chunk, chunkOf, keepChunk, riffChunks, riffOf } from './riff.ts'

const [lossy, lossless, extended, frame] = [nameOf('VP8 '), nameOf('VP8L'), nameOf('VP8X'), nameOf('ANMF')]
const notes = nameOf('EXIF')
const shown = new Set([lossy, lossless, frame, nameOf('ALPH'), nameOf('ANIM'), nameOf('ICCP')])
/** Bits of the first byte of VP8X. */
const hasExif = 0x08
const hasXmp = 0x04

/** Keeps image, alpha, animation and colour profile. Left out are Exif (but for the orientation), XMP, unknown chunks, and what follows the end. */
export const cleanWebp: CleanPicture = (bytes) => {
  const chunks = riffChunks(bytes)
  const size = chunks && sizeOf(bytes, chunks)
  if (!chunks || !size) return null
  const exif = chunks.find((chunk) => chunk.name === notes)
  // some writers begin the block as JPEG does
  const tiff = exif && bytes.subarray(says(bytes, exif.from, 'Exif') ? exif.from + 6 : exif.from, exif.to)
  const orientation = tiff ? readOrientation(tiff) : 1
  const [kept, view] = [keptOf(bytes), viewOf(bytes)]
  for (const [index, chunk] of chunks.entries()) {
    // a second one says nothing
    if (chunk.name === extended && index === 0) kept.add(chunkOf('VP8X', withoutMetadata(bytes, chunk, orientation !== 1)))
    else if (shown.has(chunk.name)) keepChunk(kept, view, chunk)
  }
  if (orientation !== 1) kept.add(chunkOf('EXIF', tiffOf(orientation)))
  return { ...size, pieces: riffOf('WEBP', kept.pieces()) }
}

function withoutMetadata(bytes: Uint8Array, { from, to }: Chunk, isTurned: boolean): Uint8Array {
  const copy = Uint8Array.from(bytes.subarray(from, to))
  copy[0] = ((copy[0] ?? 0) & ~(hasExif | hasXmp)) | (isTurned ? hasExif : 0)
  return copy
}

function sizeOf(bytes: Uint8Array, chunks: readonly Chunk[]): { width: number; height: number } | null {
  const [first] = chunks
  if (!first || first.to - first.from < 10) return null
  const view = viewOf(bytes.subarray(first.from, first.to))
  if (first.name === extended) {
    const isDrawn = chunks.some(({ name }) => name === lossy || name === lossless || name === frame)
    return isDrawn ? { width: 1 + (view.getUint32(4, true) & 0xffffff), height: 1 + (view.getUint32(6, true) >>> 8) } : null
  }
  if (first.name === lossy) return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
  if (first.name !== lossless) return null
  const packed = view.getUint32(1, true)
  return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) }
}
