import type { z } from 'zod'
import type { Choice } from '../../schemas/content.ts'
import type { Outcome, ResumeEvent } from '../define.ts'
import { behave } from '../define.ts'
import { matchChoice, type Offered } from '../match-choice.ts'
import { saidWords } from '../said.ts'
import type { Turn } from '../turn.ts'
import { ask } from './node.ts'
import { readValue, seemsValue } from './value.ts'

type Data = z.infer<typeof ask.data>
type Out = Outcome<'answered' | 'gave-up' | 'silent' | 'error'>

export default behave(ask, {
  async enter(data, turn) {
    const branches = data.branch && data.offer === 'list'
    if (data.known && !branches && turn.slots[data.slot] !== undefined) return { leave: 'answered' }
    const offered = data.offer === 'list' ? listed(data, turn) : []
    const already = alreadySaid(data, turn, offered)
    if (already) return already
    if (data.offer !== 'recent-orders') return put(data, turn, data.question, offered, 0)
    const orders = await turn.shop.recentOrders(data.recent)
    // the visitor can still type the number when the shop is down
    const recent = orders.ok ? orders.value.slice(0, data.recent).map((order) => ({ value: order.id, label: orderLabel(order) })) : []
    return put(data, turn, data.question, recent, 0)
  },

  resume(data, turn, event) {
    if (event.kind === 'silent') return { leave: 'silent' }
    const offered = remembered(data, turn)
    if (event.kind !== 'said') return put(data, turn, data.question, offered, 0)
    const answer = read(data, turn, event, offered)
    if (answer !== undefined) return keep(data, turn, answer)
    const tries = Number(turn.memory.tries ?? 0) + 1
    if (tries >= data.tries) return { leave: 'gave-up' }
    return put(data, turn, data.again[(tries - 1) % Math.max(1, data.again.length)] ?? data.question, offered, tries)
  },

  fits(data, turn, event) {
    const words = saidWords(event.content)
    const offered = remembered(data, turn)
    const { content } = event
    if (content.type === 'choice' && offered.some((each) => each.value === content.value)) return 1
    if (matchChoice(words, offered) >= 0) return 1
    return onlyChoices(data) ? 0 : seemsValue(data, words, event.perception)
  },

  remind(data, turn) {
    turn.say(data.short ?? data.question, choicesOf(remembered(data, turn)))
  },
})

/** What this message says already: a choice only if no node has answered the message, an entity only if none has taken it. */
function alreadySaid(data: Data, turn: Turn, offered: Offered[]): Out | undefined {
  const message = turn.message
  if (!message) return undefined
  if (offered.length > 0 && turn.unanswered) {
    const found = offered[matchChoice(saidWords(message.content), offered)]
    if (found) return keep(data, turn, found.value)
  }
  if (onlyChoices(data) || ['text', 'yes_no', 'number', 'choice'].includes(data.entity)) return undefined
  const entity = turn.takeEntity(data.entity)
  return entity === undefined || readValue(data, String(entity), entity) === undefined ? undefined : keep(data, turn, entity)
}

function read(
  data: Data,
  turn: Turn,
  event: ResumeEvent & { kind: 'said' },
  offered: Offered[],
): string | number | boolean | string[] | undefined {
  const { content } = event
  if (content.type === 'choice') {
    const tapped = offered.find((each) => each.value === content.value)
    if (tapped) return tapped.value
  }
  const words = saidWords(content).trim()
  const found = offered[matchChoice(words, offered)]
  if (found) return found.value
  return onlyChoices(data) ? undefined : readValue(data, words, turn.takeEntity(data.entity))
}

function keep(data: Data, turn: Turn, value: string | number | boolean | string[]): Out {
  turn.takeMessage()
  turn.set(data.slot, value)
  turn.measure('question-answered', { slot: data.slot, tries: Number(turn.memory.tries ?? 0) + 1 })
  return data.branch && data.offer === 'list' ? { made: String(value) } : { leave: 'answered' }
}

function put(data: Data, turn: Turn, text: Data['question'], offered: Offered[], tries: number): Out {
  turn.say(text, choicesOf(offered))
  const memory = { tries, values: offered.map((each) => each.value), labels: offered.map((each) => each.label) }
  return { wait: 'visitor', memory, ...(data.silence > 0 ? { silenceAfter: data.silence } : {}) }
}

function listed(data: Data, turn: Turn): Offered[] {
  return data.choices.map((each) => ({ value: each.id, label: turn.text(each.label), synonyms: each.synonyms }))
}

/** The choices as they were offered; synonyms come from the data, recent orders from the memory. */
function remembered(data: Data, turn: Turn): Offered[] {
  if (data.offer === 'list') return listed(data, turn)
  const { values, labels } = turn.memory
  if (!Array.isArray(values) || !Array.isArray(labels)) return []
  return values.map((value, index) => ({ value, label: labels[index] ?? value }))
}

function choicesOf(offered: Offered[]): Choice[] | undefined {
  return offered.length > 0 ? offered.map(({ value, label }) => ({ value, label })) : undefined
}

function onlyChoices(data: Data): boolean {
  return data.offer === 'list' && (data.branch || data.entity === 'choice')
}

function orderLabel(order: { id: string; lines: readonly { name: string }[] }): string {
  const first = order.lines[0]?.name
  return first ? `${order.id} · ${first}` : order.id
}
