import { z } from 'zod'
import { errors } from '../errors.ts'
import type { Bundles } from '../flows/bundle.ts'
import type { DraftEvent, Drafts } from '../flows/draft.ts'
import type { Publisher } from '../flows/publish.ts'
import type { TaughtFlows } from '../flows/taught.ts'
import type { VersionHead, Versions } from '../flows/versions.ts'
import type { FlowHead, Store } from '../store/store.ts'
import type { EventFeed, Handlers, StreamEvent } from './handler.ts'
import type { Note } from './note.ts'
import { resumeFrom } from './stream.ts'

export interface FlowParts {
  store: Pick<Store, 'flows' | 'conversations'>
  drafts: Drafts
  publisher: Publisher
  versions: Versions
  bundles: Bundles
  taught: TaughtFlows
  note: Note
}

type FlowHandlers = Pick<
  Handlers,
  | 'listFlows'
  | 'createFlow'
  | 'readDraft'
  | 'editDraft'
  | 'listEdits'
  | 'draftEvents'
  | 'checkDraft'
  | 'checkDocument'
  | 'publishFlow'
  | 'listVersions'
  | 'readVersion'
  | 'restoreVersion'
  | 'archiveFlow'
  | 'exportBundle'
  | 'importBundle'
>

/** Drafts, versions and bundles. */
export function flowHandlers({ store, drafts, publisher, versions, bundles, taught, note }: FlowParts): FlowHandlers {
  const described = async (heads: readonly FlowHead[]) => {
    const [open, behind] = await Promise.all([store.conversations.countOpen(), taught.behind(heads)])
    return heads.map((head) => ({
      id: head.id,
      name: head.name,
      revision: head.revision,
      live: head.live && { ...head.live, publishedAt: isoTime(head.live.publishedAt) },
      // every edit is one revision
      unpublished: head.revision - (head.live?.revision ?? 0),
      libraryChanged: behind.has(head.id),
      updatedAt: isoTime(head.updatedAt),
      archived: head.archived,
      open: open.get(head.id) ?? 0,
    }))
  }
  const headOf = async (head: FlowHead) => {
    const [one] = await described([head])
    if (!one) throw errors.notFound('flow', head.id)
    return one
  }

  return {
    listFlows: async () => ({ flows: await described(await store.flows.list()) }),

    async createFlow({ principal, body }) {
      const head = await drafts.create(body.name, principal, body.copyOf)
      await note(principal, 'flow-created', head.id, body.copyOf === undefined ? {} : { copyOf: body.copyOf })
      return headOf(head)
    },

    async readDraft({ parameters, reply }) {
      const { revision, flow, head } = await drafts.read(parameters.flow)
      reply('etag', `"${revision}"`)
      return { revision, flow, head: await headOf(head) }
    },

    editDraft: ({ parameters, principal, body }) => drafts.append(parameters.flow, body, principal),

    async listEdits({ parameters, query }) {
      await existing(store, parameters.flow)
      return { edits: await drafts.edits(parameters.flow, query.after) }
    },

    async draftEvents({ parameters, query, header }): Promise<EventFeed> {
      await existing(store, parameters.flow)
      const after = resumeFrom(header('last-event-id')) ?? query.after
      return (signal) => toEvents(drafts.events(parameters.flow, after, signal))
    },

    checkDraft: ({ parameters }) => publisher.check(parameters.flow),

    checkDocument: async ({ body }) => ({ problems: await publisher.checkDocument(body) }),

    publishFlow: ({ parameters, principal, body }) => publisher.publish(parameters.flow, body, principal),

    async listVersions({ parameters }) {
      return { versions: (await versions.list(parameters.flow)).map(versionOf) }
    },

    async readVersion({ parameters }) {
      const { version, flow } = await versions.read(parameters.flow, numberOf(parameters.number))
      return { version: versionOf(version), flow }
    },

    async restoreVersion({ parameters, principal }) {
      const number = numberOf(parameters.number)
      const revision = await versions.restore(parameters.flow, number, principal)
      await note(principal, 'version-restored', parameters.flow, { number, revision })
      return { revision }
    },

    async archiveFlow({ principal, parameters, body }) {
      if (!(await store.flows.archive(parameters.flow, body.archived))) throw errors.notFound('flow', parameters.flow)
      await note(principal, body.archived ? 'flow-archived' : 'flow-taken-back', parameters.flow)
      return headOf(await existing(store, parameters.flow))
    },

    exportBundle: ({ query }) => bundles.export(query.flow),

    importBundle: ({ query, body, principal }) => bundles.import(body, principal, query.dry),
  }
}

async function existing(store: Pick<Store, 'flows'>, flowId: string): Promise<FlowHead> {
  const head = await store.flows.head(flowId)
  if (!head) throw errors.notFound('flow', flowId)
  return head
}

function versionOf({ id, number, at, publishedBy, note, sha256, live }: VersionHead) {
  return { id, number, at: isoTime(at), publishedBy, sha256, live, ...(note === undefined ? {} : { note }) }
}

const versionNumber = z.coerce.number().int().min(1)

function numberOf(text: string): number {
  const parsed = versionNumber.safeParse(text)
  if (!parsed.success) throw errors.notFound('version', text)
  return parsed.data
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

async function* toEvents(events: AsyncIterable<DraftEvent>): AsyncGenerator<StreamEvent, void> {
  for await (const event of events) {
    if (event.kind === 'heartbeat') yield 'heartbeat'
    else if (event.kind === 'edit') yield { id: event.edit.revision, event: 'edit', data: event.edit }
    else yield { event: 'published', data: { number: event.number, revision: event.revision } }
  }
}
