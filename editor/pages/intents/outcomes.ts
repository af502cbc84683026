import type { CrossValidation } from '../../../schemas/intent-report.ts'

/** What would become of 100 wordings that the bot never saw: whole numbers that add up to 100. */
export interface Outcomes {
  /** Answered at once, rightly. */
  right: number
  /** Not sure, so it does not answer at once; what is likest is right. */
  hesitantRight: number
  /** Not sure, and what is likest is something else. */
  hesitantWrong: number
  /** Answered at once, wrongly. */
  wrong: number
}

/** @returns null where nothing was tried */
export function outcomesOf({ accuracy, directShare, directPrecision }: CrossValidation): Outcomes | null {
  if (accuracy === null || directShare === null) return null
  const right = directShare * (directPrecision ?? 0)
  const wrong = directShare - right
  const hesitantRight = Math.min(1 - directShare, Math.max(0, accuracy - right))
  const hesitantWrong = Math.max(0, 1 - directShare - hesitantRight)
  return whole({ right, hesitantRight, hesitantWrong, wrong })
}

/** Shares in whole numbers of 100: what is left over goes to those that lost most by rounding down. */
function whole(shares: Outcomes): Outcomes {
  const names = ['right', 'hesitantRight', 'hesitantWrong', 'wrong'] as const
  const found: Outcomes = { right: 0, hesitantRight: 0, hesitantWrong: 0, wrong: 0 }
  for (const name of names) found[name] = Math.floor(shares[name] * 100)
  const lost = names.toSorted((a, b) => ((shares[b] * 100) % 1) - ((shares[a] * 100) % 1))
  let left = 100 - names.reduce((sum, name) => sum + found[name], 0)
  for (const name of lost) if (left-- > 0) found[name]++
  return found
}
