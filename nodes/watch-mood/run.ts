import type { z } from 'zod'
import { behave } from '../define.ts'
import type { Turn } from '../turn.ts'
import { watchMood } from './node.ts'

type Data = z.infer<typeof watchMood.data>

export default behave(watchMood, {
  notice(data, turn) {
    if (!turn.message?.perception || (data.once && turn.visit > 0)) return null
    const sign = signOf(data, turn)
    if (!sign) return null
    // anger comes before whatever is open; the other signs give way to a good answer
    return { score: sign === 'anger' ? 1 : 0.9, threshold: 0, returns: data.returns }
  },

  // the message stays unanswered: what follows may still read it
  enter(data, turn) {
    turn.measure('mood-noticed', { sign: signOf(data, turn) ?? 'none' })
    return { leave: 'matched' }
  },
})

/** The first sign that is there. 0 switches a sign off. */
function signOf(data: Data, turn: Turn): string | undefined {
  const { mood, message } = turn
  const now = message?.perception?.mood
  if (data.anger > 0 && mood.anger >= data.anger) return 'anger'
  if (data.negative > 0 && mood.negative >= data.negative && now?.polarity === 'negative') return 'negative'
  // the second time gets another answer first, mildly put or not
  if (data.upset && mood.repeated >= 3 && now?.polarity === 'negative') return 'upset'
  if (data.repeated > 0 && mood.repeated >= data.repeated) return 'repeated'
  return data.complaint > 0 && mood.complaint >= data.complaint ? 'complaint' : undefined
}
