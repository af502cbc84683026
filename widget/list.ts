import type { Line } from './lines.ts'

interface Row {
  sign: string
  element: HTMLElement
}

/**
 * Keeps a container's children equal to the lines, touching only rows that changed: focus, opened details and what a
 * screen reader has announced stay as they are. The end stays in view for a reader who was there.
 */
export function createList(container: HTMLElement, render: (line: Line) => HTMLElement): (lines: readonly Line[]) => void {
  let rows = new Map<string, Row>()
  let wasAtEnd = true
  const toEnd = () => {
    container.scrollTop = container.scrollHeight
    wasAtEnd = true
  }
  let top = 0
  container.addEventListener('scroll', () => {
    const { scrollTop, clientHeight, scrollHeight } = container
    // What grows below moves no reader: only who goes up leaves the end.
    if (scrollHeight - scrollTop - clientHeight < 48) wasAtEnd = true
    else if (scrollTop < top) wasAtEnd = false
    top = scrollTop
  })
  // A photo takes its place when it has come; `load` does not bubble.
  container.addEventListener('load', () => wasAtEnd && toEnd(), true)
  // A keyboard or a line of news below takes height away: the last words stay in view.
  new ResizeObserver(() => {
    if (wasAtEnd) toEnd()
  }).observe(container)
  return (lines) => {
    const next = new Map<string, Row>()
    let added = false
    for (const line of lines) {
      const present = rows.get(line.key)
      const row = present?.sign === line.sign ? present : { sign: line.sign, element: render(line) }
      // The server's masked copy of an own message, too, takes the place of ours.
      if (row !== present) present?.element.replaceWith(row.element)
      added ||= !present && line.kind !== 'time'
      next.set(line.key, row)
    }
    for (const [key, row] of rows) if (!next.has(key)) row.element.remove()
    let place = container.firstElementChild
    for (const { element } of next.values()) {
      if (element === place) place = place.nextElementSibling
      else container.insertBefore(element, place)
    }
    rows = next
    const own = lines.at(-1)
    const isOwn = added && own?.kind === 'unsent'
    if (wasAtEnd || isOwn) toEnd()
  }
}
