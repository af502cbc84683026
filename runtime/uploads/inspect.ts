import { type UploadKind, type UploadType, uploadBytes } from '../../schemas/upload.ts'
import { cleanGif } from './gif.ts'
import { cleanJpeg } from './jpeg.ts'
import type { CleanPicture } from './picture.ts'
import { cleanPng } from './png.ts'
import { sniff } from './sniff.ts'
import { cleanSound } from './sound.ts'
import { cleanWebp } from './webp.ts'

/** Why bytes are not taken. */
export type Refusal = 'unknown' | 'broken' | 'too-large' | 'too-many-pixels'

export type Inspected = { ok: true; kind: UploadKind; type: UploadType; pieces: readonly Uint8Array[] } | { ok: false; why: Refusal }

/** A small file may unfold into a picture that takes an operator's browser down. */
const mostPixels = 50_000_000

const pictures: { readonly [type: string]: CleanPicture | undefined } = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
}

/** What was handed over, told by its bytes and without what they say of its maker. Nothing is decoded. */
export function inspect(bytes: Uint8Array): Inspected {
  const type = sniff(bytes)
  if (!type) return { ok: false, why: 'unknown' }
  const clean = pictures[type]
  const kind = clean ? 'image' : 'audio'
  if (bytes.length > uploadBytes[kind]) return { ok: false, why: 'too-large' }
  if (!clean) {
    const sound = cleanSound(type, bytes)
    return sound ? { ok: true, kind, type, pieces: sound } : { ok: false, why: 'broken' }
  }
  const picture = clean(bytes)
  if (!picture || picture.width === 0 || picture.height === 0) return { ok: false, why: 'broken' }
  if (picture.width * picture.height > mostPixels) return { ok: false, why: 'too-many-pixels' }
  return { ok: true, kind, type, pieces: picture.pieces }
}
