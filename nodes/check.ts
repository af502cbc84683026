import type { Flow } from '../schemas/flow.ts'
import type { Problem } from '../schemas/problem.ts'
import { parseFlow, readFlow } from '../schemas/read.ts'
import { beginCheck, type CheckContext } from './check/checking.ts'
import { checkData } from './check/data.ts'
import { checkGraph } from './check/graph.ts'
import { checkReferences } from './check/references.ts'
import { checkTexts } from './check/texts.ts'
import { createTemplates } from './template-language.ts'

export type { CheckContext }

const templates = createTemplates()

/**
 * Every problem of a flow whose envelope is right: it does not stop at the first, never throws, changes nothing,
 * and answers the same list in the same order every time.
 */
export function check(flow: Flow, context: CheckContext = {}): Problem[] {
  const checking = beginCheck(flow, context, templates)
  checkData(checking)
  checkGraph(checking)
  checkReferences(checking)
  checkTexts(checking)
  return checking.problems
}

/** The same from JSON text or a parsed value: what cannot be read has the problems of its envelope. */
export function checkDocument(document: string | object, context: CheckContext = {}): { flow: Flow | null; problems: Problem[] } {
  const read = typeof document === 'string' ? readFlow(document) : parseFlow(document)
  return 'problems' in read ? { flow: null, problems: read.problems } : { flow: read.flow, problems: check(read.flow, context) }
}
