import type { Intent } from '../../schemas/intent.ts'
import type { Perception } from '../../schemas/perception.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { usualZone } from '../engine/run.ts'
import type { PerceiveContext, TurnInput, TurnServices } from '../engine/types.ts'
import { isMid } from '../provider/judge.ts'

type Weighed = Perception['intents']

/** The optional model provider as a turn sees it: whatever it cannot say in time is null. */
export interface Advisor {
  may(use: 'judge' | 'rephrase' | 'embed'): boolean
  /** How likely the message wants each of these, by comparing meanings and by judging; null = as it was. */
  weigh(text: string, candidates: readonly (Weighed[number] & { name: string; examples: readonly string[] })[]): Promise<Weighed | null>
  /** The answer worded to the question, with its source named; null = as the shop wrote it. */
  rephrase(asked: { question: string; answer: string; source: string; locale: Locale }): Promise<string | null>
  /** 0–1 how alike in meaning a weighed message and wordings of one thing are; undefined where that is not known. */
  likeness(message: string, wordings: readonly string[]): number | undefined
}

interface Reading {
  text: string
  context: PerceiveContext
  /** Everything that the conversation's versions know. */
  intents: readonly Intent[]
}

/**
 * The recogniser, after the provider was asked about a message that it is not sure of: then that message's confidences
 * are the judgement's, and everything else stays. Without a provider, or where it has nothing to say, as it was.
 * @param ask makes the call; whoever keeps journals journals it
 */
export async function advised(
  advisor: Advisor | undefined,
  perceive: TurnServices['perceive'],
  { text, context, intents }: Reading,
  ask: (call: () => Promise<Weighed | null>) => Promise<Weighed | null>,
): Promise<TurnServices['perceive']> {
  if (!advisor?.may('judge') && !advisor?.may('embed')) return perceive
  const candidates = perceive(text, context)
    .intents.slice(0, 5)
    .flatMap((weighed) => {
      const intent = intents.find(({ id }) => id === weighed.id)
      return intent ? [{ ...weighed, name: textIn(intent.name, context.locale), examples: intent.utterances }] : []
    })
  // a message that is plain needs no opinion; its meaning may still be compared with articles
  if (!advisor.may('embed') && !isMid(candidates[0]?.confidence)) return perceive
  const judged = await ask(() => advisor.weigh(text, candidates))
  if (!judged) return perceive
  return (said, now) => {
    const heard = perceive(said, now)
    if (said !== text) return heard
    const inPlay = new Set(now.intents)
    return { ...heard, intents: judged.filter(({ id }) => inPlay.has(id)).sort((a, b) => b.confidence - a.confidence) }
  }
}

/** A message as the turn that is about to run will read it. */
export function readingOf(
  text: string,
  { programs, conversation, state, now, zoneMinutes }: Omit<TurnInput, 'seed' | 'seq' | 'event'>,
  intents: readonly Intent[],
): Reading {
  const inPlay = [...new Set([...programs.values()].flatMap((program) => program.intents))]
  const context = {
    locale: state.locale ?? conversation.locale,
    intents: inPlay,
    now,
    zoneMinutes: zoneMinutes ?? usualZone,
    recall: state.recall ?? {},
    tapped: false,
  }
  return { text, context, intents }
}
