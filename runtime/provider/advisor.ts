import { isMid, judge } from './judge.ts'
import type { Meanings } from './meanings.ts'
import type { Provider } from './provider.ts'
import { rephrase } from './rephrase.ts'

type Candidates = Parameters<typeof judge>[2]

/** Part of an intent's confidence that likeness of meaning decides. */
const meaningShare = 0.3
/** Utterances of an intent that are compared with. */
export const mostCompared = 30

/** The provider as turns ask it. */
export function createAdvisor(provider: Provider, meanings: Meanings) {
  /** Confidences with likeness of meaning mixed in; as they were while that is not known of each. */
  function compared(text: string, candidates: Candidates): Candidates {
    const likeness = candidates.map(({ examples }) => meanings.likeness(text, examples.slice(0, mostCompared)))
    if (!likeness.every((each) => each !== undefined)) return candidates
    const all = likeness.reduce((sum, each) => sum + each ** 2, 0)
    if (all === 0) return candidates
    return candidates
      .map((each, index) => {
        // nearness to one alone speaks for it, nearness to all for none
        const share = ((likeness[index] ?? 0) ** 2 / all) * Math.max(...likeness)
        return { ...each, confidence: (1 - meaningShare) * each.confidence + meaningShare * Math.min(1, 1.5 * share) }
      })
      .sort((a, b) => b.confidence - a.confidence)
  }

  return {
    may: provider.may,
    async weigh(text: string, candidates: Candidates) {
      const mayCompare = provider.may('embed')
      if (mayCompare) await meanings.prepare(text)
      const weighed = mayCompare ? compared(text, candidates) : candidates
      const judged = isMid(weighed[0]?.confidence) ? await judge(provider, text, weighed) : null
      if (judged) return judged
      return weighed === candidates ? null : weighed.map(({ id, confidence }) => ({ id, confidence }))
    },
    rephrase: (asked: Parameters<typeof rephrase>[1]) => rephrase(provider, asked),
    likeness: meanings.likeness,
  }
}
