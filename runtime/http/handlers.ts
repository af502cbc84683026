import type { createRehearsal } from '../conversations/rehearse.ts'
import { type ChatParts, chatHandlers } from './chat.ts'
import { type FlowParts, flowHandlers } from './flows.ts'
import type { Handlers } from './handler.ts'
import { type IntentParts, intentHandlers } from './intents.ts'
import { type KnowledgeParts, knowledgeHandlers } from './knowledge.ts'
import { type LibraryParts, libraryHandlers } from './library.ts'
import { type OriginalParts, originalHandlers } from './originals.ts'
import { type PeopleParts, peopleHandlers } from './people.ts'
import { previewHandlers } from './preview.ts'
import { type ProviderParts, providerHandlers } from './provider.ts'
import { type ReviewParts, reviewHandlers } from './reviews.ts'
import { type SystemParts, systemHandlers } from './system.ts'
import { type UploadParts, uploadHandlers } from './uploads.ts'

export interface HandlerParts
  extends ChatParts,
    FlowParts,
    IntentParts,
    KnowledgeParts,
    LibraryParts,
    OriginalParts,
    PeopleParts,
    ProviderParts,
    ReviewParts,
    SystemParts,
    UploadParts {
  rehearsal: ReturnType<typeof createRehearsal>
  // of all that a part needs of the store, the whole
  store: ChatParts['store'] &
    OriginalParts['store'] &
    FlowParts['store'] &
    IntentParts['store'] &
    KnowledgeParts['store'] &
    LibraryParts['store'] &
    ReviewParts['store'] &
    PeopleParts['store'] &
    SystemParts['store']
}

/** The handler of every route; a route of the table that has none here does not compile. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...chatHandlers(parts),
    ...flowHandlers(parts),
    ...intentHandlers(parts),
    ...knowledgeHandlers(parts),
    ...libraryHandlers(parts),
    ...originalHandlers(parts),
    ...peopleHandlers(parts),
    ...previewHandlers(parts.rehearsal),
    ...providerHandlers(parts),
    ...reviewHandlers(parts),
    ...systemHandlers(parts),
    ...uploadHandlers(parts),
  }
}
