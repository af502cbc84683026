import type { UploadType } from '../../schemas/upload.ts'

/** What the bytes are, by what they begin with; names and headers are not asked. Undefined for everything that is not taken. */
export function sniff(bytes: Uint8Array): UploadType | undefined {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (/^GIF8[79]a/.test(letters(bytes, 0, 6))) return 'image/gif'
  if (letters(bytes, 0, 4) === 'RIFF') {
    const form = letters(bytes, 8, 4)
    return form === 'WEBP' ? 'image/webp' : form === 'WAVE' ? 'audio/wav' : undefined
  }
  if (startsWith(bytes, 0x1a, 0x45, 0xdf, 0xa3)) return isWebm(bytes) ? 'audio/webm' : undefined
  if (letters(bytes, 0, 4) === 'OggS') return isOggAudio(bytes) ? 'audio/ogg' : undefined
  if (letters(bytes, 4, 4) === 'ftyp') return isPicture(letters(bytes, 8, 4)) ? undefined : 'audio/mp4'
  if (letters(bytes, 0, 3) === 'ID3' || isMp3Frame(bytes)) return 'audio/mpeg'
  return undefined
}

/** Bytes as Latin letters. */
function letters(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

/** Where a container names its codecs. */
const head = 64 * 1_024

/** WebM with sound and no picture; codecs stand as text in the track list. */
function isWebm(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, head)).toString('latin1')
  return text.includes('webm') && /A_(OPUS|VORBIS)/.test(text) && !/V_(VP8|VP9|AV1|MPEG|THEORA)/.test(text)
}

/** The first packet names the codec. */
function isOggAudio(bytes: Uint8Array): boolean {
  const start = 27 + (bytes[26] ?? 0)
  const packet = letters(bytes, start, 8)
  return packet.startsWith('OpusHead') || packet.startsWith('Speex   ') || ['vorbis', 'FLAC'].some((name) => packet.startsWith(name, 1))
}

/** HEIC and AVIF share their container with MP4. */
function isPicture(brand: string): boolean {
  return /^(hei|hev|mif1|msf1|avi[fs])/.test(brand)
}

const mp3Bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const mp3LowBitrates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const mp3Rates = [44_100, 48_000, 32_000]

/** Two frames of MPEG layer III in a row: one alone could be chance. */
function isMp3Frame(bytes: Uint8Array): boolean {
  const length = mp3FrameLength(bytes, 0)
  return length !== undefined && mp3FrameLength(bytes, length) !== undefined
}

function mp3FrameLength(bytes: Uint8Array, at: number): number | undefined {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const version = (second >> 3) & 3
  const rate = mp3Rates[(third >> 2) & 3]
  const bitrate = (version === 3 ? mp3Bitrates : mp3LowBitrates)[third >> 4]
  const isFrame = first === 0xff && second >= 0xe0 && version !== 1 && ((second >> 1) & 3) === 1
  if (!isFrame || !rate || !bitrate) return undefined
  const slow = version === 3 ? 1 : version === 2 ? 2 : 4
  return Math.floor(((version === 3 ? 144 : 72) * bitrate * 1_000) / (rate / slow)) + ((third >> 1) & 1)
}
