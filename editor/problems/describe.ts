import type { Flow, FlowNode } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import { problemWords } from '../../schemas/problem-codes.ts'
import type { Locale } from '../../schemas/text.ts'
import { cardOutlets, titleOf } from '../canvas/card-words.ts'

/** Where a problem is, in the operator's words; null for the flow as a whole. */
export function placeOf(problem: Problem, flow: Flow, locale: Locale): string | null {
  const node = nodeOf(problem, flow)
  return node ? titleOf(node, locale) : null
}

/** What is wrong; ids in it are replaced by the names that stand on the cards. */
export function sentenceOf(problem: Problem, flow: Flow, locale: Locale): string {
  const node = nodeOf(problem, flow)
  const outlet = outletOf(problem)
  if (!node || !outlet) return problemWords(problem, locale)
  const label = cardOutlets(node, locale, [{ sourceHandle: outlet }]).find((each) => each.id === outlet)?.label ?? outlet
  return problemWords({ code: problem.code, detail: { ...problem.detail, outlet: label } }, locale)
}

export function nodeOf(problem: Problem, flow: Flow): FlowNode | undefined {
  return problem.nodeId === undefined ? undefined : flow.nodes.find((node) => node.id === problem.nodeId)
}

export function outletOf(problem: Problem): string | null {
  const outlet = problem.detail?.outlet
  return typeof outlet === 'string' ? outlet : null
}

/** Worst first: what keeps the flow from being published, then reminders; each in the order of the check. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return [...problems.filter((problem) => problem.severity === 'error'), ...problems.filter((problem) => problem.severity === 'warning')]
}
