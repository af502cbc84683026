import type { RichBlock } from '../schemas/content.ts'
import { h } from './dom.ts'

/** An operator's text: bold, links and lists from data; everything else is literal. */
export function renderText(text: string, rich: readonly RichBlock[] | undefined): Node[] {
  if (!rich) return [document.createTextNode(text)]
  const nodes: Node[] = []
  let list: HTMLElement | undefined
  for (const block of rich) {
    const spans = block.spans.map(renderSpan)
    if (block.kind === 'item') {
      if (!list) {
        list = h('ul')
        nodes.push(list)
      }
      list.append(h('li', {}, spans))
    } else {
      list = undefined
      nodes.push(h('p', {}, spans))
    }
  }
  return nodes
}

function renderSpan(span: RichBlock['spans'][number]): Node {
  const href = safeHref(span.href)
  const text = span.bold ? h('b', {}, span.text) : document.createTextNode(span.text)
  return href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text) : text
}

/** The address if it can only open a page, a mail or a call; checked again here, whatever the server let through. */
export function safeHref(href: string | undefined): string | undefined {
  if (!href || !URL.canParse(href)) return undefined
  const url = new URL(href)
  return url.protocol === 'https:' || url.protocol === 'mailto:' || url.protocol === 'tel:' ? url.href : undefined
}
