import type { OutboundContent, RichBlock } from '../../schemas/content.ts'
import { textIn } from '../../schemas/text.ts'
import { behave, type Verdict } from '../define.ts'
import { findBanned, replaceBanned } from './banned.ts'
import { qaRule } from './node.ts'

export default behave(qaRule, {
  // nothing leads here; a rule speaks through its verdict
  enter: () => ({ end: 'return' }),

  inspect(data, content, locale): Verdict {
    const hit = textsOf(content)
      .map((text) => findBanned(text, data.words, data.exceptions)[0])
      .find((found) => found !== undefined)
    if (!hit) return { verdict: 'pass' }
    if (data.action !== 'replace') return { verdict: data.action, hit: hit.word }
    const replacement = textIn(data.replacement, locale)
    return {
      verdict: 'replace',
      hit: hit.word,
      content: rewrite(content, (text) => replaceBanned(text, data.words, data.exceptions, replacement)),
    }
  },
})

/** Every text of a message that was written for this flow; facts of the shop on its cards are not wording. */
function textsOf(content: OutboundContent): string[] {
  if (content.type === 'steps') return [...(content.title ? [content.title] : []), ...content.steps]
  if (content.type === 'text') return [content.text, ...richTexts(content.rich)]
  if (content.type === 'choices') return [content.text, ...richTexts(content.rich), ...content.choices.map((each) => each.label)]
  if (content.type === 'notice') return [content.text, ...(content.choices ?? []).map((each) => each.label)]
  return []
}

/** Bold in the middle of a word must not hide it: a block is read as one text. */
function richTexts(rich: RichBlock[] | undefined): string[] {
  return (rich ?? []).map((block) => block.spans.map((span) => span.text).join(''))
}

function rewrite(content: OutboundContent, mend: (text: string) => string): OutboundContent {
  if (content.type === 'steps')
    return { ...content, ...(content.title ? { title: mend(content.title) } : {}), steps: content.steps.map(mend) }
  if (content.type === 'text') return withRich({ ...content, text: mend(content.text) }, mend)
  if (content.type === 'choices') {
    const choices = content.choices.map((each) => ({ ...each, label: mend(each.label) }))
    return withRich({ ...content, text: mend(content.text), choices }, mend)
  }
  if (content.type === 'notice') {
    const { choices } = content
    return {
      ...content,
      text: mend(content.text),
      ...(choices ? { choices: choices.map((each) => ({ ...each, label: mend(each.label) })) } : {}),
    }
  }
  return content
}

function withRich<Content extends OutboundContent & { rich?: RichBlock[] | undefined }>(
  content: Content,
  mend: (text: string) => string,
): Content {
  return content.rich ? { ...content, rich: content.rich.map((block) => mendBlock(block, mend)) } : content
}

/** Keeps bold and links where no word runs across them, else the block becomes plain. */
function mendBlock(block: RichBlock, mend: (text: string) => string): RichBlock {
  const whole = mend(block.spans.map((span) => span.text).join(''))
  const spans = block.spans.map((span) => ({ ...span, text: mend(span.text) }))
  return { ...block, spans: spans.map((span) => span.text).join('') === whole ? spans : [{ text: whole }] }
}
