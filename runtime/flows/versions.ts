import type { Flow } from '../../schemas/flow.ts'
import { diffFlows } from '../../schemas/operation-diff.ts'
import { errors } from '../errors.ts'
import type { FlowVersion, Store } from '../store/store.ts'
import type { Author, Drafts } from './draft.ts'

/** A version as it is listed. */
export type VersionHead = Omit<FlowVersion, 'bytes' | 'intents'> & { live: boolean }

export interface Versions {
  /** Newest first. @throws AppError `not-found` */
  list(flowId: string): Promise<VersionHead[]>
  read(flowId: string, number: number): Promise<{ version: VersionHead; flow: Flow }>
  /** Makes the draft equal to the version, as edits that can be undone. @returns the revision it has then */
  restore(flowId: string, number: number, author: Author): Promise<number>
}

export function createVersions(options: { store: Pick<Store, 'flows'>; drafts: Drafts }): Versions {
  const { drafts } = options
  const { flows } = options.store

  async function list(flowId: string): Promise<VersionHead[]> {
    const head = await flows.head(flowId)
    if (!head) throw errors.notFound('flow', flowId)
    return (await flows.versions(flowId)).map((version) => ({ ...version, live: version.id === head.live?.versionId }))
  }

  async function read(flowId: string, number: number): Promise<{ version: VersionHead; flow: Flow }> {
    const version = (await list(flowId)).find((each) => each.number === number)
    const whole = version && (await flows.version(version.id))
    if (!version || !whole) throw errors.notFound('version', `${flowId} ${number}`)
    // checked before it was published, and no version ever changes
    return { version, flow: JSON.parse(whole.bytes) as Flow }
  }

  async function restore(flowId: string, number: number, author: Author): Promise<number> {
    const { flow } = await read(flowId, number)
    const draft = await drafts.read(flowId)
    return drafts.appendOperations(flowId, draft.revision, diffFlows(draft.flow, flow), author)
  }

  return { list, read, restore }
}
