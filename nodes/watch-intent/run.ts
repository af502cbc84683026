import { behave } from '../define.ts'
import { holdsName } from '../match-choice.ts'
import { watchIntent } from './node.ts'

export default behave(watchIntent, {
  notice(data, turn) {
    const { intents = [], text = '' } = turn.message?.perception ?? {}
    const heard = intents.filter((each) => data.intents.includes(each.id))
    if (heard.length === 0 || data.except.some((word) => holdsName(text, word.toLowerCase()))) return null
    return { score: Math.max(...heard.map((each) => each.confidence)), threshold: data.threshold, returns: data.returns }
  },

  // the message stays unanswered: what follows (an answer, a question) may still read it
  enter: () => ({ leave: 'matched' }),
})
