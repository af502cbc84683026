import { z } from 'zod'
import { perception } from '../../schemas/perception.ts'
import type { Store } from '../store/store.ts'

export interface MoodAt {
  seq: number
  polarity: 'positive' | 'neutral' | 'negative'
  anger: number
  anxiety: number
  urgency: number
}

/** What of a turn's trace tells how the visitor felt; what an older version recorded otherwise is left out. */
const trace = z.object({ recording: z.object({ perceptions: z.array(z.object({ mood: perception.shape.mood })).min(1) }) })

/** The visitor's mood at each message that was read, in order. Moods were recorded with the turns; nothing is read again. */
export async function moodsOf(store: Pick<Store, 'conversations'>, conversationId: string): Promise<MoodAt[]> {
  const turns = await store.conversations.turns(conversationId)
  return turns.flatMap(({ inboundSeq, trace: recorded }) => {
    const read = trace.safeParse(recorded)
    const mood = read.success ? read.data.recording.perceptions[0]?.mood : undefined
    return mood ? [{ seq: inboundSeq, ...mood }] : []
  })
}
