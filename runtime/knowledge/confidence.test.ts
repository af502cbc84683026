import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidenceOf } from './confidence.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const words = fc.record({ closeness: share, lead: share, missing: share })

describe('how sure an answer is', () => {
  it('is told by words alone where wishes are hardly known', () => {
    fc.assert(
      fc.property(words, share, (signals, part) => {
        const weight = 1e-4
        const likeness = { score: weight * part, lead: weight * part, weight }
        return Math.abs(confidenceOf({ ...signals, likeness }) - confidenceOf(signals)) < 0.001
      }),
    )
  })

  it('grows with how much the article wants the same', () => {
    fc.assert(
      fc.property(words, share, share, (signals, one, other) => {
        const at = (score: number) => confidenceOf({ ...signals, likeness: { score, lead: 0, weight: 1 } })
        return at(Math.max(one, other)) >= at(Math.min(one, other))
      }),
    )
  })

  it('is doubted where a shopper plainly wants something else', () => {
    const signals = { closeness: 0.6, lead: 0.2, missing: 0.2 }
    expect(confidenceOf({ ...signals, likeness: { score: 0.01, lead: -0.9, weight: 1 } })).toBeLessThan(confidenceOf(signals))
  })
})
