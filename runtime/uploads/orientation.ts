/**
 * How a picture is to be turned, 1–8: the one thing of a camera's Exif block that is kept, since without it
 * photos lie on their side. Everything else in there says who took it, with what, when and where.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const tag = 0x0112
const short = 3

/** Reads it out of a TIFF block; 1 (as it is) when there is none, or none that makes sense. */
export function readOrientation(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (view.byteLength < 14) return 1
  const little = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, little)
  if (first + 2 > view.byteLength) return 1
  const entries = view.getUint16(first, little)
  for (let at = first + 2; at < first + 2 + entries * 12 && at + 12 <= view.byteLength; at += 12) {
    if (view.getUint16(at, little) !== tag || view.getUint16(at + 2, little) !== short) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? (value as Orientation) : 1
  }
  return 1
}

/** The smallest TIFF block that says it. */
export function tiffOf(orientation: Orientation): Uint8Array {
  const tiff = new Uint8Array(26)
  const view = new DataView(tiff.buffer)
  view.setUint32(0, 0x4d4d002a)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, tag)
  view.setUint16(12, short)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return tiff
}
