import type { InboundContent } from '../schemas/content.ts'
import type { Perception } from '../schemas/perception.ts'

/** The words of what a visitor sent: typed text, or the label of the choice that was tapped; none of what is seen or heard. */
export function saidWords(content: InboundContent): string {
  if (content.type === 'text') return content.text
  return content.type === 'choice' ? (content.label ?? content.value) : ''
}

/** What the visitor means: the whole question where only a part of it was said, 「那白色的呢」. */
export function meantWords(content: InboundContent, perception: Perception | null): string {
  return perception?.meant ?? saidWords(content)
}
