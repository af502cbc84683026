import { describe, expect, it } from 'vitest'
import { uploadBytes } from '../../schemas/upload.ts'
import { inspect } from './inspect.ts'
import * as sample from './testing.ts'

const { joined, latin, pngChunk, riffChunk, segment } = sample
const none = new Uint8Array()
const bytes = (...all: number[]) => Uint8Array.from(all)

/** This often the same between a beginning and an end. */
function often(times: number, begin: Uint8Array, unit: Uint8Array, end: Uint8Array = none): Uint8Array {
  return joined([begin, Buffer.alloc(times * unit.length, unit), end])
}

/** The largest file of its kind that is made of these. */
function full(begin: Uint8Array, unit: Uint8Array, end: Uint8Array = none, most = uploadBytes.image): Uint8Array {
  return often(Math.floor((most - begin.length - end.length) / unit.length), begin, unit, end)
}

const [jpegStart, jpegEnd] = [bytes(0xff, 0xd8), bytes(0xff, 0xd9)]
const frame = segment(0xc0, bytes(8, 0, 30, 0, 40, 1, 1, 0x11, 0))
const scan = segment(0xda, bytes(1, 1, 0, 0, 63, 0))
const drawn = joined([frame, scan, jpegEnd])
const coded = joined([jpegStart, frame, scan])
const pngStart = joined([sample.pngSignature, pngChunk('IHDR', bytes(0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0))])
const pngData = pngChunk('IDAT', none)
const pngEnd = pngChunk('IEND', none)
const gifStart = joined([latin('GIF89a'), bytes(1, 0, 1, 0, 0, 0, 0)])
const gifFrame = joined([bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2)])
const gifEnd = bytes(0, 0x3b)
/** A length of 0 leaves open how far the file reaches. */
const riffStart = (form: string) => joined([latin('RIFF'), bytes(0, 0, 0, 0), latin(form)])
const webpStart = joined([riffStart('WEBP'), riffChunk('VP8X', sample.vp8x(0, 40, 30)), riffChunk('VP8 ', none)])
const wavStart = joined([riffStart('WAVE'), riffChunk('fmt ', new Uint8Array(16))])
const recording = sample.m4a()
const { audio } = uploadBytes

const worst = {
  'JPEG of tables': () => full(jpegStart, segment(0xdb, bytes(1, 1)), drawn),
  'JPEG of comments': () => full(jpegStart, segment(0xfe, none), drawn),
  'JPEG of scans': () => full(joined([jpegStart, frame]), segment(0xda, none), jpegEnd),
  'JPEG of stuffed bytes': () => full(coded, bytes(0xff, 0), jpegEnd),
  'JPEG of filling before a marker': () => full(jpegStart, bytes(0xff), drawn),
  'PNG of image data': () => full(pngStart, pngData, pngEnd),
  'PNG of texts': () => full(joined([pngStart, pngData]), pngChunk('tEXt', none), pngEnd),
  'WebP of frames': () => full(webpStart, riffChunk('ANMF', none)),
  'WebP of unknown chunks': () => full(webpStart, riffChunk('SECR', none)),
  'GIF of times': () => full(gifStart, bytes(0x21, 0xf9, 0), joined([gifFrame, gifEnd])),
  'GIF of frames': () => full(gifStart, joined([gifFrame, bytes(0)]), bytes(0x3b)),
  'GIF of sub-blocks': () => full(joined([gifStart, gifFrame]), bytes(1, 0x44), gifEnd),
  'WAV of data': () => full(wavStart, riffChunk('data', none), none, audio),
  'M4A of free space': () => full(recording, joined([bytes(0, 0, 0, 8), latin('free')]), none, audio),
  'M4A of tags': () => full(recording, joined([bytes(0, 0, 0, 8), latin('udta')]), none, audio),
  'M4A of tags between other boxes': () =>
    often(4_900, recording, joined([bytes(0, 0, 0, 8), latin('udta'), bytes(0, 0, 0, 8), latin('skip')])),
  'MP3 of tags': () => full(none, joined([latin('ID3'), new Uint8Array(7)]), sample.mp3(), audio),
}

const honest = {
  'JPEG with a stuffed byte in 256': () => often(32_000, coded, joined([bytes(0xff, 0), new Uint8Array(254)]), jpegEnd),
  'JPEG with a restart every forty dots': () => often(80_000, coded, joined([bytes(0xff, 0xd3), new Uint8Array(98)]), jpegEnd),
  'PNG in chunks of 8 KiB': () => often(1_000, pngStart, pngChunk('IDAT', new Uint8Array(8_192)), pngEnd),
  'GIF of two thousand frames in full sub-blocks': () => {
    const image = joined([gifFrame, ...Array.from({ length: 15 }, () => joined([bytes(255), new Uint8Array(255)])), bytes(0)])
    return often(2_000, gifStart, joined([bytes(0x21, 0xf9, 4, 0, 0, 0, 0, 0), image]), bytes(0x3b))
  },
  'WebP of two thousand frames': () => often(2_000, webpStart, riffChunk('ANMF', new Uint8Array(4_000))),
}

describe('a file of very many parts', () => {
  it.each(Object.entries(worst))('is refused as broken before they cost time and memory: %s', (_kind, make) => {
    const inspected = inspect(make())
    expect(inspected.ok ? inspected.pieces.length : inspected.why).toBe('broken')
  })

  it.each(Object.entries(honest))('is taken when it is honest, in few pieces: %s', (_kind, make) => {
    const inspected = inspect(make())
    expect(inspected).toMatchObject({ ok: true })
    expect(inspected.ok && inspected.pieces.length).toBeLessThan(6)
  })

  it('is stored in no more pieces than it has parts', () => {
    const alternating = often(4_900, pngStart, joined([pngData, pngChunk('tEXt', none)]), pngEnd)
    const inspected = inspect(alternating)
    expect(inspected.ok && inspected.pieces.length).toBeLessThan(5_000)
    const tagged = inspect(often(9_900, recording, joined([bytes(0, 0, 0, 8), latin('udta')])))
    expect(tagged.ok && tagged.pieces.length).toBeLessThan(6)
  })
})
