import type { Flow } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import { errors } from '../errors.ts'
import type { FlowVersion } from '../store/store.ts'
import { sha256 } from './canonical.ts'
import type { Author } from './draft.ts'
import type { PublisherOptions } from './publish.ts'
import { namedBy, surroundingsOf } from './surroundings.ts'
import type { TaughtFlows } from './taught.ts'

type Name = Flow['name']

export interface Republished {
  flows: { flow: string; name: Name; number: number }[]
  /** Flows that stay as they are, because they name intents that the library no longer has. */
  held: { flow: string; name: Name; problems: Problem[] }[]
}

interface Coming {
  flow: Flow
  expectedLive: number
  version: Omit<FlowVersion, 'number'>
}

const mostTries = 5

/**
 * Brings the intents of the library live: every live flow that was taught others gets a version with the same document.
 * Recognisers are taught first; then all flows go live in one transaction. Drafts and open conversations stay as they are.
 * @throws AppError `conflict` when flows keep being published meanwhile
 */
export function createRepublisher(options: PublisherOptions & { taught: TaughtFlows }): (author: Author) => Promise<Republished> {
  const { store, drafts, programs, checker, clock, ids, teach, taught } = options

  async function plan(author: Author): Promise<{ coming: Coming[]; held: Republished['held'] }> {
    const heads = await store.flows.list()
    const behind = await taught.behind(heads)
    const library = await store.library.intents()
    const coming: Coming[] = []
    const held: Republished['held'] = []
    for (const { id: flowId, live } of heads) {
      const before = live && behind.has(flowId) ? await store.flows.version(live.versionId) : null
      if (!live || !before) continue
      // checked before it was published, and no version ever changes
      const flow = JSON.parse(before.bytes) as Flow
      const named = new Set(namedBy(flow, 'intent'))
      const problems = library.filter(({ id }) => named.has(id)).length < named.size ? await unknownIntents(flow) : []
      if (problems.length > 0) held.push({ flow: flowId, name: flow.name, problems })
      else
        coming.push({
          flow,
          expectedLive: live.number,
          version: {
            id: ids.row(),
            flowId,
            bytes: before.bytes,
            sha256: sha256(before.bytes),
            revision: before.revision,
            intents: library,
            publishedBy: author.name,
            at: clock.now(),
          },
        })
    }
    return { coming, held }
  }

  async function unknownIntents(flow: Flow): Promise<Problem[]> {
    const problems = await checker.check(flow, await (await surroundingsOf(store, [flow]))(flow))
    return problems.filter((problem) => problem.code === 'intent-unknown')
  }

  async function announce(coming: readonly Coming[], numbers: readonly number[], author: Author): Promise<Republished['flows']> {
    programs.published()
    const flows: Republished['flows'] = []
    for (const [index, { flow, version }] of coming.entries()) {
      const number = numbers[index] as number
      drafts.published(flow.id)
      const detail = { number, revision: version.revision, versionId: version.id, sha256: version.sha256, intents: version.intents.length }
      await store.audit.add({ at: version.at, actor: author.id, action: 'flow-published', target: flow.id, detail })
      flows.push({ flow: flow.id, name: flow.name, number })
    }
    return flows
  }

  return async (author) => {
    for (let tries = 0; tries < mostTries; tries++) {
      const { coming, held } = await plan(author)
      if (coming.length === 0) return { flows: [], held }
      // the next visitor must not wait for training, nor be misunderstood for want of it
      const lists = await programs.intentsWith(coming.map(({ flow, version }) => ({ flow, intents: version.intents })))
      for (const intents of lists) await teach?.(intents)
      const numbers = await store.flows.republish(coming)
      // somebody published one of them meanwhile: look again
      if (numbers !== 'stale') return { flows: await announce(coming, numbers, author), held }
    }
    throw errors.conflict('Flows are being published by somebody else right now; try again.')
  }
}
