import { behave } from '../define.ts'
import type { Turn } from '../turn.ts'
import { escalate } from './node.ts'

export default behave(escalate, {
  async enter(data, turn) {
    const queue = await look(turn, data.group)
    if (!queue.open && data.whenClosed === 'leave') return { leave: 'closed' }
    turn.say(queue.open ? data.text : data.closedText, undefined, { queue })
    return { handoff: { group: data.group, priority: data.priority, reason: turn.text(data.reason) } }
  },

  resume: () => ({ leave: 'handed-back' }),
})

/** The hand-over must not fail because the estimate did. */
async function look(turn: Turn, group: string): Promise<{ ahead: number; open: boolean }> {
  try {
    const { ahead, open } = await turn.queue.look(group)
    return { ahead, open }
  } catch {
    turn.measure('queue-unknown', { group })
    return { ahead: 0, open: true }
  }
}
