import type { Choice, InboundContent } from '../../schemas/content.ts'
import type { Owner, Profile } from '../../schemas/conversation.ts'
import type { Message } from '../../schemas/message.ts'
import type { Locale } from '../../schemas/text.ts'
import { errors } from '../errors.ts'
import type { Ids } from '../ids.ts'
import type { Store } from '../store/store.ts'
import type { CustomerTokens } from './customer.ts'
import type { EventFeed, Handlers } from './handler.ts'
import type { Metrics } from './metrics.ts'
import type { Origins } from './origins.ts'
import { resumeAfter } from './stream.ts'
import type { Tokens } from './tokens.ts'

/** What this room asks of `conversations/`. */
export interface ChatDoor {
  open(opening: { entry: string; channel: string; locale: Locale; visitorId: string; profile: Partial<Profile> }): Promise<{
    conversationId: string
    owner: Owner
    messages: Message[]
    suggestions: Choice[]
  }>
  receive(conversationId: string, inbound: { id: string; content: InboundContent }): Promise<{ seq: number; owner: Owner; messages: Message[]; duplicate: boolean }>
  events(conversationId: string, after: number): EventFeed
}

export interface ChatParts {
  door: ChatDoor
  store: Pick<Store, 'conversations' | 'flows'>
  tokens: Tokens
  customers: CustomerTokens
  origins: Origins
  metrics: Metrics
  ids: Ids
}

type ChatHandlers = Pick<Handlers, 'startConversation' | 'postMessage' | 'listMessages' | 'conversationEvents' | 'readEntry'>

const pageSize = 200

/** The public chat API. */
export function chatHandlers({ door, store, tokens, customers, origins, metrics, ids }: ChatParts): ChatHandlers {
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
      const opened = await door.open({
        entry: entry.id,
        channel: body.channel,
        locale: body.locale ?? 'zh-CN',
        visitorId,
        profile: customer ? { verified: true, customerId: customer.customerId } : {},
      })
      metrics.turn('opened')
      const token = await tokens.issue({ visitorId, conversationId: opened.conversationId, entry: entry.id })
      return { conversationId: opened.conversationId, visitorId, token, owner: opened.owner, messages: opened.messages, suggestions: opened.suggestions }
    },

    async postMessage({ parameters, body }) {
      const answered = await door.receive(parameters.id, body)
      metrics.turn(answered.duplicate ? 'duplicate' : 'answered')
      return answered
    },

    async listMessages({ parameters, query }) {
      const [messages, conversation] = await Promise.all([store.conversations.messagesAfter(parameters.id, query.after, pageSize), store.conversations.load(parameters.id)])
      if (!conversation) throw errors.notFound('conversation', parameters.id)
      return { messages, owner: conversation.owner }
    },

    conversationEvents: ({ parameters, query, header }) => door.events(parameters.id, resumeAfter(header('last-event-id'), query.after)),

    async readEntry({ parameters }) {
      const { id, look } = await entryOf(parameters.entry)
      return { id, shop: look.shop, colour: look.colour, letter: look.letter }
    },
  }
}
