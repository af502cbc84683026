import { parentPort } from 'node:worker_threads'
import { type CheckContext, check, checkDocument } from '../../nodes/check.ts'
import type { Problem } from '../../schemas/problem.ts'
import { parseFlow } from '../../schemas/read.ts'
import type { CheckAnswer, CheckQuestion } from './check.ts'

/** Checks documents in a thread of its own, so that a monstrous one can be ended without ending the server. */
parentPort?.on('message', ({ id, document, context }: CheckQuestion) => {
  const around = {
    flows: new Map(context.flows.map((flow) => [flow.id, flow])),
    published: new Set(context.published),
    intents: new Set(context.intents),
    articles: new Set(context.articles),
    offers: new Set(context.offers),
  }
  const answer: CheckAnswer = {
    id,
    problems: typeof document === 'string' ? checkDocument(document, around).problems : checkValue(document, around),
  }
  parentPort?.postMessage(answer)
})

function checkValue(document: unknown, around: CheckContext): Problem[] {
  const read = parseFlow(document)
  return 'problems' in read ? read.problems : check(read.flow, around)
}
