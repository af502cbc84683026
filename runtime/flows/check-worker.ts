import { parentPort } from 'node:worker_threads'
import { check, checkDocument } from '../../nodes/check.ts'
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
  const problems = typeof document === 'string' ? checkDocument(document, around).problems : check(document, around)
  const answer: CheckAnswer = { id, problems }
  parentPort?.postMessage(answer)
})
