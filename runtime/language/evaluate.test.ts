import { describe, expect, it } from 'vitest'
import { auroc, calibrationError, intentFigures, type Outcome } from './evaluate.ts'

describe('figures', () => {
  it('rank: 1 when all of one kind are above, half when equal, none when a kind is missing', () => {
    expect(auroc([3, 2], [1, 0])).toBe(1)
    expect(auroc([1, 1], [1])).toBe(0.5)
    expect(auroc([1, 3], [2, 0])).toBe(0.75)
    expect(auroc([], [1])).toBeNull()
  })

  it('measure how far confidence is from the truth', () => {
    expect(calibrationError([{ confidence: 0.9, right: true }])).toBeCloseTo(0.1)
    expect(calibrationError(Array.from({ length: 10 }, (_, index) => ({ confidence: 0.75, right: index < 5 })))).toBeCloseTo(0.25)
  })

  it('count what is answered, refused and confused', () => {
    const outcome = (wanted: string | null, said: string, confidence: number, accepted = true): Outcome => ({
      wanted,
      said,
      confidence,
      inScope: confidence,
      accepted,
    })
    const figures = intentFigures(
      [
        outcome('a', 'a', 0.9),
        outcome('a', 'b', 0.85),
        outcome('b', 'b', 0.3, false),
        outcome(null, 'a', 0.1, false),
        outcome(null, 'b', 0.5),
      ],
      ['1', '2', '3', '4', '5'],
    )
    expect(figures).toMatchObject({
      inScope: 3,
      outOfScope: 2,
      accuracy: 2 / 3,
      jointAccuracy: 2 / 5,
      outOfScopePrecision: 0.5,
      outOfScopeRecall: 0.5,
      outOfScopeF1: 0.5,
      directShare: 2 / 3,
      directPrecision: 0.5,
      confusions: [{ wanted: 'a', said: 'b', count: 1, example: '2' }],
    })
  })
})
