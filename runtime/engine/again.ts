import type { OutboundContent } from '../../schemas/content.ts'
import { parseRich } from '../../schemas/rich.ts'
import { textIn } from '../../schemas/text.ts'
import { offerPerson } from './lost.ts'
import { hashOf, textOf } from './recall.ts'
import type { Run } from './running.ts'
import { words } from './words.ts'

/**
 * A question asked again is not answered in the same words again: what was said before gets a beginning of its own, and from the
 * third time on a person is offered. Flows that answer in other words of their own are left as they are.
 */
export function answerDifferently(run: Run): void {
  const times = run.message?.perception?.question === undefined ? 0 : (run.state.recall?.repeated ?? 0)
  if (times < 2 || run.owner !== 'bot') return
  const { locale } = run
  const told = new Set(run.state.recall?.told)
  const again = words.again[Math.min(times, 1 + words.again.length) - 2] ?? words.again[0]
  for (const message of run.messages) {
    const text = message.node === undefined ? undefined : textOf(message.content)
    if (text === undefined || !told.has(hashOf(text))) continue
    message.content = withBeginning(message.content, textIn(again, locale) + text)
    run.raw = new Map([[message.content, hashOf(text)]])
    break
  }
  if (times >= 3) {
    run.measures.push({ name: 'question-repeated', value: times })
    offerPerson(run, words.offerPerson)
  }
}

function withBeginning(content: OutboundContent, text: string): OutboundContent {
  const rich = parseRich(text)
  if (content.type === 'choices') return { type: 'choices', text, ...(rich ? { rich } : {}), choices: content.choices }
  return { type: 'text', text, ...(rich ? { rich } : {}) }
}
