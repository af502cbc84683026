import { z } from 'zod'
import { article } from '../article.ts'
import { bundle } from '../bundle.ts'
import { flow } from '../flow.ts'
import { intent } from '../intent.ts'
import { id } from '../name.ts'
import { edit, loggedEdit } from '../operation.ts'
import { problem } from '../problem.ts'
import { offer } from '../promotion.ts'
import { localizedText } from '../text.ts'
import { route } from './route.ts'

const readers = ['owner', 'operator', 'agent', 'analyst'] as const
const writers = ['owner', 'operator'] as const

const live = z.object({ number: z.int(), versionId: z.string(), publishedAt: z.iso.datetime(), revision: z.int() }).nullable()

export const flowHead = z
  .object({
    id,
    name: localizedText,
    revision: z.int(),
    live,
    /** Edits since the live version; 0 = the draft is what is live. */
    unpublished: z.int(),
    /** The library's intents are no longer those that the live version was taught. */
    libraryChanged: z.boolean(),
    updatedAt: z.iso.datetime(),
    archived: z.boolean(),
    /** Conversations under way on it. */
    open: z.int(),
  })
  .meta({ id: 'FlowHead' })

export const listFlows = route({
  method: 'GET',
  path: '/api/flows',
  access: readers,
  owner: 'shared',
  summary: 'All flows, newest change first.',
  reply: z.object({ flows: z.array(flowHead) }),
})

export const createFlow = route({
  method: 'POST',
  path: '/api/flows',
  access: writers,
  owner: 'shared',
  summary: 'Make a flow: a small working one, or a copy of another.',
  status: 201,
  body: z.object({ name: localizedText, copyOf: id.optional() }).strict(),
  reply: flowHead,
})

export const readDraft = route({
  method: 'GET',
  path: '/api/flows/{flow}/draft',
  access: readers,
  owner: 'shared',
  summary: 'The draft as it is now, with the revision it has.',
  reply: z.object({ revision: z.int(), flow, head: flowHead }),
})

export const editDraft = route({
  method: 'POST',
  path: '/api/flows/{flow}/draft/edits',
  access: writers,
  owner: 'shared',
  summary: 'Append an edit to the draft’s log; the reply holds all edits since its base, its own included.',
  maxBody: 2 * 1024 * 1024,
  body: edit,
  reply: z.object({ revision: z.int(), edits: z.array(loggedEdit) }),
})

export const listEdits = route({
  method: 'GET',
  path: '/api/flows/{flow}/draft/edits',
  access: readers,
  owner: 'shared',
  summary: 'Edits after a revision, oldest first, at most 500.',
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }).strict(),
  reply: z.object({ edits: z.array(loggedEdit) }),
})

export const draftEvents = route({
  method: 'GET',
  path: '/api/flows/{flow}/draft/events',
  access: readers,
  owner: 'shared',
  summary: 'Edits and publishes of this flow as they happen; `Last-Event-ID` is the last revision seen.',
  query: z.object({ after: z.coerce.number().int().min(0).optional() }).strict(),
  reply: 'stream',
})

export const checkDraft = route({
  method: 'POST',
  path: '/api/flows/{flow}/check',
  access: readers,
  owner: 'shared',
  summary: 'Every problem of the draft, found by the same check as in the editor.',
  reply: z.object({ revision: z.int(), problems: z.array(problem) }),
})

export const checkDocument = route({
  method: 'POST',
  path: '/api/check',
  access: readers,
  owner: 'none',
  summary: 'Every problem of a flow document, which is not stored.',
  maxBody: 2 * 1024 * 1024,
  body: z.unknown(),
  isDocument: true,
  reply: z.object({ problems: z.array(problem) }),
})

export const publishFlow = route({
  method: 'POST',
  path: '/api/flows/{flow}/publish',
  access: writers,
  owner: 'shared',
  summary: 'Make the draft live for new conversations, if it still has this revision and no errors.',
  body: z.object({ revision: z.int().min(0), note: z.string().max(500).optional() }).strict(),
  reply: z.object({ number: z.int(), versionId: z.string(), problems: z.array(problem) }),
})

const version = z
  .object({
    id: z.string(),
    number: z.int(),
    at: z.iso.datetime(),
    publishedBy: z.string(),
    note: z.string().optional(),
    sha256: z.string(),
    live: z.boolean(),
  })
  .meta({ id: 'FlowVersion' })

export const listVersions = route({
  method: 'GET',
  path: '/api/flows/{flow}/versions',
  access: readers,
  owner: 'shared',
  summary: 'Published versions, newest first.',
  reply: z.object({ versions: z.array(version) }),
})

export const readVersion = route({
  method: 'GET',
  path: '/api/flows/{flow}/versions/{number}',
  access: readers,
  owner: 'shared',
  summary: 'A published version with its document.',
  reply: z.object({ version, flow }),
})

export const restoreVersion = route({
  method: 'POST',
  path: '/api/flows/{flow}/versions/{number}/restore',
  access: writers,
  owner: 'shared',
  summary: 'Make the draft equal to a published version, as an edit that can be undone.',
  reply: z.object({ revision: z.int() }),
})

export const archiveFlow = route({
  method: 'PATCH',
  path: '/api/flows/{flow}',
  access: writers,
  owner: 'shared',
  summary: 'Put a flow away, or take it back; nothing is deleted.',
  body: z.object({ archived: z.boolean() }).strict(),
  reply: flowHead,
})

export const exportBundle = route({
  method: 'GET',
  path: '/api/export',
  access: writers,
  owner: 'shared',
  summary: 'Flows with all they need as one bundle; without `flow`, everything.',
  query: z.object({ flow: id.optional() }).strict(),
  reply: bundle,
})

export const importBundle = route({
  method: 'POST',
  path: '/api/import',
  access: writers,
  owner: 'shared',
  summary: 'Read a bundle into drafts; nothing goes live. `dry` only reports.',
  maxBody: 2 * 1024 * 1024,
  query: z.object({ dry: z.stringbool().default(false) }).strict(),
  body: z.unknown(),
  isDocument: true,
  reply: z.object({ flows: z.array(z.object({ id, change: z.enum(['new', 'changed', 'same']) })), problems: z.array(problem) }),
})

export const readLibrary = route({
  method: 'GET',
  path: '/api/library',
  access: readers,
  owner: 'shared',
  summary: 'Intents, articles and offers that nodes can use.',
  reply: z.object({ version: z.int(), intents: z.array(intent), articles: z.array(article), offers: z.array(offer) }),
})

export const putIntent = route({
  method: 'PUT',
  path: '/api/intents/{id}',
  access: writers,
  owner: 'shared',
  summary: 'Add or change an intent of the shared library.',
  maxBody: 2 * 1024 * 1024,
  body: intent,
  reply: intent,
})

const entry = z
  .object({
    id,
    flowId: id,
    name: z.string().max(100),
    look: z.object({ shop: z.string().max(60), colour: z.string().regex(/^#[0-9a-fA-F]{6}$/), letter: z.string().max(2) }).strict(),
    origins: z.array(z.url().max(200)).max(50),
  })
  .strict()
  .meta({ id: 'Entry' })

export const listEntries = route({
  method: 'GET',
  path: '/api/entries',
  access: readers,
  owner: 'shared',
  summary: 'Which flow serves which place.',
  reply: z.object({ entries: z.array(entry) }),
})

export const putEntry = route({
  method: 'PUT',
  path: '/api/entries/{id}',
  access: ['owner'],
  owner: 'shared',
  summary: 'Point a place at a flow, set its look and the sites that may embed it.',
  body: entry,
  reply: entry,
})
