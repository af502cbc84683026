import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals short texts for the database, so that a copy of the file alone tells nothing. */
export interface Sealer {
  /** @param purpose what it is for: a sealed text opens for the same purpose only */
  seal(text: string, purpose: string): string
  /** The text; null when it was sealed with a key that is gone, for something else, or changed since. */
  open(sealed: string, purpose: string): string | null
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** @param keys of 32 bytes, base64url, newest first: the first one seals, each of them opens */
export function createSealer(keys: readonly [string, ...string[]]): Sealer {
  const [newest, ...older] = keys.map((key) => Buffer.from(key, 'base64url')) as [Buffer, ...Buffer[]]
  return {
    seal(text, purpose) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, newest, nonce).setAAD(Buffer.from(purpose))
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < nonceBytes + tagBytes) return null
      for (const key of [newest, ...older]) {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        try {
          return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
        } catch {
          // another key may be the one
        }
      }
      return null
    },
  }
}
