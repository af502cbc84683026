import type { Flow, FlowNode } from '../../schemas/flow.ts'
import { type Problem, pointer } from '../../schemas/problem.ts'
import type { Locale } from '../../schemas/text.ts'
import { titleOf } from '../canvas/card-words.ts'

/** Where a problem is, in the operator's words; null for the flow as a whole. */
export function placeOf(problem: Problem, flow: Flow, locale: Locale): string | null {
  const node = nodeOf(problem, flow)
  return node ? titleOf(node, locale) : null
}

export function nodeOf(problem: Problem, flow: Flow): FlowNode | undefined {
  return problem.nodeId === undefined ? undefined : flow.nodes.find((node) => node.id === problem.nodeId)
}

/** Where a problem of no card is: `flowName` when it is the name, else the whole flow. */
export function flowPlaceOf(problem: Problem): 'flowName' | 'wholeFlow' {
  return problem.path.startsWith('/name') ? 'flowName' : 'wholeFlow'
}

/** Where in the settings a problem is put right: its path, or the row of the outlet that is open. */
export function fieldOf({ path, detail }: Problem): string {
  return /^\/nodes\/\d+$/.test(path) && detail?.outlet !== undefined ? `${path}${pointer(['outlets', detail.outlet])}` : path
}

/** Worst first: what keeps the flow from being published, then reminders; each in the order of the check. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return [...problems.filter((problem) => problem.severity === 'error'), ...problems.filter((problem) => problem.severity === 'warning')]
}
