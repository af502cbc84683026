import { behave } from '../define.ts'
import { end } from './node.ts'

export default behave(end, {
  enter(data, turn) {
    if (data.text) turn.say(data.text)
    return { end: data.mode === 'return' ? 'return' : 'abandon' }
  },
})
