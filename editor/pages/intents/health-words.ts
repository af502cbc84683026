import type { IntentHealth } from '../../../schemas/intent-report.ts'
import type { useWords } from '../../i18n/index.ts'
import type { words } from './words.ts'

/** "12 种说法 · 再加 8 种就扎实": where an intent stands, and what the next step takes. */
export function healthWords(health: IntentHealth, say: ReturnType<typeof useWords<typeof words>>): string {
  if (health.wordings === 0 && health.utterances > 0) return say('counting')
  if (health.wordings === 0) return say('wordingsNone')
  if (health.missing === 0) return say('wordings', { count: health.wordings })
  const next = say(health.state === 'fair' ? 'nextGood' : 'nextFair')
  return say('wordingsMissing', { have: health.wordings, missing: health.missing, next })
}
