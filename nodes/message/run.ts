import type { z } from 'zod'
import { behave } from '../define.ts'
import type { Turn } from '../turn.ts'
import { message } from './node.ts'

type Data = z.infer<typeof message.data>

export default behave(message, {
  async enter(data, turn) {
    const wording = data.wordings[(turn.visit - 1) % Math.max(1, data.wordings.length)]
    const choices = data.suggestions.map((each) => {
      const label = turn.text(each.label)
      return { value: label.slice(0, 200), label }
    })
    const wanted = data.card !== 'none' && (await showCard(data, turn))
    if (wanted === 'failed') return { leave: 'error' }
    if (wording !== undefined) turn.say(wording, choices)
    if (wanted) wanted()
    return { leave: 'next' }
  },
})

/** Fetches before anything is said, so that a failing shop leaves no half message behind. */
async function showCard(data: Data, turn: Turn): Promise<'failed' | (() => void)> {
  if (data.card === 'steps') {
    const steps = data.steps.map((step) => turn.text(step))
    return () => turn.show({ type: 'steps', steps })
  }
  if (data.card === 'products') {
    const found = await turn.shop.products(turn.text(data.search ?? ''), 6)
    if (!found.ok || found.value.length === 0) return 'failed'
    return () => turn.show({ type: 'cards', products: found.value.slice(0, 6) })
  }
  const orderId = String(turn.slots[data.order ?? ''] ?? '')
  if (data.card === 'parcel') {
    const found = await turn.shop.parcel(orderId)
    return found.ok ? () => turn.show({ type: 'parcel', parcel: found.value }) : 'failed'
  }
  const found = await turn.shop.order(orderId)
  return found.ok ? () => turn.show({ type: 'order', order: found.value }) : 'failed'
}
