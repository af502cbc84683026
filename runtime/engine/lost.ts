import { matchChoice } from '../../nodes/match-choice.ts'
import { type InboundContent, systemChoices } from '../../schemas/content.ts'
import type { Perception } from '../../schemas/perception.ts'
import { type LocalizedText, textIn } from '../../schemas/text.ts'
import type { Run } from './running.ts'
import { words } from './words.ts'

/** So many messages in a row that nobody understood, and a person is offered. */
const tooMany = 2
/** A longer message says more than yes. */
const longestYes = 40
const refusing = /[不别没甭]|\b(?:no|not|don['’]?t|never)\b/i

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
  offerPerson(run, words.lost)
}

/** Asks whether a person shall help; a yes in the next message is the wish for one. */
export function offerPerson(run: Run, text: LocalizedText): void {
  const choices = [{ value: systemChoices.human, label: textIn(words.person, run.locale) }]
  run.messages.push({ content: { type: 'choices', text: textIn(text, run.locale), choices } })
  run.state.recall = { ...run.state.recall, personOffered: true }
}

/** The button that 「好的」 or 「帮我找同事」 stands for when a person was offered last; null for all else. The offer holds for one message. */
export function acceptedPerson(run: Run, content: InboundContent, perception: Perception | null): InboundContent | null {
  const { personOffered, ...recall } = run.state.recall ?? {}
  if (!personOffered) return null
  run.state.recall = recall
  if (content.type !== 'text' || content.text.length > longestYes) return null
  if (refusing.test(content.text)) {
    // who wants none is not asked again with the next words
    run.state.counters.notUnderstood = 0
    return null
  }
  const saysYes = perception?.entities.some(({ type, value }) => type === 'yes_no' && value === true)
  const label = textIn(words.person, run.locale)
  const names = matchChoice(content.text, [{ value: systemChoices.human, label, synonyms: words.personNames }]) === 0
  return saysYes || names ? { type: 'choice', value: systemChoices.human, label } : null
}

function offersPerson(content: Run['messages'][number]['content']): boolean {
  return content.type === 'choices' && content.choices.some(({ value }) => value === systemChoices.human)
}
