import { systemChoices } from '../../schemas/content.ts'
import { textIn } from '../../schemas/text.ts'
import type { Run } from './running.ts'
import { words } from './words.ts'

/** So many messages in a row that nobody understood, and a person is offered. */
const tooMany = 2

/**
 * Counts messages that the cards who had them gave back, or that turned down all that was offered for them, and offers a person from the second
 * one in a row, whatever the flow says itself.
 */
export function offerPersonWhenLost(run: Run): void {
  if (!run.message) return
  const { counters } = run.state
  const isLost = (run.unanswered && run.had.size > 0) || run.measures.some(({ name }) => name === 'candidates-refused')
  counters.notUnderstood = isLost ? counters.notUnderstood + 1 : 0
  if (counters.notUnderstood < tooMany || run.owner !== 'bot' || run.messages.some(({ content }) => offersPerson(content))) return
  run.measures.push({ name: 'person-offered', value: counters.notUnderstood })
  const choices = [{ value: systemChoices.human, label: textIn(words.person, run.locale) }]
  run.messages.push({ content: { type: 'choices', text: textIn(words.lost, run.locale), choices } })
}

function offersPerson(content: Run['messages'][number]['content']): boolean {
  return content.type === 'choices' && content.choices.some(({ value }) => value === systemChoices.human)
}
