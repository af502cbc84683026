import { Fragment } from 'react'
import styles from './TemplateText.module.css'

const variable = /\{\{\s*([^}|]+?)\s*(?:\|[^}]*)?\}\}/g

/** An operator's text with its variables as chips: `{{ order_no }}` → order_no. */
export function TemplateText({ text }: { text: string }) {
  const parts: { at: number; words: string; isVariable: boolean }[] = []
  let end = 0
  for (const match of text.matchAll(variable)) {
    if (match.index > end) parts.push({ at: end, words: text.slice(end, match.index), isVariable: false })
    parts.push({ at: match.index, words: match[1] ?? '', isVariable: true })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ at: end, words: text.slice(end), isVariable: false })
  return parts.map((part) => (part.isVariable ? <span key={part.at} className={styles.variable}>{part.words}</span> : <Fragment key={part.at}>{part.words}</Fragment>))
}
