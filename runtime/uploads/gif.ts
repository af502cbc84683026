import { keptOf } from './kept.ts'
import { says } from './names.ts'
import { allowance, mostParts, mostSteps } from './parts.ts'
import { type CleanPicture, viewOf } from './picture.ts'

/** Keeps frames and what times and repeats them. Left out are comments, plain texts, XMP, and what follows the end. */
export const cleanGif: CleanPicture = (bytes) => {
  const view = viewOf(bytes)
  if (bytes.length < 14) return null
  const [hasMore, step] = [allowance(mostParts), allowance(mostSteps)]
  const kept = keptOf(bytes)
  let hasFrame = false
  // a frame beyond the screen makes some browsers draw a larger one
  let [width, height] = [view.getUint16(6, true), view.getUint16(8, true)]
  let at = 13 + tableSize(bytes[10])
  kept.keep(0, at)
  while (hasMore()) {
    const begins = at
    const block = bytes[at]
    if (block === 0x3b) return hasFrame ? { width, height, pieces: [...kept.pieces(), Uint8Array.of(0x3b)] } : null
    if (block === 0x2c) {
      if (at + 10 > bytes.length) return null
      hasFrame = true
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true))
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true))
      at = endOfBlocks(bytes, at + 11 + tableSize(bytes[at + 9]), step)
    } else if (block === 0x21) at = endOfBlocks(bytes, at + 2, step)
    else return null
    if (at > bytes.length) return null
    if (block === 0x2c || isKept(bytes, begins)) kept.keep(begins, at)
  }
  return null
}

/** Extensions that time a frame or repeat all of them. */
function isKept(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === 0xf9) return true
  return bytes[at + 1] === 0xff && (says(bytes, at + 3, 'NETSCAPE2.0') || says(bytes, at + 3, 'ANIMEXTS1.0'))
}

/** Bytes of a colour table, by the flags that announce it. */
function tableSize(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Behind the sub-blocks that begin here; beyond the bytes when they do not end, or are too many. */
function endOfBlocks(bytes: Uint8Array, from: number, step: () => boolean): number {
  let at = from
  for (let length = bytes[at]; length !== 0; length = bytes[at]) {
    if (length === undefined || !step()) return bytes.length + 1
    at += 1 + length
  }
  return at + 1
}
