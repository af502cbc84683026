import type { call } from '../../call.ts'

export type FlowHead = Awaited<ReturnType<typeof call<'listFlows'>>>['flows'][number]

export const filters = ['all', 'draft', 'live', 'never', 'archived'] as const
export type FlowFilter = (typeof filters)[number]

const shows: { [filter in FlowFilter]: (flow: FlowHead) => boolean } = {
  all: (flow) => !flow.archived,
  draft: (flow) => !flow.archived && flow.live !== null && flow.unpublished > 0,
  live: (flow) => !flow.archived && flow.live !== null,
  never: (flow) => !flow.archived && flow.live === null,
  archived: (flow) => flow.archived,
}

export function flowsIn(flows: readonly FlowHead[], filter: FlowFilter): FlowHead[] {
  return flows.filter(shows[filter])
}
