import { type Orientation, readOrientation, tiffOf } from './orientation.ts'
import { type CleanPicture, viewOf } from './picture.ts'
import { letters } from './sniff.ts'

const startOfScan = 0xda
const endOfImage = 0xd9
const exif = 'Exif\0\0'

/**
 * Keeps what a decoder needs: tables, frames, scans, the colour profile, JFIF and Adobe's colour note. Left out are Exif
 * (but for the orientation), XMP, IPTC, comments, previews, and whatever stands behind the end, where phones put films.
 */
export const cleanJpeg: CleanPicture = (bytes) => {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = []
  let orientation: Orientation = 1
  let size: { width: number; height: number } | undefined
  let hasScan = false
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      // a marker may be filled up from the front
      at += 1
      continue
    }
    if (marker === endOfImage) break
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.length) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return null
    const segment = bytes.subarray(at, end)
    if (isFrame(marker) && segment.length >= 9) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      if (!size || height * width > size.height * size.width) size = { height, width }
    }
    if (marker === 0xe1 && letters(segment, 4, exif.length) === exif) orientation = readOrientation(segment.subarray(4 + exif.length))
    if (isKept(marker, segment)) kept.push(segment)
    at = end
    if (marker === startOfScan) {
      hasScan = true
      const next = endOfData(bytes, at)
      kept.push(bytes.subarray(at, next))
      at = next
    }
  }
  if (!size || !hasScan) return null
  return { ...size, pieces: [bytes.subarray(0, 2), ...turned(kept, orientation), Uint8Array.of(0xff, endOfImage)] }
}

/** Start of frame, of any coding; C4, C8 and CC mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return letters(segment, 4, 5) === 'JFIF\0'
  if (marker === 0xe2) return letters(segment, 4, 12) === 'ICC_PROFILE\0'
  return marker === 0xee && letters(segment, 4, 5) === 'Adobe'
}

/** Where the coded data of a scan ends: at the first marker that is neither a stuffed byte nor a restart. */
function endOfData(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** JFIF, when there is one, comes first. */
function turned(kept: readonly Uint8Array[], orientation: Orientation): readonly Uint8Array[] {
  if (orientation === 1) return kept
  const tiff = tiffOf(orientation)
  const length = 2 + exif.length + tiff.length
  const segment = Buffer.concat([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), Buffer.from(exif, 'latin1'), tiff])
  const after = kept[0]?.[1] === 0xe0 ? 1 : 0
  return [...kept.slice(0, after), segment, ...kept.slice(after)]
}
