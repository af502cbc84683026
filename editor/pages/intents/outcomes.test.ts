import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CrossValidation } from '../../../schemas/intent-report.ts'
import { outcomesOf } from './outcomes.ts'

const report = (accuracy: number | null, directShare: number | null, directPrecision: number | null): CrossValidation => ({
  folds: 5,
  messages: 1_000,
  accuracy,
  intents: [],
  confusions: [],
  directShare,
  directPrecision,
  calibrationError: null,
})

describe('what becomes of wordings that the bot never saw', () => {
  it('is told apart: answered rightly, not sure, answered wrongly', () => {
    expect(outcomesOf(report(0.72, 0.5, 0.94))).toEqual({ right: 47, hesitantRight: 25, hesitantWrong: 25, wrong: 3 })
  })

  it('is nothing where nothing was tried, and all hesitation where nothing is sure', () => {
    expect(outcomesOf(report(null, null, null))).toBeNull()
    expect(outcomesOf(report(0.4, 0, null))).toEqual({ right: 0, hesitantRight: 40, hesitantWrong: 60, wrong: 0 })
  })

  it('adds up to 100, and to the accuracy, whatever the figures', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, (directShare, directPrecision, rest) => {
        const accuracy = directShare * directPrecision + (1 - directShare) * rest
        const found = outcomesOf(report(accuracy, directShare, directPrecision))
        if (!found) throw new Error('nothing was told')
        expect(found.right + found.hesitantRight + found.hesitantWrong + found.wrong).toBe(100)
        expect(Math.abs(found.right + found.hesitantRight - accuracy * 100)).toBeLessThan(2)
        for (const each of Object.values(found)) expect(each).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
