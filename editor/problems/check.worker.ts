import { check } from '../../nodes/check.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'

/** A flow and what stands around it; sets travel as lists. An absent list is not checked against. */
export interface CheckQuestion {
  id: number
  flow: Flow
  flows?: Flow[]
  published?: string[]
  intents?: string[]
  articles?: string[]
  offers?: string[]
}

export interface CheckAnswer {
  id: number
  problems: Problem[]
}

// checking a large flow takes longer than a frame, so it happens beside the page
self.addEventListener('message', (event: MessageEvent<CheckQuestion>) => {
  const { id, flow, flows, published, intents, articles, offers } = event.data
  const problems = check(flow, {
    ...(flows ? { flows: new Map(flows.map((each) => [each.id, each])) } : {}),
    ...(published ? { published: new Set(published) } : {}),
    ...(intents ? { intents: new Set(intents) } : {}),
    ...(articles ? { articles: new Set(articles) } : {}),
    ...(offers ? { offers: new Set(offers) } : {}),
  })
  const answer: CheckAnswer = { id, problems }
  self.postMessage(answer)
})
