import type { Calibration } from './calibrate.ts'

/** Grows when an older artifact can no longer be read; such are trained again. */
export const modelVersion = 4

/** A trained recogniser of intents: plain data, small enough to keep with every version. */
export interface IntentModel {
  head: {
    version: number
    /** What it was trained on: SHA-256 of the intents. */
    source: string
    intents: string[]
    calibration: Calibration
    /** Phrases that decide by themselves, for operators to read. */
    keywords: { intent: number; text: string }[]
    /** Latin words it learned, the most frequent first: typing errors are mended towards them. */
    words: string[]
    /** Utterances it learned from. */
    examples: number
    /** The same with names: what the rarities count against. */
    rows: number
    /** Weight step of one unit of `scales`, and the smallest and step of `rarities`. */
    scaleStep: number
    rarityLeast: number
    rarityStep: number
  }
  /** Per feature: its hash, rarity, weight scale, and how many intents it speaks for or against. */
  hashes: Uint32Array
  rarities: Uint16Array
  scales: Uint16Array
  lengths: Uint16Array
  /** Per entry, feature by feature: intent and weight. */
  classes: Uint16Array
  weights: Int8Array
  /** Utterances word for word: two hashes each, sorted by the first; and their intents. */
  phrases: Uint32Array
  phraseIntents: Uint16Array
}

/** Intents as words of a byte where they fit. */
const arrays = ['hashes', 'rarities', 'scales', 'lengths', 'classes', 'weights', 'phrases', 'phraseIntents'] as const
const makers = {
  hashes: Uint32Array,
  rarities: Uint16Array,
  scales: Uint16Array,
  lengths: Uint16Array,
  classes: Uint16Array,
  weights: Int8Array,
  phrases: Uint32Array,
  phraseIntents: Uint16Array,
} as const

/** One block of bytes: length of the head, the head as JSON, then the arrays, each from a multiple of four. Little endian. */
export function encodeModel(model: IntentModel): Uint8Array<ArrayBuffer> {
  const narrow = narrowed(model)
  const head = new TextEncoder().encode(
    JSON.stringify({ ...model.head, arrays: arrays.map((name) => [model[name].length, narrow[name].BYTES_PER_ELEMENT]) }),
  )
  const parts: { at: number; bytes: Uint8Array }[] = [{ at: 4, bytes: head }]
  let size = aligned(4 + head.length)
  for (const name of arrays) {
    const array = narrow[name]
    parts.push({ at: size, bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength) })
    size = aligned(size + array.byteLength)
  }
  const out = new Uint8Array(size)
  new DataView(out.buffer).setUint32(0, head.length, true)
  for (const { at, bytes } of parts) out.set(bytes, at)
  return out
}

/** Reads what `encodeModel` wrote; undefined when it is of another version or damaged. */
export function decodeModel(bytes: Uint8Array<ArrayBuffer>): IntentModel | undefined {
  try {
    // a view of the middle of a pool cannot be read as wider numbers
    const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
    const length = new DataView(own.buffer, own.byteOffset).getUint32(0, true)
    const { arrays: sizes, ...head } = JSON.parse(new TextDecoder().decode(own.subarray(4, 4 + length))) as IntentModel['head'] & {
      arrays: [number, number][]
    }
    if (head.version !== modelVersion) return undefined
    let at = aligned(4 + length)
    const take = <Name extends (typeof arrays)[number]>(name: Name): InstanceType<(typeof makers)[Name]> => {
      const [count, width] = sizes[arrays.indexOf(name)] as [number, number]
      const maker = makers[name]
      const start = own.byteOffset + at
      at = aligned(at + count * width)
      const made =
        width === maker.BYTES_PER_ELEMENT ? new maker(own.buffer, start, count) : maker.from(new Uint8Array(own.buffer, start, count))
      return made as InstanceType<(typeof makers)[Name]>
    }
    return {
      head,
      hashes: take('hashes'),
      rarities: take('rarities'),
      scales: take('scales'),
      lengths: take('lengths'),
      classes: take('classes'),
      weights: take('weights'),
      phrases: take('phrases'),
      phraseIntents: take('phraseIntents'),
    }
  } catch {
    return undefined
  }
}

/** Numbers below 256 take one byte each. */
function narrowed(model: IntentModel): Record<(typeof arrays)[number], Uint8Array | Uint16Array | Uint32Array | Int8Array> {
  const narrow = (array: Uint16Array) => (array.every((each) => each < 256) ? Uint8Array.from(array) : array)
  return {
    ...model,
    rarities: narrow(model.rarities),
    lengths: narrow(model.lengths),
    classes: narrow(model.classes),
    phraseIntents: narrow(model.phraseIntents),
  }
}

function aligned(size: number): number {
  return (size + 3) & ~3
}
