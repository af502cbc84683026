/** How sure an answer must be to be given, and to be offered among others. */
export const zones = { answer: 0.7, offer: 0.25 } as const

/** Coefficients of the curve, fitted by `cli/eval` on questions written for this product. */
export const usualCurve = { offset: -3.98, closeness: 3.71, lead: 9.5, known: 2.35 }
export type Curve = typeof usualCurve

/**
 * The chance that the best article is the right one.
 * @param closeness of the best one, 0–1 · `lead`: over the next one · `known`: share of the question's weight that is known
 */
export function confidenceOf(closeness: number, lead: number, known: number, curve: Curve = usualCurve): number {
  return 1 / (1 + Math.exp(-(curve.offset + curve.closeness * closeness + curve.lead * lead + curve.known * known)))
}
