import { behave } from '../define.ts'
import { watchIntent } from './node.ts'

export default behave(watchIntent, {
  notice(data, turn) {
    const heard = (turn.message?.perception?.intents ?? []).filter((each) => data.intents.includes(each.id))
    if (heard.length === 0) return null
    return { score: Math.max(...heard.map((each) => each.confidence)), threshold: data.threshold, returns: data.returns }
  },

  // the message stays unanswered: what follows (an answer, a question) may still read it
  enter: () => ({ leave: 'matched' }),
})
