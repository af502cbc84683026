import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSealer } from './sealed.ts'

const key = () => randomBytes(32).toString('base64url')

describe('a sealed text', () => {
  const first = key()
  const sealer = createSealer([first])

  it('opens to what it was, for its own purpose only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealer.seal(text, 'original')
        expect(sealer.open(sealed, 'original')).toBe(text)
        expect(sealer.open(sealed, 'provider-key')).toBe(null)
      }),
    )
  })

  it('shows nothing of the text and never looks the same twice', () => {
    const sealed = sealer.seal('13812345678', 'original')
    expect(sealed).not.toContain('138')
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('13812345678')
    expect(sealer.seal('13812345678', 'original')).not.toBe(sealed)
  })

  it('does not open after one changed bit, cut short, or without its key', () => {
    const sealed = Buffer.from(sealer.seal('北京市海淀区', 'original'), 'base64url')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(sealer.open(changed.toString('base64url'), 'original')).toBe(null)
      expect(sealer.open(sealed.subarray(0, at).toString('base64url'), 'original')).toBe(null)
    }
    expect(createSealer([key()]).open(sealed.toString('base64url'), 'original')).toBe(null)
  })

  it('opens after the key was replaced while the old one is still listed', () => {
    const sealed = sealer.seal('text', 'original')
    expect(createSealer([key(), first]).open(sealed, 'original')).toBe('text')
  })
})
