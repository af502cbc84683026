import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import css from './LongList.module.css'

interface Props<Item> {
  items: readonly Item[]
  keyOf: (item: Item) => string
  label: string
  /** Draws a row; the row that the arrow keys stand on may be reached by Tab. */
  row: (item: Item, place: { index: number; active: boolean }) => ReactNode
  /** Keys that mean something on a row, beyond the arrows. */
  press?: (item: Item, event: KeyboardEvent) => void
  /** Told which row the keys stand on. */
  onActive?: (index: number) => void
  /** Counts up when the row that had the focus is gone: the one in its place gets it. */
  refocus?: number
}

/** Up to so many rows all are drawn: long ones may wrap, and the browser's own search finds them. */
const drawnWhole = 200
const rowHeight = 36
const ahead = 10

/**
 * A list in which one goes by the arrow keys, Home and End, also through thousands of rows: then only those in sight are
 * drawn, each one line high. It scrolls with the page around it.
 */
export function LongList<Item>({ items, keyOf, label, row, press, onActive, refocus = 0 }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState(0)
  const whole = items.length <= drawnWhole
  const [from, to] = useWindow(list, items.length, whole)
  const at = Math.min(active, Math.max(0, items.length - 1))
  const wanted = useRef<number | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a row is gone, which the count alone says; `at` moving by itself must not take the focus
  useLayoutEffect(() => {
    if (refocus > 0) wanted.current = at
  }, [refocus])
  const told = useRef(onActive)
  told.current = onActive
  useEffect(() => told.current?.(at), [at])

  // the row that is gone to is drawn first, focused then
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const target = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] [data-row-focus]`)
    if (!target) return
    target.focus()
    wanted.current = null
  })

  const go = (index: number) => {
    const next = Math.max(0, Math.min(items.length - 1, index))
    setActive(next)
    wanted.current = next
    if (!whole && list.current) reveal(list.current, next)
    else list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const keys = (event: KeyboardEvent) => {
    // a field inside a row has keys of its own
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    }
    const next = steps[event.key]
    const item = items[at]
    if (next !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      go(next)
    } else if (item !== undefined) press?.(item, event)
  }

  const shown = items.slice(from, to)
  return (
    <ul
      ref={list}
      className={css.list}
      aria-label={label}
      data-whole={whole || undefined}
      style={whole ? undefined : { height: items.length * rowHeight }}
      onKeyDown={keys}
    >
      {shown.map((item, place) => {
        const index = from + place
        return (
          <li
            key={keyOf(item)}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={whole ? undefined : { top: index * rowHeight, height: rowHeight }}
            onFocus={() => index !== active && setActive(index)}
          >
            {row(item, { index, active: index === at })}
          </li>
        )
      })}
    </ul>
  )
}

/** First and last row to draw, as the list stands in what scrolls it. */
function useWindow(list: React.RefObject<HTMLUListElement | null>, total: number, whole: boolean): [number, number] {
  const [range, setRange] = useState<[number, number]>([0, 60])
  useEffect(() => {
    const element = list.current
    const scroller = element && scrollerOf(element)
    if (whole || !element || !scroller) return
    const measure = () => {
      const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top
      const first = Math.max(0, Math.floor(top / rowHeight) - ahead)
      const last = Math.ceil((top + scroller.clientHeight) / rowHeight) + ahead
      setRange((now) => (now[0] === first && now[1] === last ? now : [first, last]))
    }
    measure()
    scroller.addEventListener('scroll', measure, { passive: true })
    const resized = new ResizeObserver(measure)
    resized.observe(scroller)
    resized.observe(element)
    return () => {
      scroller.removeEventListener('scroll', measure)
      resized.disconnect()
    }
  }, [list, whole])
  return whole ? [0, total] : [Math.min(range[0], Math.max(0, total - 1)), Math.min(total, range[1])]
}

function reveal(list: HTMLElement, index: number): void {
  const scroller = scrollerOf(list)
  if (!scroller) return
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + index * rowHeight
  if (top < 0) scroller.scrollTop += top
  else if (top + rowHeight > scroller.clientHeight) scroller.scrollTop += top + rowHeight - scroller.clientHeight
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return null
}
