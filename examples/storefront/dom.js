/** Makes an element: `h('a', { href: '#/', class: 'brand' }, 'text', child)`. Functions become listeners. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name, value)
    else element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false))
  return element
}

const svgNamespace = 'http://www.w3.org/2000/svg'

/** A line drawing from path data on a 24 grid. */
export function picture(paths, className = 'line') {
  const svg = document.createElementNS(svgNamespace, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', className)
  for (const data of paths) {
    const path = document.createElementNS(svgNamespace, 'path')
    path.setAttribute('d', data)
    svg.append(path)
  }
  return svg
}

export const icons = {
  search: ['M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z', 'M15.5 15.5 20 20'],
  person: ['M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z', 'M5.5 20.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5'],
  bag: ['M5.5 8h13l1 12.5h-15z', 'M8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5'],
  close: ['M6 6l12 12M18 6 6 18'],
  copy: ['M9 9h10v10H9z', 'M15 9V5H5v10h4'],
}
