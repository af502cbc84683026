import type { MoodState, Perception } from '../../../schemas/perception.ts'

type Mood = Perception['mood']

export const calm: MoodState = { anger: 0, anxiety: 0, urgency: 0, negative: 0, recent: [] }

/** After three more messages half of what was felt is left. */
const kept = 0.5 ** (1 / 3)

/** The state after one more message: an exponential mean with a half-life of three messages. Plain data, kept with the conversation. */
export function feel(before: MoodState, mood: Mood): MoodState {
  const mean = (old: number, now: number) => Math.round((old * kept + now * (1 - kept)) * 10_000) / 10_000
  const negative = mood.polarity === 'negative'
  return {
    anger: mean(before.anger, mood.anger),
    anxiety: mean(before.anxiety, mood.anxiety),
    urgency: mean(before.urgency, mood.urgency),
    negative: mean(before.negative, negative ? 1 : 0),
    recent: [...before.recent, negative].slice(-3),
  }
}
