import { createHash } from 'node:crypto'

/** Vectors of length 1 by text, one byte a dimension: comparing loses nothing that matters, and they are kept between starts. */
export interface Vectors {
  has(text: string): boolean
  put(text: string, vector: Float32Array): void
  /** Cosine of a vector with a text's; undefined when that is unknown or of another size. */
  cosine(vector: Float32Array, text: string): number | undefined
  /** Forgets all but these. */
  keep(texts: ReadonlySet<string>): void
  /** Mean cosine of texts that have nothing to do with each other. */
  usual(): number
  size(): number
  encode(): Uint8Array
}

const full = 127

/** @param bytes from `encode`; what cannot be read is as good as nothing */
export function createVectors(bytes?: Uint8Array): Vectors {
  const byHash = decode(bytes)
  const cosineOf = (vector: Float32Array, other: Int8Array): number => {
    let [product, length] = [0, 0]
    for (let at = 0; at < other.length; at++) {
      const value = other[at] as number
      product += (vector[at] as number) * value
      length += value * value
    }
    return length === 0 ? 0 : product / Math.sqrt(length)
  }
  return {
    has: (text) => byHash.has(hashOf(text)),
    put(text, vector) {
      const most = vector.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0) || 1
      byHash.set(
        hashOf(text),
        Int8Array.from(vector, (value) => Math.round((value / most) * full)),
      )
    },
    cosine(vector, text) {
      const other = byHash.get(hashOf(text))
      return other?.length === vector.length ? cosineOf(vector, other) : undefined
    },
    keep(texts) {
      const wanted = new Set([...texts].map(hashOf))
      for (const hash of byHash.keys()) if (!wanted.has(hash)) byHash.delete(hash)
    },
    usual() {
      const all = [...byHash.values()]
      const step = Math.max(1, Math.floor(all.length / 100))
      let [sum, pairs] = [0, 0]
      for (let at = 0; at + step < all.length; at += step) {
        const [one, other] = [all[at] as Int8Array, all[at + step] as Int8Array]
        if (one.length !== other.length) continue
        const length = Math.hypot(...one) || 1
        sum += cosineOf(
          Float32Array.from(one, (value) => value / length),
          other,
        )
        pairs++
      }
      return pairs === 0 ? 0 : sum / pairs
    },
    size: () => byHash.size,
    encode() {
      const [first] = byHash.values()
      const dimensions = first?.length ?? 0
      const same = [...byHash].filter(([, vector]) => vector.length === dimensions)
      const head = new TextEncoder().encode(`${JSON.stringify({ dimensions, hashes: same.map(([hash]) => hash) })}\n`)
      const encoded = new Uint8Array(head.length + same.length * dimensions)
      encoded.set(head)
      same.forEach(([, vector], index) => {
        encoded.set(new Uint8Array(vector.buffer, vector.byteOffset, dimensions), head.length + index * dimensions)
      })
      return encoded
    },
  }
}

function decode(bytes: Uint8Array | undefined): Map<string, Int8Array> {
  const end = bytes?.indexOf(10) ?? -1
  if (!bytes || end < 0) return new Map()
  try {
    const { dimensions, hashes }: { dimensions: number; hashes: string[] } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
    if (bytes.length !== end + 1 + hashes.length * dimensions) return new Map()
    return new Map(
      hashes.map((hash, index) => {
        const from = end + 1 + index * dimensions
        return [hash, Int8Array.from(new Int8Array(bytes.slice(from, from + dimensions).buffer))]
      }),
    )
  } catch {
    return new Map()
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
