import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uploadBytes } from '../../schemas/upload.ts'
import { inspect } from './inspect.ts'
import { readOrientation } from './orientation.ts'
import * as sample from './testing.ts'

const { joined, latin, place, riff } = sample
const gray = (): [number, number, number] => [120, 120, 120]
const pngWith = (...more: Uint8Array[]) => sample.png(4, 3, gray, more)

const whole = {
  'image/jpeg': sample.jpeg([sample.jpegExif()]),
  'image/png': pngWith(sample.pngChunk('eXIf', sample.cameraTiff(1)), sample.pngChunk('tEXt', latin(`Comment\0${place}`))),
  'image/webp': sample.webp(),
  'image/gif': sample.gif(),
  'audio/wav': sample.wav(),
  'audio/mp4': sample.m4a(),
  'audio/mpeg': sample.mp3(),
  'audio/webm': sample.webm(),
  'audio/ogg': sample.ogg(),
}

function kept(bytes: Uint8Array): Uint8Array {
  const inspected = inspect(bytes)
  if (!inspected.ok) throw new Error(inspected.why)
  return joined(inspected.pieces)
}

describe('what a visitor hands over', () => {
  it.each(Object.entries(whole))('is known as %s by its bytes', (type, bytes) => {
    expect(inspect(bytes)).toMatchObject({ ok: true, type, kind: type.split('/')[0] })
  })

  it.each(Object.entries(whole))('loses what it says of place and maker: %s', (_type, bytes) => {
    expect(Buffer.from(kept(bytes)).includes(place)).toBe(false)
  })

  it.each(Object.entries(whole))('stays the same when it is cleaned again: %s', (_type, bytes) => {
    expect(kept(kept(bytes))).toEqual(kept(bytes))
  })

  it.each([
    ['a drawing that can hold script', latin('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['the same behind a byte order mark', joined([Uint8Array.of(0xef, 0xbb, 0xbf), latin('<?xml version="1.0"?><svg/>')])],
    ['a page', latin('<!doctype html><script>alert(1)</script>')],
    ['a page that calls itself a picture', latin('GIF8<html>')],
    ['a program', joined([latin('MZ'), new Uint8Array(200)])],
    ['an archive', latin('PK\x03\x04')],
    ['a document', latin('%PDF-1.7')],
    ['a photo that browsers cannot show', joined([Uint8Array.of(0, 0, 0, 24), latin('ftypheic'), new Uint8Array(40)])],
    ['a film', sample.webm('V_VP8 A_OPUS')],
    ['a film in the other wrapping', sample.ogg('\x80theora ')],
    ['a lone frame of sound', Uint8Array.of(0xff, 0xfb, 0x90, 0, 1, 2, 3)],
    ['nothing', new Uint8Array()],
  ])('is refused as unknown when it is %s', (_what, bytes) => {
    expect(inspect(bytes)).toEqual({ ok: false, why: 'unknown' })
  })

  it('is refused when it is a film that calls itself a recording', () => {
    expect(inspect(sample.m4a('vide'))).toEqual({ ok: false, why: 'broken' })
  })

  it('is refused when it is larger than its kind may be', () => {
    const behind = new Uint8Array(uploadBytes.audio)
    expect(inspect(joined([sample.webm(), behind]))).toEqual({ ok: false, why: 'too-large' })
    expect(inspect(sample.jpeg([], new Uint8Array(uploadBytes.image)))).toEqual({ ok: false, why: 'too-large' })
    expect(inspect(sample.jpeg([], new Uint8Array(uploadBytes.audio)))).toMatchObject({ ok: true })
  })

  it('is refused when it unfolds into more dots than a browser should draw', () => {
    const bomb = sample.jpeg([sample.segment(0xc2, Uint8Array.of(8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0))])
    expect(inspect(bomb)).toEqual({ ok: false, why: 'too-many-pixels' })
    const large = riff('WEBP', [
      { type: 'VP8X', data: sample.vp8x(0, 60_000, 60_000) },
      { type: 'VP8 ', data: Uint8Array.of(1) },
    ])
    expect(inspect(large)).toEqual({ ok: false, why: 'too-many-pixels' })
    // a screen of one dot, and a frame of 65,535² on it; then a small frame far outside
    const frameOf = (...box: number[]) => Uint8Array.of(0x2c, ...box, 0, 2, 1, 0x44, 0, 0x3b)
    for (const frame of [frameOf(0, 0, 0, 0, 255, 255, 255, 255), frameOf(255, 255, 255, 255, 1, 0, 1, 0)]) {
      const wide = joined([latin('GIF89a'), Uint8Array.of(1, 0, 1, 0, 0, 0, 0), frame])
      expect(inspect(wide)).toEqual({ ok: false, why: 'too-many-pixels' })
    }
  })

  it.each(Object.entries(whole).filter(([type]) => !['audio/webm', 'audio/ogg', 'audio/mpeg'].includes(type)))(
    'is refused when a part of it is missing, wherever it was cut: %s',
    (_type, bytes) => {
      for (let length = 12; length < bytes.length - 1; length += bytes.length > 2_000 ? 97 : 1)
        expect(inspect(bytes.subarray(0, length)).ok, `${length} of ${bytes.length}`).toBe(false)
    },
  )

  it('never throws, whatever follows a true beginning', () => {
    const beginnings = Object.values(whole).map((bytes) => bytes.subarray(0, 16))
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.nat(16), fc.uint8Array({ maxLength: 400 }), (beginning, cut, rest) => {
        expect(typeof inspect(joined([beginning.subarray(0, cut), rest])).ok).toBe('boolean')
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('everything but metadata', () => {
  /** Coded data as it may be: every FF is stuffed or a restart. */
  const coded = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 254 }).map((byte) => [byte]),
        fc.constantFrom([0xff, 0], [0xff, 0xd3]),
      ),
      { maxLength: 60 },
    )
    .map((bytes) => Uint8Array.from(bytes.flat()))
  const payload = fc.uint8Array({ maxLength: 40 })

  it('of a JPEG is byte for byte what it was', () => {
    const needed = fc.oneof(
      payload.map((data) => sample.segment(0xdb, data)),
      payload.map((data) => sample.segment(0xc4, data)),
      payload.map((data) => sample.segment(0xe2, joined([latin('ICC_PROFILE\0'), data]))),
      payload.map((data) => sample.segment(0xee, joined([latin('Adobe'), data]))),
    )
    const metadata = fc.oneof(
      payload.map((data) => sample.segment(0xfe, data)),
      payload.map((data) => sample.segment(0xe1, joined([latin('http://ns.adobe.com/xap/1.0/\0'), data]))),
      payload.map((data) => sample.segment(0xe2, joined([latin('MPF\0'), data]))),
      payload.map((data) => sample.segment(0xed, data)),
      fc.constant(sample.jpegExif()),
    )
    const segments = fc.array(
      fc.oneof(
        needed.map((bytes) => ({ bytes, stays: true })),
        metadata.map((bytes) => ({ bytes, stays: false })),
      ),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(segments, coded, payload, (all, data, behind) => {
        const wanted = sample.jpeg(
          all.filter((each) => each.stays).map((each) => each.bytes),
          data,
        )
        expect(
          kept(
            sample.jpeg(
              all.map((each) => each.bytes),
              data,
              behind,
            ),
          ),
        ).toEqual(wanted)
      }),
    )
  })

  it('of a PNG is byte for byte what it was', () => {
    const chunk = (types: string[], stays: boolean) =>
      fc.tuple(fc.constantFrom(...types), payload).map(([type, data]) => ({ bytes: sample.pngChunk(type, data), stays }))
    const needed = chunk(['PLTE', 'tRNS', 'gAMA', 'iCCP', 'pHYs', 'acTL', 'IDAT'], true)
    const metadata = chunk(['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt', 'caBX'], false)
    fc.assert(
      fc.property(fc.array(fc.oneof(needed, metadata), { maxLength: 12 }), payload, (all, behind) => {
        const wanted = pngWith(...all.filter((each) => each.stays).map((each) => each.bytes))
        expect(kept(joined([pngWith(...all.map((each) => each.bytes)), behind]))).toEqual(wanted)
      }),
    )
  })

  it('of a WebP is byte for byte what it was', () => {
    fc.assert(
      fc.property(payload, payload, fc.boolean(), (image, profile, tagged) => {
        const chunks = [
          { type: 'VP8X', data: sample.vp8x(0x20, 40, 30) },
          { type: 'ICCP', data: profile },
          { type: 'VP8 ', data: image },
        ]
        const tags = tagged
          ? [
              { type: 'EXIF', data: sample.cameraTiff(1) },
              { type: 'XMP ', data: latin(place) },
              { type: 'SECR', data: latin(place) },
            ]
          : []
        const flagged = chunks.map((each) => (each.type === 'VP8X' && tagged ? { ...each, data: sample.vp8x(0x2c, 40, 30) } : each))
        expect(kept(riff('WEBP', [...flagged, ...tags]))).toEqual(riff('WEBP', chunks))
      }),
    )
  })

  it('of a recording stays at its place: tags become free space', () => {
    const bytes = kept(sample.m4a())
    expect(bytes.length).toBe(sample.m4a().length)
    expect([...bytes.subarray(-4)]).toEqual([5, 6, 7, 8])
    expect(Buffer.from(bytes).includes('udta')).toBe(false)
  })

  it('of a recording keeps its boxes within their holders, however tags stand', () => {
    const { box } = sample
    const hdlr = box('hdlr', new Uint8Array(8), latin('soun'), new Uint8Array(13))
    const tag = (type: string) => box(type, latin(place))
    const free = (...types: string[]) => {
      const size = types.reduce((sum, type) => sum + tag(type).length, 0)
      return box('free', new Uint8Array(size - 8))
    }
    const recording = (first: Uint8Array[], second: Uint8Array[], third: Uint8Array[]) =>
      joined([box('moov', box('trak', box('mdia', hdlr), ...first), ...second), ...third, box('mdat', Uint8Array.of(5))])
    const begin = box('ftyp', latin('M4A \0\0\0\0'))
    // three runs that touch each other, each in another holder
    const tagged = joined([begin, recording([tag('udta'), tag('meta')], [tag('udta')], [tag('uuid'), tag('udta')])])
    const blank = joined([begin, recording([free('udta', 'meta')], [free('udta')], [free('uuid', 'udta')])])
    expect(kept(tagged)).toEqual(blank)
  })
})

describe('a chunk of a sound', () => {
  const format = sample.riffChunk('fmt ', new Uint8Array(16))
  const whole = sample.riff('WAVE', [
    { type: 'fmt ', data: new Uint8Array(16) },
    { type: 'data', data: Uint8Array.of(1, 2, 3) },
  ])
  const open = (length: number[], data: number[]) =>
    joined([latin('RIFF'), Uint8Array.of(0, 0, 0, 0), latin('WAVE'), format, latin('data'), Uint8Array.from([...length, ...data])])

  it.each([
    ['its length', open([255, 255, 255, 255], [1, 2, 3])],
    ['its filling byte', open([3, 0, 0, 0], [1, 2, 3])],
  ])('gets %s where a recorder left that out', (_what, bytes) => {
    expect(kept(bytes)).toEqual(whole)
  })
})

describe('how a photo is to be turned', () => {
  const ways = [2, 3, 4, 5, 6, 7, 8] as const

  it.each(ways)('is all that is kept of a camera’s notes (%i)', (way) => {
    const jpeg = Buffer.from(kept(sample.jpeg([sample.jpegExif(way)])))
    expect(readOrientation(jpeg.subarray(jpeg.indexOf('Exif\0\0') + 6))).toBe(way)
    const png = Buffer.from(kept(pngWith(sample.pngChunk('eXIf', sample.cameraTiff(way, false)))))
    expect(readOrientation(png.subarray(png.indexOf('eXIf') + 4))).toBe(way)
    const webp = Buffer.from(kept(sample.webp(way)))
    expect(readOrientation(webp.subarray(webp.indexOf('EXIF') + 8))).toBe(way)
    for (const bytes of [jpeg, png, webp]) expect(bytes.includes(place)).toBe(false)
  })

  it('is told behind JFIF, which comes first', () => {
    const jfif = sample.segment(0xe0, latin('JFIF\0\x01\x01'))
    const [before, behind] = [
      [sample.jpegExif(6), jfif],
      [jfif, sample.jpegExif(6)],
    ].map((segments) => kept(sample.jpeg(segments)))
    expect(before).toEqual(behind)
    expect(Buffer.from(behind ?? []).subarray(2, 2 + jfif.length)).toEqual(Buffer.from(jfif))
  })

  it('is as it is when the notes say nothing that makes sense', () => {
    for (const tiff of [sample.cameraTiff(0), sample.cameraTiff(9), latin('II*\0\xff\xff\xff\xff      '), new Uint8Array(3)])
      expect(readOrientation(tiff)).toBe(1)
  })
})
