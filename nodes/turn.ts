import type { KnowledgeAnswer } from '../schemas/article.ts'
import type { Condition } from '../schemas/condition.ts'
import type { Choice, InboundContent, OutboundContent } from '../schemas/content.ts'
import type { Memory, Mention, Profile, Recall, SlotValue } from '../schemas/conversation.ts'
import type { Perception } from '../schemas/perception.ts'
import type { ProductAnswer } from '../schemas/product-answer.ts'
import type { Coupon } from '../schemas/promotion.ts'
import type { Order, Parcel, Product } from '../schemas/shop.ts'
import type { Locale, LocalizedText } from '../schemas/text.ts'

/** An answer from outside: there, not there, or the other side failed (after its timeout and retries). */
export type Answer<T> = { ok: true; value: T } | { ok: false; why: 'not-found' | 'refused' | 'unavailable' }

/** The shop as a behaviour sees it. Every call is journalled, has a deadline and may fail. */
export interface ShopPort {
  order(orderId: string): Promise<Answer<Order>>
  /** Newest first. */
  recentOrders(limit: number): Promise<Answer<Order[]>>
  parcel(orderId: string): Promise<Answer<Parcel>>
  products(query: string, limit: number): Promise<Answer<Product[]>>
}

export interface KnowledgePort {
  /** In memory and quick, as all of these. */
  ask(question: string, options: KnowledgeOptions): KnowledgeAnswer
  /**
   * What product sheets say to a question. `focus`: id of the product that is talked about; `among`: products that the shop
   * told of and the library lacks.
   */
  sheet(question: string, options: { locale: Locale; focus?: string; among?: Product[] }): ProductAnswer
  /** Products of the library by id; those that it lacks are left out. */
  products(ids: readonly string[]): Product[]
}

export interface KnowledgeOptions {
  locale: Locale
  /** Only articles that carry one of these. */
  tags?: string[]
  /** Group of visitors that the answer is for: what was remembered for one is given to no other. */
  segment?: string
  /** The question holds something of this visitor alone: it is not remembered. */
  personal?: boolean
}

export interface PromotionPort {
  /** Claims the first of the offers that this visitor may have; `why` tells why none. */
  claimFirst(offerIds: string[], key: string): Promise<{ coupon: Coupon } | { why: 'none-eligible' | 'used-up' | 'unavailable' }>
}

/** The optional model provider as a behaviour sees it. */
export interface WriterPort {
  /** The answer worded to the question, its source named, saying nothing that the answer does not; null = say it as it stands. */
  rephrase(asked: { question: string; answer: string; source: string; locale: Locale }): Promise<string | null>
}

export interface QueuePort {
  /** People before this visitor, and whether anyone is on duty. */
  look(group: string): Promise<{ ahead: number; open: boolean }>
}

/** Values a text may name besides slots: `{ queue: { ahead: 2 } }` for `{{ queue.ahead }}`. */
export type Blanks = Readonly<Record<string, SlotValue | Readonly<Record<string, SlotValue>>>>

/** Work to do after the turn is on disk; the key makes repeats harmless. */
export interface JobRequest {
  kind: string
  key: string
  /** Milliseconds since the epoch. */
  due: number
  payload: Record<string, unknown>
}

/** Something worth counting: noun-verb in the past, e.g. `offer-shown`. */
export interface Measure {
  name: string
  node?: string
  value?: number
  detail?: Record<string, string | number | boolean>
}

/** Anger, worry and urgency: of this message, or of the ones before if that was stronger. All 0–1 but for the two counts. */
export interface TurnMood {
  readonly anger: number
  readonly anxiety: number
  readonly urgency: number
  /** Unhappy ones of the last three messages. */
  readonly negative: number
  readonly complaint: number
  /** How often this question was asked by now; 0 for what is no question. */
  readonly repeated: number
}

/** All that a behaviour sees and may do. It is replayable: time, chance and the outside come in through it. */
export interface Turn {
  /** Milliseconds since the epoch; the same throughout a turn. */
  readonly now: number
  readonly locale: Locale
  readonly conversation: { readonly id: string; readonly channel: string; readonly turns: number }
  readonly profile: Readonly<Profile>
  readonly slots: Readonly<Record<string, SlotValue>>
  /** The message of this turn; null when the turn began otherwise (opening, silence). */
  readonly message: { readonly content: InboundContent; readonly perception: Perception | null } | null
  /** True until a node has answered to the message of this turn; `takeMessage` claims it. */
  readonly unanswered: boolean
  /** Null when another node has answered it, or when this node had it already in this turn. */
  takeMessage(): { content: InboundContent; perception: Perception | null } | null
  /** Lets the next node try the message: this one could not answer it. */
  giveBack(): void
  /**
   * Values of this type that nobody has taken: those of this turn's message first, then what was said in passing since this
   * flow began. So that nothing said is asked again and "M to L" fills two slots, yet a loop cannot live on one message.
   * @param since `message` leaves out what was said before this turn
   */
  mentions(type: string, since?: 'message'): readonly Mention[]
  /** Takes a value, so that no other question is answered with it. */
  take(mention: Mention): void
  /** Which of two values of one kind this node asks for, when the flow asks for both. */
  readonly role: 'from' | 'to' | undefined
  /** What was shown and asked lately. */
  readonly recall: Readonly<Recall>
  /** How the visitor feels, this message included. */
  readonly mood: TurnMood
  /** True while the flow runs again to the open question after a correction: answers given before are kept. */
  readonly isKept: boolean
  /** Minutes that the shop's clock is ahead of UTC. */
  readonly zoneMinutes: number
  /** How often this node was entered in this conversation, from 1: selects a wording. */
  readonly visit: number
  /** What this node remembered at its last wait; {} on first entry. */
  readonly memory: Readonly<Memory>
  /** Unique for conversation, seq, node and visit: the idempotency key of whatever this node does outside. */
  readonly key: string

  set(slot: string, value: SlotValue | undefined): void
  /** A text in the visitor's language with its slots filled in; filled values are never rendered again. */
  text(text: LocalizedText, more?: Blanks): string
  /** Says a text (rendered, bold and links read), optionally with choices to tap. An empty text says nothing. */
  say(text: LocalizedText, choices?: Choice[], more?: Blanks): void
  /** Shows a card or notice as it is. */
  show(content: OutboundContent): void
  /** What was said last answers from this article: visitors may say whether it helped. */
  cite(article: string): void
  /** Products that an answer was about without showing them: 「那白色的呢」 then means these. `recall.about` is the one in focus. */
  speakOf(products: readonly Product[]): void
  /** True when the condition holds now. */
  holds(condition: Condition): boolean

  readonly shop: ShopPort
  readonly knowledge: KnowledgePort
  readonly promotions: PromotionPort
  /** Absent where no provider may word answers anew. */
  readonly writer?: WriterPort
  readonly queue: QueuePort
  enqueue(job: JobRequest): void
  measure(name: string, detail?: Measure['detail']): void
  /** 0 ≤ x < 1, from the turn's seed. */
  random(): number
}
