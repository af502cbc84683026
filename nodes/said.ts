import type { InboundContent } from '../schemas/content.ts'
import type { Perception } from '../schemas/perception.ts'

/** The words of what a visitor sent: typed text, or the label of the choice that was tapped. */
export function saidWords(content: InboundContent): string {
  return content.type === 'text' ? content.text : (content.label ?? content.value)
}

/** What the visitor means: the whole question where only a part of it was said, 「那白色的呢」. */
export function meantWords(content: InboundContent, perception: Perception | null): string {
  return perception?.meant ?? saidWords(content)
}
