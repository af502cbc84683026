import { createTemplates } from '../../nodes/template-language.ts'
import type { Blanks } from '../../nodes/turn.ts'

const templates = createTemplates()

/**
 * Fills an operator's text with slot values and the like. Values go in after parsing and are never rendered again.
 * A text that does not parse (only a draft can hold one) is said as it is written.
 */
export function renderText(text: string, values: Blanks): string {
  if (!text.includes('{{') && !text.includes('{%')) return text
  const parsed = templates.parse(text)
  return 'error' in parsed ? text : templates.render(parsed, values)
}
