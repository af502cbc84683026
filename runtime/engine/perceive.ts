import type { InboundContent } from '../../schemas/content.ts'
import { systemChoices } from '../../schemas/content.ts'
import type { Perception } from '../../schemas/perception.ts'
import { perceiveMedia } from './media.ts'
import { usualZone } from './run.ts'
import type { Run } from './running.ts'
import type { TurnInput } from './types.ts'

/** Intent that the always visible "talk to a person" button stands for. */
export const humanIntent = 'human'

/** Reads the message once per turn, against the intents that the conversation's flows listen for. */
export function perceive(run: Run, content: InboundContent): Perception | null {
  if (content.type === 'choice' && content.value === systemChoices.human) {
    const intents = [{ id: humanIntent, confidence: 1 }]
    return { text: '', language: 'none', intents, entities: [], mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 } }
  }
  if (content.type === 'image') return perceiveMedia(content, 'photo')
  if (content.type === 'audio') return perceiveMedia(content, 'voice')
  const text = content.type === 'text' ? content.text : content.label
  if (!text) return null
  const { programs, now, zoneMinutes } = run.input
  return run.services.perceive(text, {
    locale: run.locale,
    intents: intentsInPlay(programs),
    now,
    zoneMinutes: zoneMinutes ?? usualZone,
    recall: run.state.recall ?? nothing,
    tapped: content.type === 'choice',
  })
}

const nothing = {}

const known = new WeakMap<TurnInput['programs'], string[]>()

/** All pinned programs count: what a called flow listens for is reached through its caller. */
function intentsInPlay(programs: TurnInput['programs']): string[] {
  let intents = known.get(programs)
  if (!intents) {
    intents = [...new Set([...programs.values()].flatMap((program) => program.intents))]
    known.set(programs, intents)
  }
  return intents
}
