import type { Operation } from '../../schemas/operation.ts'

/**
 * True when `next` sets exactly what `previous` set, so that it may take its place:
 * letters typed into one field, steps of one slider, an arrow key held down on the same cards.
 */
export function replaces(previous: readonly Operation[], next: readonly Operation[]): boolean {
  return previous.length === next.length && previous.every((operation, index) => sameTarget(operation, next[index]))
}

function sameTarget(a: Operation, b: Operation | undefined): boolean {
  if (a.op === 'set-field' && b?.op === 'set-field') return a.node === b.node && a.path.join('/') === b.path.join('/')
  if (a.op === 'move-node' && b?.op === 'move-node') return a.id === b.id
  return (a.op === 'rename-flow' && b?.op === 'rename-flow') || (a.op === 'set-fallback' && b?.op === 'set-fallback')
}
