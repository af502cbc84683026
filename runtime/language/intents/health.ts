import type { IntentHealth, IntentInspection } from '../../../schemas/intent-report.ts'
import { detectLanguage } from '../detect.ts'
import { distinctWordings, nearDuplicates } from './duplicates.ts'
import type { Lesson } from './examples.ts'

/** Wordings from which an intent is fair, and good: most is gained between ten and twenty. */
const fairFrom = 10
const goodFrom = 20
/** How full the bar is at so many wordings; straight lines between. */
const fill: readonly [number, number][] = [
  [0, 0],
  [5, 0.25],
  [fairFrom, 0.5],
  [goodFrom, 0.8],
  [50, 1],
]

/** How well an intent is taught, by how many really different wordings it has. */
export function varietyOf(intent: Lesson): IntentHealth {
  const wordings = distinctWordings(intent)
  const languages = { zh: 0, en: 0, mixed: 0 }
  for (const wording of wordings) {
    const language = detectLanguage(wording)
    if (language !== 'none') languages[language]++
  }
  const count = wordings.length
  const state = count === 0 ? 'empty' : count < fairFrom ? 'weak' : count < goodFrom ? 'fair' : 'good'
  const next = count < fairFrom ? fairFrom : goodFrom
  return {
    intent: intent.id,
    share: fullness(count),
    state,
    utterances: intent.utterances.length,
    wordings: count,
    languages,
    missing: Math.max(0, next - count),
  }
}

/** What can be said of a library without trying it: what it says twice, and how well each intent is taught. */
export function inspect(intents: readonly Lesson[]): IntentInspection {
  return { duplicates: nearDuplicates(intents), health: intents.map(varietyOf) }
}

function fullness(count: number): number {
  for (let at = 1; at < fill.length; at++) {
    const [from, low] = fill[at - 1] as [number, number]
    const [to, high] = fill[at] as [number, number]
    if (count <= to) return Math.round((low + ((high - low) * (count - from)) / (to - from)) * 100) / 100
  }
  return 1
}
