import type { InboundContent } from '../schemas/content.ts'

/** The words of what a visitor sent: typed text, or the label of the choice that was tapped. */
export function saidWords(content: InboundContent): string {
  return content.type === 'text' ? content.text : (content.label ?? content.value)
}
