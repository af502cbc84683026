import { z } from 'zod'
import { perception } from '../../schemas/perception.ts'

/** How one message felt, and what was left of it with the ones before. */
export interface MoodPoint {
  /** Seq of the visitor's message. */
  seq: number
  /** Milliseconds since the epoch. */
  at: number
  polarity: 'positive' | 'neutral' | 'negative'
  /** Of this message, 0–1. */
  anger: number
  anxiety: number
  urgency: number
  complaint: number
  /** Over the last messages, half-life three, 0–1; absent for turns recorded before moods were kept. */
  lasting?: { anger: number; anxiety: number; urgency: number; negative: number }
}

const recorded = z.object({ recording: z.object({ perceptions: z.array(perception).min(1) }) })

/**
 * The mood of a conversation, message by message, from the traces of its turns. Turns without words (a timer, a tap) are no points.
 * @param turns as the store answers them, oldest first
 */
export function moodTimeline(turns: readonly { inboundSeq: number; at: number; trace: unknown }[]): MoodPoint[] {
  return turns.flatMap(({ inboundSeq, at, trace }): MoodPoint[] => {
    const read = recorded.safeParse(trace)
    const [heard] = read.success ? read.data.recording.perceptions : []
    if (!heard) return []
    const { polarity, anger, anxiety, urgency } = heard.mood
    const point = { seq: inboundSeq, at, polarity, anger, anxiety, urgency, complaint: heard.complaint ?? 0 }
    if (!heard.feeling) return [point]
    const { recent: _recent, ...lasting } = heard.feeling
    return [{ ...point, lasting }]
  })
}
