import { crc32, deflateSync } from 'node:zlib'

/** Says where its maker was; must be in nothing that is kept. */
export const place = 'GPS 30.2741N 120.1551E'

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => Buffer.concat(pieces)

export const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** One dot, with a comment. */
export const gif = (comment = place): Uint8Array =>
  joined([
    Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAA', 'base64'),
    Uint8Array.of(0x21, 0xfe, comment.length),
    latin(comment),
    Uint8Array.of(0),
    Buffer.from('LAAAAAABAAEAAAIBRAA7', 'base64'),
  ])

/** A TIFF block as a camera writes it: how to turn the picture, and where it was taken. */
export function cameraTiff(orientation: number, little = true): Uint8Array {
  const tiff = Buffer.alloc(64)
  const [u16, u32] = little
    ? [(value: number, at: number) => tiff.writeUInt16LE(value, at), (value: number, at: number) => tiff.writeUInt32LE(value, at)]
    : [(value: number, at: number) => tiff.writeUInt16BE(value, at), (value: number, at: number) => tiff.writeUInt32BE(value, at)]
  tiff.write(little ? 'II' : 'MM', 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(2, 8)
  // ImageDescription, then Orientation
  u16(0x010e, 10)
  u16(2, 12)
  u32(place.length, 14)
  u32(40, 18)
  u16(0x0112, 22)
  u16(3, 24)
  u32(1, 26)
  u16(orientation, 30)
  tiff.write(place, 40, 'latin1')
  return tiff
}

export const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  joined([Uint8Array.of(0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff), payload])

export const jpegExif = (orientation = 1): Uint8Array => segment(0xe1, joined([latin('Exif\0\0'), cameraTiff(orientation)]))
const frame = segment(0xc0, Uint8Array.of(8, 0, 30, 0, 40, 1, 1, 0x11, 0))
const scan = segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))

/** SOI, these segments, a frame of 40 × 30, a scan with this data, EOI, and what stands behind. */
export const jpeg = (segments: readonly Uint8Array[], data: Uint8Array = Uint8Array.of(1, 2, 3), behind: Uint8Array = new Uint8Array()) =>
  joined([Uint8Array.of(0xff, 0xd8), ...segments, frame, scan, data, Uint8Array.of(0xff, 0xd9), behind])

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([latin(type), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return joined([ends.subarray(0, 4), named, ends.subarray(4)])
}

export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** A picture that browsers draw; `colour` gives red, green and blue of each dot. */
export function png(
  width: number,
  height: number,
  colour: (x: number, y: number) => [number, number, number],
  more: readonly Uint8Array[] = [],
) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + 3 * width))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set(colour(x, y), y * (1 + 3 * width) + 1 + 3 * x)
  return joined([pngSignature, pngChunk('IHDR', header), ...more, pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', new Uint8Array())])
}

export function riffChunk(type: string, data: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return joined([latin(type), size, data, new Uint8Array(data.length % 2)])
}

/** @param form `WEBP`, `WAVE` */
export const riff = (form: string, chunks: readonly { type: string; data: Uint8Array }[]): Uint8Array =>
  riffChunk('RIFF', joined([latin(form), ...chunks.map(({ type, data }) => riffChunk(type, data))]))

export const vp8x = (flags: number, width: number, height: number): Uint8Array =>
  Uint8Array.of(flags, 0, 0, 0, (width - 1) & 0xff, (width - 1) >> 8, 0, (height - 1) & 0xff, (height - 1) >> 8, 0)

/** Form and tags around this image data. */
export const webp = (orientation = 1, data: Uint8Array = Uint8Array.of(1, 2, 3)): Uint8Array =>
  riff('WEBP', [
    { type: 'VP8X', data: vp8x(0x0c, 40, 30) },
    { type: 'VP8 ', data },
    { type: 'EXIF', data: cameraTiff(orientation) },
    { type: 'XMP ', data: latin(`<x>${place}</x>`) },
  ])

export const wav = (seconds = 1): Uint8Array => {
  const format = Buffer.alloc(16)
  for (const [at, value] of [
    [0, 1],
    [2, 1],
    [12, 1],
    [14, 8],
  ] as const)
    format.writeUInt16LE(value, at)
  format.writeUInt32LE(8_000, 4)
  format.writeUInt32LE(8_000, 8)
  return riff('WAVE', [
    { type: 'fmt ', data: format },
    { type: 'LIST', data: latin(`INFO${place}`) },
    { type: 'data', data: Uint8Array.from({ length: seconds * 8_000 }, (_none, at) => 128 + Math.round(100 * Math.sin(at / 3))) },
  ])
}

export const box = (type: string, ...content: Uint8Array[]): Uint8Array => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + content.reduce((sum, each) => sum + each.length, 0))
  return joined([size, latin(type), ...content])
}

/** A recording as a phone writes it. @param handler `soun`, or `vide` for a film */
export const m4a = (handler = 'soun'): Uint8Array =>
  joined([
    box('ftyp', latin('M4A \0\0\0\0')),
    box('moov', box('trak', box('mdia', box('hdlr', new Uint8Array(8), latin(handler), new Uint8Array(13)))), box('udta', latin(place))),
    box('mdat', Uint8Array.of(5, 6, 7, 8)),
  ])

/** Frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz, with a tag before and one behind. */
export function mp3(frames = 3): Uint8Array {
  const sound = Buffer.alloc(417)
  sound.set([0xff, 0xfb, 0x90, 0x00])
  const tag = latin(`TIT2${place}`)
  return joined([
    latin('ID3\x04\0\0'),
    Uint8Array.of(0, 0, 0, tag.length),
    tag,
    ...Array.from({ length: frames }, () => sound),
    latin(`TAG${place}`.padEnd(128, '\0')),
  ])
}

export const webm = (codec = 'A_OPUS'): Uint8Array => joined([Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3), latin(`\x80webm ${codec} data`)])

export const ogg = (codec = 'OpusHead'): Uint8Array =>
  joined([latin('OggS'), new Uint8Array(22), Uint8Array.of(1, 19), latin(codec), new Uint8Array(11)])
