import type { RichBlock } from './content.ts'
import { safeUrl } from './url.ts'

const mark = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\(([^)\s]+)\)/g

/**
 * Reads bold (`**x**`), links (`[x](https://…)`) and list lines (`- x`) out of an operator's text.
 * Everything else stays literal; a link with a refused address becomes its words.
 * @returns undefined when the text holds no mark, so that plain messages stay small.
 */
export function parseRich(text: string): RichBlock[] | undefined {
  const lines = text.split('\n')
  if (!lines.some((line) => line.startsWith('- ') || line.search(mark) >= 0)) return undefined
  return lines.map((line) =>
    line.startsWith('- ') ? { kind: 'item', spans: spans(line.slice(2)) } : { kind: 'paragraph', spans: spans(line) },
  )
}

function spans(line: string): RichBlock['spans'] {
  const found: RichBlock['spans'] = []
  let end = 0
  for (const match of line.matchAll(mark)) {
    if (match.index > end) found.push({ text: line.slice(end, match.index) })
    const [whole, bold, label = '', href = ''] = match
    if (bold !== undefined) found.push({ text: bold, bold: true })
    else if (safeUrl.safeParse(href).success) found.push({ text: label, href })
    else found.push({ text: label })
    end = match.index + whole.length
  }
  if (end < line.length) found.push({ text: line.slice(end) })
  return found
}
