import { fieldOf, type Kind } from './headers.ts'
import type { Cell, Entry } from './table.ts'

interface Section {
  line: number
  level: number
  title: string
  body: { line: number; text: string }[]
}

/** A line that opens a list of values: `相似问：`, `similar:`, `tags: a, b`. */
const labelled = /^(?:[-*+]\s+)?(?:\*\*)?([^:：*]{1,40}?)\s*(?:\*\*)?\s*[:：]\s*(?:\*\*)?\s*(.*)$/
const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/
const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/
const fence = /^\s*(?:```|~~~)/

/**
 * Reads a Markdown file by its headings.
 *
 * - Articles: each heading is a question, the text below it the answer. A list after `相似问：` or `similar:` holds similar
 *   questions; `标签：`, `语言：`, `生效：`, `失效：`, `商品：` and `英文答案：` (or `tags:`, `locale:`, `valid from:`,
 *   `valid to:`, `products:`, `english answer:`) on a line of their own hold the rest. A heading with nothing of its own
 *   above deeper headings is a chapter: its words become a tag.
 * - Intents: each heading is an intent, each list item below it an utterance.
 * - Products: each heading is a product's name, each `name: value` below it one of its fields or attributes.
 * - Synonyms: each list item or line is a group.
 */
export function readMarkdown(kind: Kind, text: string): Entry[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  if (kind === 'synonyms') return groups(lines)
  const sections = sectionsOf(lines)
  const entries: Entry[] = []
  const chapters: { level: number; title: string }[] = []
  sections.forEach((section, index) => {
    while ((chapters.at(-1)?.level ?? 0) >= section.level) chapters.pop()
    const isChapter = section.body.length === 0 && (sections[index + 1]?.level ?? 0) > section.level
    if (isChapter) chapters.push({ level: section.level, title: section.title })
    else
      entries.push(
        entryOf(
          kind,
          section,
          chapters.map(({ title }) => title),
        ),
      )
  })
  return entries
}

function sectionsOf(lines: readonly string[]): Section[] {
  const sections: Section[] = []
  let isCode = false
  lines.forEach((text, index) => {
    if (fence.test(text)) isCode = !isCode
    const found = isCode ? null : heading.exec(text)
    if (found) sections.push({ line: index + 1, level: (found[1] ?? '').length, title: (found[2] ?? '').trim(), body: [] })
    else sections.at(-1)?.body.push({ line: index + 1, text: text.trimEnd() })
  })
  for (const { body } of sections) {
    while (body[0]?.text === '') body.shift()
    while (body.at(-1)?.text === '') body.pop()
  }
  return sections
}

function entryOf(kind: Exclude<Kind, 'synonyms'>, section: Section, chapters: readonly string[]): Entry {
  const entry: Entry = { line: section.line, fields: new Map(), others: [] }
  const put = (field: string, text: string) => {
    const cell: Cell = { text: text.trim(), column: 1 }
    if (cell.text !== '') entry.fields.set(field, [...(entry.fields.get(field) ?? []), cell])
  }
  put({ articles: 'question', intents: 'intent', products: 'name' }[kind], section.title)
  const plain: string[] = []
  let open: string | undefined
  for (const { text } of section.body) {
    const label = labelled.exec(text)
    const field = label ? fieldOf(kind, label[1] ?? '') : undefined
    const listed = item.exec(text)
    if (field !== undefined && field !== 'question' && field !== 'intent') {
      open = field
      put(field, label?.[2] ?? '')
    } else if (open !== undefined && listed) put(open, listed[1] ?? '')
    else if (open !== undefined && text === '') continue
    else if (kind === 'intents') {
      open = undefined
      put('utterance', listed?.[1] ?? text)
    } else if (kind === 'products') {
      open = undefined
      if (label) entry.others.push({ name: (label[1] ?? '').trim(), cell: { text: (label[2] ?? '').trim(), column: 1 } })
    } else if (open === 'answer' || open === 'answerEn') put(open, text)
    else {
      open = undefined
      plain.push(text)
    }
  }
  if (kind === 'articles') put('answer', plain.join('\n').replace(/\n{3,}/g, '\n\n'))
  if (kind === 'articles' && chapters.length > 0) put('tags', chapters.at(-1) ?? '')
  return entry
}

function groups(lines: readonly string[]): Entry[] {
  return lines.flatMap((text, index) => {
    const words = (item.exec(text)?.[1] ?? text).trim()
    if (words === '' || heading.test(text)) return []
    return [{ line: index + 1, fields: new Map([['word', [{ text: words, column: 1 }]]]), others: [] }]
  })
}
