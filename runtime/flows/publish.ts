import type { Flow } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Problem } from '../../schemas/problem.ts'
import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import type { Ids } from '../ids.ts'
import type { Store } from '../store/store.ts'
import { canonicalJson, sha256 } from './canonical.ts'
import type { Checker } from './check.ts'
import type { Author, Drafts } from './draft.ts'
import type { Programs } from './programs.ts'
import { namedBy, surroundings, surroundingsOf } from './surroundings.ts'

export interface Publisher {
  /** Every problem of the draft as it is now. @throws AppError `not-found` */
  check(flowId: string): Promise<{ revision: number; problems: Problem[] }>
  /** Every problem of a document that is not stored; text is read from its bytes, with the scanner's own problems. */
  checkDocument(document: unknown): Promise<Problem[]>
  /**
   * Makes the draft live for new conversations; open ones keep their version. One transaction.
   * @throws AppError `not-found`; `conflict` when the draft or the live version moved on; `invalid` with all problems when one is an error
   */
  publish(flowId: string, wanted: Wanted, author: Author): Promise<{ number: number; versionId: string; problems: Problem[] }>
}

export interface Wanted {
  /** The draft's revision that was looked at. */
  revision: number
  note?: string | undefined
  /** True to go live before the recogniser is taught; the first visitor may then wait for it. */
  hurry?: boolean
}

export interface PublisherOptions {
  store: Pick<Store, 'flows' | 'library' | 'audit'>
  drafts: Drafts
  programs: Programs
  checker: Checker
  clock: Clock
  ids: Ids
  /** Makes sure that a recogniser taught by these intents is at hand, off the thread that answers visitors. */
  teach?: (intents: readonly Intent[]) => Promise<unknown>
}

export function createPublisher({ store, drafts, programs, checker, clock, ids, teach }: PublisherOptions): Publisher {
  const problemsOf = async (flow: Flow): Promise<Problem[]> => checker.check(flow, await (await surroundingsOf(store, [flow]))(flow))

  async function publish(flowId: string, wanted: Wanted, author: Author) {
    const { revision, flow, head } = await drafts.read(flowId)
    if (revision !== wanted.revision) throw moved(revision)
    const problems = await problemsOf(flow)
    if (problems.some((each) => each.severity === 'error')) throw errors.invalid('The flow has errors and was not published.', problems)
    const bytes = canonicalJson(flow)
    const at = clock.now()
    const version = {
      id: ids.row(),
      flowId,
      bytes,
      sha256: sha256(bytes),
      revision,
      intents: await intentsOf(flow),
      publishedBy: author.name,
      at,
      ...(wanted.note === undefined ? {} : { note: wanted.note }),
    }
    const taught = teach ? teachAll(teach, await programs.intentsWith([{ flow, intents: version.intents }])) : undefined
    // the next visitor must not wait for training, nor be misunderstood for want of it
    if (wanted.hurry) taught?.catch(() => {})
    else await taught
    const result = await store.flows.publish(version, head.live?.number ?? null)
    if (result.kind === 'stale') throw moved((await drafts.read(flowId)).revision)
    programs.published()
    drafts.published(flowId)
    const { number } = result
    await store.audit.add({
      at,
      actor: author.id,
      action: 'flow-published',
      target: flowId,
      detail: { number, revision, versionId: version.id, sha256: version.sha256 },
    })
    return { number, versionId: version.id, problems }
  }

  /**
   * Recognition belongs to the version: later changes of the library reach it with the next publish. A flow that names
   * any intent is taught all of them, since what it does not listen for is what others must be told apart from.
   */
  async function intentsOf(flow: Flow) {
    return namedBy(flow, 'intent').length > 0 ? store.library.intents() : []
  }

  return {
    async check(flowId) {
      const { revision, flow } = await drafts.read(flowId)
      return { revision, problems: await problemsOf(flow) }
    },
    checkDocument: async (document) => checker.check(document, await surroundings(store)),
    publish,
  }
}

async function teachAll(teach: (intents: readonly Intent[]) => Promise<unknown>, lists: readonly Intent[][]): Promise<void> {
  for (const intents of lists) await teach(intents)
}

function moved(revision: number) {
  return errors.conflict('The flow changed since you looked at it; look again before publishing.', { revision })
}
