import { keptOf } from './kept.ts'
import { says } from './names.ts'
import { type Orientation, readOrientation, tiffOf } from './orientation.ts'
import { allowance, mostParts, mostSteps } from './parts.ts'
import { type CleanPicture, viewOf } from './picture.ts'

const startOfScan = 0xda
const endOfImage = 0xd9
const exif = 'Exif\0\0'

/**
 * Keeps what a decoder needs: tables, frames, scans, the colour profile, JFIF and Adobe's colour note. Left out are Exif
 * (but for the orientation), XMP, IPTC, comments, previews, and whatever stands behind the end, where phones put films.
 */
export const cleanJpeg: CleanPicture = (bytes) => {
  const view = viewOf(bytes)
  const [hasMore, step] = [allowance(mostParts), allowance(mostSteps)]
  const kept = keptOf(bytes)
  let jfif: Uint8Array | undefined
  let orientation: Orientation | undefined
  let size: { width: number; height: number } | undefined
  let hasScan = false
  let at = 2
  while (hasMore()) {
    if (bytes[at] !== 0xff) return null
    // a marker may be filled up from the front
    while (bytes[at + 1] === 0xff && step()) at += 1
    const marker = bytes[at + 1] ?? 0
    if (marker === endOfImage) {
      if (!size || !hasScan) return null
      // JFIF, when there is one, comes first
      const head = [bytes.subarray(0, 2), ...(jfif ? [jfif] : []), ...turned(orientation)]
      return { ...size, pieces: [...head, ...kept.pieces(), Uint8Array.of(0xff, endOfImage)] }
    }
    if (marker < 0xc0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.length) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return null
    if (isFrame(marker) && end - at >= 9) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      if (!size || height * width > size.height * size.width) size = { height, width }
    }
    if (marker === 0xe1 && !orientation && says(bytes, at + 4, exif))
      orientation = readOrientation(bytes.subarray(at + 4 + exif.length, end))
    if (isKept(marker, bytes, at)) {
      if (marker === 0xe0 && !jfif) jfif = bytes.subarray(at, end)
      else kept.keep(at, end)
    }
    at = end
    if (marker === startOfScan) {
      hasScan = true
      at = endOfData(bytes, at, step)
      kept.keep(end, at)
    }
  }
  return null
}

/** Start of frame, of any coding; C4, C8 and CC mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Letters that reach beyond the segment are no marker, and the file is broken anyway. */
function isKept(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return says(bytes, at + 4, 'JFIF\0')
  if (marker === 0xe2) return says(bytes, at + 4, 'ICC_PROFILE\0')
  return marker === 0xee && says(bytes, at + 4, 'Adobe')
}

/** Where the coded data of a scan ends: at the first marker that is neither a stuffed byte nor a restart. */
function endOfData(bytes: Uint8Array, from: number, step: () => boolean): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && step(); at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function turned(orientation: Orientation = 1): readonly Uint8Array[] {
  if (orientation === 1) return []
  const tiff = tiffOf(orientation)
  const length = 2 + exif.length + tiff.length
  return [Buffer.concat([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), Buffer.from(exif, 'latin1'), tiff])]
}
