import type { Perception } from '../../../schemas/perception.ts'

type Mood = Perception['mood']

/** How a shopper feels over the last messages; each figure 0–1. Plain data, kept with the conversation. */
export interface MoodState {
  anger: number
  anxiety: number
  urgency: number
  negative: number
  /** Of the last three messages, oldest first: was it negative? */
  recent: boolean[]
}

export const calm: MoodState = { anger: 0, anxiety: 0, urgency: 0, negative: 0, recent: [] }

/** After three more messages half of what was felt is left. */
const kept = 0.5 ** (1 / 3)

/** The state after one more message: an exponential mean with a half-life of three messages. */
export function feel(before: MoodState, mood: Mood): MoodState {
  const mean = (old: number, now: number) => old * kept + now * (1 - kept)
  const negative = mood.polarity === 'negative'
  return {
    anger: mean(before.anger, mood.anger),
    anxiety: mean(before.anxiety, mood.anxiety),
    urgency: mean(before.urgency, mood.urgency),
    negative: mean(before.negative, negative ? 1 : 0),
    recent: [...before.recent, negative].slice(-3),
  }
}

/** Whether a person should take over: anger ≥ 0.8 once, negative twice in three messages, or a repeated question in a bad mood. */
export function wantsPerson(state: MoodState, mood: Mood, repeated: boolean): boolean {
  return mood.anger >= 0.8 || state.recent.filter(Boolean).length >= 2 || (repeated && mood.polarity === 'negative')
}
