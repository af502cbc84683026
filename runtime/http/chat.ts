import type { Choice } from '../../schemas/content.ts'
import { profile } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'
import type { Conversations } from '../conversations/create.ts'
import type { StreamEvent as ConversationEvent } from '../conversations/deliver.ts'
import { errors } from '../errors.ts'
import type { Ids } from '../ids.ts'
import type { Store } from '../store/store.ts'
import type { Uploads } from '../uploads/uploads.ts'
import type { CustomerTokens } from './customer.ts'
import type { EventFeed, Handlers, StreamEvent } from './handler.ts'
import type { Metrics } from './metrics.ts'
import type { Origins } from './origins.ts'
import { resumeFrom } from './stream.ts'
import type { Tokens } from './tokens.ts'

export interface ChatParts {
  conversations: Pick<Conversations, 'open' | 'receive' | 'deliver'>
  store: Pick<Store, 'conversations' | 'flows'>
  tokens: Tokens
  customers: CustomerTokens
  origins: Origins
  metrics: Metrics
  uploads: Uploads
  ids: Ids
}

type ChatHandlers = Pick<Handlers, 'startConversation' | 'postMessage' | 'listMessages' | 'conversationEvents' | 'readEntry'>

const pageSize = 200

/** The public chat API. */
export function chatHandlers({ conversations, store, tokens, customers, origins, metrics, uploads, ids }: ChatParts): ChatHandlers {
  const entryOf = async (id: string) => {
    const entry = await store.flows.entry(id)
    if (!entry) throw errors.notFound('entry', id)
    return entry
  }

  /** The visitor of an earlier conversation of the same browser, if its token still holds; never by a bare id. */
  const returning = async (token: string | undefined): Promise<string | null> => {
    if (token === undefined) return null
    try {
      return (await tokens.visitor(token)).visitorId
    } catch {
      return null
    }
  }

  return {
    async startConversation({ body, header }) {
      const entry = await entryOf(body.entry)
      origins.assertEntry(entry, header('origin'), header('host'))
      const customer = body.visitor?.customerToken === undefined ? null : await customers.take(body.visitor.customerToken)
      const visitorId = customer?.visitorId ?? (await returning(body.visitor?.token)) ?? ids.secret()
      const { conversation, messages } = await conversations.open({
        entry: entry.id,
        flow: entry.flowId,
        channel: body.channel,
        locale: body.locale ?? 'zh-CN',
        visitorId,
        profile: profile.parse(customer ? { verified: true, customerId: customer.customerId } : {}),
      })
      metrics.turn('opened')
      const token = await tokens.issue({ visitorId, conversationId: conversation.id, entry: entry.id })
      return {
        conversationId: conversation.id,
        visitorId,
        token,
        owner: conversation.owner,
        messages,
        suggestions: suggestionsOf(messages),
      }
    },

    async postMessage({ parameters, body }) {
      const answered = await conversations.receive(parameters.id, { kind: 'said', clientId: body.id, content: body.content })
      metrics.turn(answered.duplicate ? 'duplicate' : 'answered')
      return answered
    },

    async listMessages({ parameters, query }) {
      const [conversation, messages] = await Promise.all([
        store.conversations.load(parameters.id),
        store.conversations.messagesAfter(parameters.id, query.after, pageSize),
      ])
      if (!conversation) throw errors.notFound('conversation', parameters.id)
      return { messages, owner: conversation.owner }
    },

    async conversationEvents({ parameters, query, header }): Promise<EventFeed> {
      if (!(await store.conversations.load(parameters.id))) throw errors.notFound('conversation', parameters.id)
      const after = resumeFrom(header('last-event-id')) ?? query.after ?? 0
      return (signal) => toEvents(conversations.deliver.stream(parameters.id, after, signal))
    },

    async readEntry({ parameters }) {
      const { id, look } = await entryOf(parameters.entry)
      return { id, shop: look.shop, colour: look.colour, letter: look.letter, uploads: uploads.isOpen }
    },
  }
}

/** What a new visitor may tap first: the choices of the last greeting that has some. */
function suggestionsOf(messages: readonly Message[]): Choice[] {
  const content = messages.at(-1)?.content
  return content && 'choices' in content ? (content.choices ?? []) : []
}

async function* toEvents(stream: AsyncIterable<ConversationEvent>): AsyncGenerator<StreamEvent, void> {
  for await (const event of stream) {
    if (event.kind === 'heartbeat') yield 'heartbeat'
    else if (event.kind === 'message') yield { id: event.message.seq, event: 'message', data: event.message }
    else if (event.kind === 'owner') yield { event: 'owner', data: { owner: event.owner } }
    else yield { event: 'typing', data: { typing: event.typing, ...(event.words ? { words: event.words } : {}) } }
  }
}
