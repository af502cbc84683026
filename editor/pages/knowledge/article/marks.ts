export type Mark = 'bold' | 'link' | 'list'

/**
 * Puts a mark of the product's own rich text around what is selected.
 * @param sample stands in where nothing is selected
 * @returns the text, and what to select so that one can type on
 */
export function mark(kind: Mark, text: string, from: number, to: number, sample: string): { text: string; start: number; end: number } {
  if (kind === 'list') return list(text, from, to)
  const chosen = text.slice(from, to) || sample
  const before = kind === 'bold' ? '**' : '['
  const after = kind === 'bold' ? '**' : '](https://)'
  const whole = `${text.slice(0, from)}${before}${chosen}${after}${text.slice(to)}`
  const start = from + before.length
  // of a link the address is what is still missing
  if (kind === 'link' && to > from) return { text: whole, start: start + chosen.length + 2, end: start + chosen.length + 10 }
  return { text: whole, start, end: start + chosen.length }
}

/** Makes list items of the lines that are touched; lines that are items already become plain again. */
function list(text: string, from: number, to: number): { text: string; start: number; end: number } {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const stop = text.indexOf('\n', to)
  const end = stop < 0 ? text.length : stop
  const lines = text.slice(start, end).split('\n')
  const isList = lines.every((line) => line.startsWith('- '))
  const changed = lines.map((line) => (isList ? line.slice(2) : `- ${line.replace(/^- /, '')}`)).join('\n')
  return { text: text.slice(0, start) + changed + text.slice(end), start: start + changed.length, end: start + changed.length }
}
