import { type Flow, flow as flowSchema } from '../../schemas/flow.ts'
import { applyOperations, type Edit, type LoggedEdit, type Operation } from '../../schemas/operation.ts'
import { isSame } from '../../schemas/operation-diff.ts'
import { newProblem } from '../../schemas/problem-codes.ts'
import { maxDocumentBytes, scanJson, schemaProblems } from '../../schemas/read.ts'
import { type LocalizedText, textIn } from '../../schemas/text.ts'
import type { Alarm, Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import { createHub, follow } from '../feed.ts'
import type { Ids } from '../ids.ts'
import type { FlowHead, Store } from '../store/store.ts'
import starter from './starter.json' with { type: 'json' }

export interface Author {
  id: string
  name: string
}

/** What a stream of a draft carries; an edit's event id is its revision. */
export type DraftEvent =
  | { kind: 'edit'; edit: LoggedEdit }
  | { kind: 'published'; number: number; revision: number }
  | { kind: 'heartbeat' }

export interface Drafts {
  /** A small working flow, or a copy of another's draft. @throws AppError `not-found` for the flow to copy. */
  create(name: LocalizedText, author: Author, copyOf?: string): Promise<FlowHead>
  /** Stores a whole document as a new draft; false when the id is taken. */
  createFrom(flow: Flow, author: Author): Promise<boolean>
  /** @throws AppError `not-found` */
  read(flowId: string): Promise<{ revision: number; flow: Flow; head: FlowHead }>
  /**
   * Appends an edit to the log. A repeat of its id has no effect.
   * @returns all edits after its base, its own among them
   * @throws AppError `invalid` (422) with problems when the document would not hold together afterwards
   */
  append(flowId: string, edit: Edit, author: Author): Promise<{ revision: number; edits: LoggedEdit[] }>
  /** Appends operations that the server itself made, in as many edits as they need. */
  appendOperations(flowId: string, base: number, operations: readonly Operation[], author: Author): Promise<number>
  /** Edits after a revision, oldest first, at most 500. */
  edits(flowId: string, after: number): Promise<LoggedEdit[]>
  /** Edits after a revision and all that come, from the table; without `after`, only what comes. */
  events(flowId: string, after: number | undefined, signal: AbortSignal): AsyncGenerator<DraftEvent, void>
  /** To be called when a flow was published. */
  published(flowId: string): void
  /** Who edited since the live version, with how many edits each: whose work a publish makes live. */
  authorsSinceLive(flowId: string): Promise<(Author & { edits: number })[]>
}

const page = 500
const mostOperations = 5_000
const heartbeat = 15_000

export function createDrafts(options: { store: Pick<Store, 'flows'>; clock: Clock; ids: Ids; alarm: Alarm }): Drafts {
  const { clock, ids, alarm } = options
  const { flows } = options.store
  const hub = createHub<never>()

  async function headOf(flowId: string): Promise<FlowHead> {
    const head = await flows.head(flowId)
    if (!head) throw errors.notFound('flow', flowId)
    return head
  }

  async function create(name: LocalizedText, author: Author, copyOf?: string): Promise<FlowHead> {
    const model = copyOf === undefined ? flowSchema.parse(starter) : (await read(copyOf)).flow
    for (const id of idsFor(name, ids)) {
      if (await createFrom({ ...model, id, name }, author)) return headOf(id)
    }
    throw errors.conflict('No free id was found for this name.')
  }

  async function createFrom(flow: Flow, author: Author): Promise<boolean> {
    return flows.create(checkedEnvelope(flow), author, clock.now())
  }

  async function read(flowId: string) {
    const [draft, head] = await Promise.all([flows.draft(flowId), headOf(flowId)])
    if (!draft) throw errors.notFound('flow', flowId)
    return { ...draft, head }
  }

  async function append(flowId: string, edit: Edit, author: Author): Promise<{ revision: number; edits: LoggedEdit[] }> {
    const operations = JSON.stringify(edit.operations)
    const refused = scanJson(operations)
    if (refused) throw errors.invalid('The edit cannot be read.', [refused])
    const logged = { ...edit, author: author.id, authorName: author.name, at: new Date(clock.now()).toISOString() }
    const result = await flows.append(flowId, logged, (current) => checkedEnvelope(applyOperations(current, edit.operations), current))
    if (!result) throw errors.notFound('flow', flowId)
    hub.changed(flowId)
    const edits = await all(flowId, edit.base)
    return { revision: Math.max(result.revision, edits.at(-1)?.revision ?? 0), edits }
  }

  async function all(flowId: string, after: number): Promise<LoggedEdit[]> {
    const edits: LoggedEdit[] = []
    for (;;) {
      const more = await flows.editsAfter(flowId, edits.at(-1)?.revision ?? after, page)
      edits.push(...more)
      if (more.length < page) return edits
    }
  }

  async function appendOperations(flowId: string, base: number, operations: readonly Operation[], author: Author): Promise<number> {
    let revision = base
    for (let from = 0; from < operations.length; from += mostOperations) {
      const part = operations.slice(from, from + mostOperations)
      revision = (await append(flowId, { id: ids.row(), base: revision, operations: part }, author)).revision
    }
    return revision
  }

  async function* events(flowId: string, after: number | undefined, signal: AbortSignal): AsyncGenerator<DraftEvent, void> {
    const first = await headOf(flowId)
    let revision = after ?? first.revision
    let live = first.live?.number ?? 0
    const unread = async (): Promise<DraftEvent[]> => {
      const [edits, head] = await Promise.all([flows.editsAfter(flowId, revision, page), headOf(flowId)])
      const found: DraftEvent[] = edits.map((edit) => ({ kind: 'edit', edit }))
      revision = edits.at(-1)?.revision ?? revision
      if (head.live && head.live.number > live) {
        live = head.live.number
        found.push({ kind: 'published', number: live, revision: head.live.revision })
      }
      return found
    }
    for await (const event of follow({ hub, key: flowId, signal, alarm, heartbeat, read: unread })) {
      if (event === 'heartbeat') yield { kind: 'heartbeat' }
      else if ('kind' in event) yield event
    }
  }

  async function authorsSinceLive(flowId: string): Promise<(Author & { edits: number })[]> {
    const head = await headOf(flowId)
    const authors = new Map<string, Author & { edits: number }>()
    for (const edit of await all(flowId, head.live?.revision ?? 0)) {
      const known = authors.get(edit.author)
      authors.set(edit.author, { id: edit.author, name: edit.authorName, edits: (known?.edits ?? 0) + 1 })
    }
    return [...authors.values()]
  }

  return {
    create,
    createFrom,
    read,
    append,
    appendOperations,
    edits: (flowId, after) => flows.editsAfter(flowId, after, page),
    events,
    published: (flowId) => hub.changed(flowId),
    authorsSinceLive,
  }
}

/**
 * The document, if it holds together: every list within its limits, every name a name. What stands in a node's data
 * is the operator's work in progress and may be wrong until it is published.
 */
function checkedEnvelope(flow: Flow, before?: Flow): Flow {
  if (before !== undefined && flow === before) return flow
  const parsed = flowSchema.safeParse(flow)
  if (!parsed.success) throw errors.invalid('The flow would not hold together after this edit.', schemaProblems(parsed.error.issues, []))
  if (before !== undefined && isSame(before, flow)) return flow
  const bytes = Buffer.byteLength(JSON.stringify(parsed.data))
  if (bytes > maxDocumentBytes) {
    throw errors.invalid('The flow would be too large after this edit.', [
      newProblem('document-too-large', [], { limit: maxDocumentBytes }),
    ])
  }
  return parsed.data
}

/** Ids to try for a new flow: readable ones first. */
function* idsFor(name: LocalizedText, ids: Ids): Generator<string> {
  const readable = textIn(name, 'en')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
  if (/^[a-z0-9]/.test(readable)) {
    yield readable
    for (let number = 2; number < 10; number++) yield `${readable}-${number}`
  }
  yield `flow-${ids.row()}`
}
