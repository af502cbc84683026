import type { Flow } from '../../schemas/flow.ts'
import { applyOperations, type Operation } from '../../schemas/operation.ts'
import { diffFlows, isSame } from '../../schemas/operation-diff.ts'
import type { Problem } from '../../schemas/problem.ts'
import { readFlow } from '../../schemas/read.ts'

export const textOf = (flow: Flow): string => `${JSON.stringify(flow, null, 2)}\n`

/** What written JSON means against the flow that the writing began from. */
export type Reading =
  /** Nothing changed that a flow keeps. */
  | { kind: 'same' }
  /** These operations bring the change about, whatever others did meanwhile. */
  | { kind: 'changed'; flow: Flow; operations: Operation[] }
  | { kind: 'broken' }
  | { kind: 'refused'; problems: Problem[] }
  /** Valid in form, but a draft would not keep it: a line to nowhere, two lines from one outlet, another id. */
  | { kind: 'loose' }

/** Reads the text as changes to `base`; nothing is applied here. */
export function readChange(text: string, base: Flow): Reading {
  const read = readFlow(text)
  if ('problems' in read)
    return read.problems.some((problem) => problem.code === 'not-json') ? { kind: 'broken' } : { kind: 'refused', problems: read.problems }
  const { flow } = read
  const operations = diffFlows(base, flow)
  if (!keeps(applyOperations(base, operations), flow)) return { kind: 'loose' }
  return operations.length === 0 ? { kind: 'same' } : { kind: 'changed', flow, operations }
}

/** Whether both say the same; order does not matter, nor a missing position. */
function keeps(applied: Flow, written: Flow): boolean {
  const sorted = (flow: Flow) => ({
    ...flow,
    nodes: [...flow.nodes].sort(byId),
    edges: [...flow.edges].sort(byId),
    slots: [...flow.slots].sort((a, b) => (a.name < b.name ? -1 : 1)),
    layout: Object.fromEntries(Object.entries(applied.layout).map(([node, at]) => [node, flow.layout[node] ?? at])),
  })
  return isSame(sorted(applied), sorted(written))
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

/** The smallest stretch in which two texts differ, so that a cursor elsewhere stays where it is. */
export function stretch(before: string, after: string): { start: number; end: number; text: string } | null {
  if (before === after) return null
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let tail = 0
  while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}
