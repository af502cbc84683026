import styles from './TemplateText.module.css'

const marks = /\{\{\s*([^}|]+?)\s*(?:\|[^}]*)?\}\}|\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\([^)\s]+\)/g

/** An operator's text as it will look: variables as chips, bold words bold, links as their words. */
export function TemplateText({ text }: { text: string }) {
  const parts = []
  let end = 0
  for (const match of text.matchAll(marks)) {
    const [whole, variable, bold, link] = match
    if (match.index > end) parts.push(text.slice(end, match.index))
    if (variable !== undefined)
      parts.push(
        <span key={match.index} className={styles.variable}>
          {variable}
        </span>,
      )
    else if (bold !== undefined) parts.push(<b key={match.index}>{bold}</b>)
    else
      parts.push(
        <span key={match.index} className={styles.link}>
          {link}
        </span>,
      )
    end = match.index + whole.length
  }
  return [...parts, text.slice(end)]
}
