import { type CleanPicture, viewOf } from './picture.ts'
import { letters } from './sniff.ts'

/** Keeps frames and what times and repeats them. Left out are comments, plain texts, XMP, and what follows the end. */
export const cleanGif: CleanPicture = (bytes) => {
  const view = viewOf(bytes)
  if (bytes.length < 14) return null
  const kept: Uint8Array[] = []
  let hasFrame = false
  let at = 13 + tableSize(bytes[10])
  kept.push(bytes.subarray(0, at))
  for (;;) {
    const begins = at
    const block = bytes[at]
    if (block === 0x3b) break
    if (block === 0x2c) {
      hasFrame = true
      at = endOfBlocks(bytes, at + 11 + tableSize(bytes[at + 9]))
      kept.push(bytes.subarray(begins, at))
    } else if (block === 0x21) {
      at = endOfBlocks(bytes, at + 2)
      const label = bytes[begins + 1]
      const isLoop = label === 0xff && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(letters(bytes, begins + 3, 11))
      if (label === 0xf9 || isLoop) kept.push(bytes.subarray(begins, at))
    } else return null
    if (at > bytes.length) return null
  }
  if (!hasFrame) return null
  return { width: view.getUint16(6, true), height: view.getUint16(8, true), pieces: [...kept, Uint8Array.of(0x3b)] }
}

/** Bytes of a colour table, by the flags that announce it. */
function tableSize(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Behind the sub-blocks that begin here; beyond the bytes when they do not end. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  for (let length = bytes[at]; length !== 0; length = bytes[at]) {
    if (length === undefined) return bytes.length + 1
    at += 1 + length
  }
  return at + 1
}
