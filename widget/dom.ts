type Child = Node | string | false | null | undefined
type Attributes = Record<string, string | boolean | number | undefined | ((event: never) => void)>

/** Makes an element; functions become listeners. Text becomes text nodes: nothing is ever parsed as HTML. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name, value as EventListener)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children.flat()) if (child) element.append(child)
  return element
}

/** A round button that shows a drawing; its name is said and hovers. */
export const tool = (name: string, paths: readonly string[], attributes: Attributes): HTMLButtonElement =>
  h('button', { type: 'button', class: 'tool', 'aria-label': name, title: name, ...attributes }, picture(paths))

const namespace = 'http://www.w3.org/2000/svg'

/** A line drawing from path data on a 24 grid; decoration, its meaning stands in words beside it. */
export function picture(paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const data of paths) {
    const path = document.createElementNS(namespace, 'path')
    path.setAttribute('d', data)
    svg.append(path)
  }
  return svg
}

export const icons = {
  chat: [
    'M4.5 6.5A2.5 2.5 0 0 1 7 4h10a2.5 2.5 0 0 1 2.5 2.5v7A2.5 2.5 0 0 1 17 16h-4.5L8 20v-4H7a2.5 2.5 0 0 1-2.5-2.5z',
    'M8.5 8.5h7M8.5 11.5h4.5',
  ],
  human: [
    'M5 14v-2a7 7 0 0 1 14 0v2',
    'M5 13.5h1.5A1.5 1.5 0 0 1 8 15v2a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 17v-3M19 13.5h-1.5A1.5 1.5 0 0 0 16 15v2a1.5 1.5 0 0 0 1.5 1.5h.5A1.5 1.5 0 0 0 19.5 17v-3',
    'M18 18.5c0 1.5-2 2.5-4.5 2.5',
  ],
  down: ['M6 9.5l6 6 6-6'],
  anew: ['M5 12a7 7 0 1 1 2.2 5.1', 'M4.5 7.5 5 12l4.3-1'],
  send: ['M4.5 12 3 4.5 21 12 3 19.5z', 'M4.5 12H12'],
  picture: [
    'M5 4h14a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 5 4z',
    'M3.5 16l5-5 6 6',
    'M13 15.5l2.5-2.5 5 5',
    'M15.5 8.5h.01',
  ],
  mic: ['M12 3.5a3 3 0 0 1 3 3V11a3 3 0 0 1-6 0V6.5a3 3 0 0 1 3-3z', 'M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21'],
  cross: ['M6 6l12 12M18 6L6 18'],
  clock: ['M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z', 'M12 8v4.5l3 1.5'],
  good: ['M7 11v9H4v-9h3a4 4 0 0 0 4-4V6a2 2 0 0 1 4 0v5h4l1 2-1 5-2 2H10l-3-2'],
  poor: ['M7 13V4H4v9h3a4 4 0 0 1 4 4v1a2 2 0 0 0 4 0v-5h4l1-2-1-5-2-2H10L7 6'],
  alert: ['M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z', 'M12 8v5M12 16h.01'],
} as const satisfies Record<string, readonly string[]>
