import type { JobRequest, KnowledgePort, Measure, PromotionPort, QueuePort, ShopPort, WriterPort } from '../../nodes/turn.ts'
import type { InboundContent, OutboundContent } from '../../schemas/content.ts'
import type { ConversationState, Owner, Profile, Recall } from '../../schemas/conversation.ts'
import type { Perception } from '../../schemas/perception.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Program } from './compile.ts'

/** What a turn reacts to. */
export type TurnEvent =
  | { kind: 'opened' }
  | { kind: 'said'; content: InboundContent }
  /** A wait was silent for its time; ignored unless `token` is still the open wait's. */
  | { kind: 'silent'; token: string }
  /** People gave the conversation back. */
  | { kind: 'handed-back' }

/** Everything a turn is a function of, besides what the services answer. */
export interface TurnInput {
  /** Programs of all pinned flows, by flow id. */
  programs: ReadonlyMap<string, Program>
  conversation: {
    id: string
    /** Flow that the entry points to: the bottom frame. */
    flow: string
    channel: string
    locale: Locale
    profile: Profile
    owner: Owner
  }
  state: ConversationState
  event: TurnEvent
  /** Seq of the inbound message, or of the last message for other events: part of idempotency keys. */
  seq: number
  now: number
  /** Minutes that the shop's clock is ahead of UTC; default 480, China. */
  zoneMinutes?: number
  /** Seed of `turn.random()`. */
  seed: number
}

/** What a message is read against: everything that perception may know beside the words. */
export interface PerceiveContext {
  locale: Locale
  intents: readonly string[]
  /** Milliseconds since the epoch: what 昨天 counts from. */
  now: number
  zoneMinutes: number
  /** What the conversation remembers of what was shown and said. */
  recall: Recall
  /** The words are those of a button. */
  tapped: boolean
}

/** The outside as the engine sees it. Whoever supplies them journals and limits them; the engine knows nothing of that. */
export interface TurnServices {
  perceive(text: string, context: PerceiveContext): Perception
  knowledge: KnowledgePort
  shop: ShopPort
  promotions: PromotionPort
  queue: QueuePort
  writer?: WriterPort
  /** Told before each behaviour: what the visitor may be shown while its outside calls are slow; null = nothing of its own. */
  interim?(words: string | null): void
  /** Told which language the visitor is answered in, if it is not that in which the conversation began. */
  speaking?(locale: Locale): void
}

/** One step of the path a turn took, for the trace, the path highlight and insights. */
export interface TraceStep {
  flow: string
  node: string
  /** Outlet it left by; absent when it waited, handed over, called or ended. */
  outlet?: string
  did: 'entered' | 'resumed' | 'fired' | 'reminded' | 'corrected' | 'inspected'
  /** Why it left by `error` or was held back, in words for the log; never shown to visitors. */
  note?: string
}

export interface TurnResult {
  state: ConversationState
  owner: Owner
  /** In order; `node` is `flow/node`, absent for what the product itself says; `article` is the one that it answers from. */
  messages: { content: OutboundContent; node?: string; article?: string }[]
  jobs: JobRequest[]
  measures: Measure[]
  trace: TraceStep[]
  perception: Perception | null
  handoff?: { group: string; priority: 'normal' | 'high' | 'urgent'; reason: string }
  /** The question that is open now asks for this, and not for words. */
  wants?: 'photo' | 'voice'
}
