import { behave } from '../define.ts'
import { set } from './node.ts'

export default behave(set, {
  enter(data, turn) {
    for (const { slot, to } of data.assignments) {
      if (to.kind === 'text') turn.set(slot, turn.text(to.text))
      else if (to.kind === 'number') turn.set(slot, to.number)
      else if (to.kind === 'copy') turn.set(slot, turn.slots[to.from])
      else if (to.kind === 'clear') turn.set(slot, undefined)
      else turn.set(slot, numberIn(turn.slots[slot]) + to.number)
    }
    return { leave: 'next' }
  },
})

/** Counting begins at 0, also from a text that is no number. */
function numberIn(value: unknown): number {
  const number = Number(value ?? 0)
  return Number.isFinite(number) ? number : 0
}
