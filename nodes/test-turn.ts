import type { KnowledgeAnswer } from '../schemas/article.ts'
import type { Condition } from '../schemas/condition.ts'
import type { InboundContent, OutboundContent } from '../schemas/content.ts'
import type { Memory, Mention, Profile, Recall, SlotValue } from '../schemas/conversation.ts'
import type { Perception } from '../schemas/perception.ts'
import type { ProductAnswer } from '../schemas/product-answer.ts'
import type { Coupon } from '../schemas/promotion.ts'
import type { Order, Parcel, Product } from '../schemas/shop.ts'
import { type Locale, textIn } from '../schemas/text.ts'
import { createTemplates } from './template-language.ts'
import type { Answer, JobRequest, Turn, TurnMood } from './turn.ts'

/** The world a behaviour is tried in: plain objects, a clock that stands still, no chance. */
export interface World {
  locale?: Locale
  slots?: Record<string, SlotValue>
  profile?: Partial<Profile>
  memory?: Memory
  visit?: number
  orders?: Order[]
  parcels?: Parcel[]
  products?: Product[]
  /** The shop does not answer. */
  shopDown?: boolean
  knows?: (question: string, tags: readonly string[] | undefined) => KnowledgeAnswer
  /** What the sheets of products say. */
  sheets?: (question: string, options: Parameters<Turn['knowledge']['sheet']>[1]) => ProductAnswer
  /** Products of the library. */
  catalogue?: Product[]
  claim?: { coupon: Coupon } | { why: 'none-eligible' | 'used-up' | 'unavailable' }
  /** What the provider makes of an answer; absent = there is no provider. */
  rephrased?: string | null
  queue?: { ahead: number; open: boolean } | 'down'
  /** Whatever it asks outside throws; the engine then leaves by `error`. */
  fails?: boolean
  /** Said in passing in earlier turns. */
  mentions?: Mention[]
  role?: 'from' | 'to'
  recall?: Recall
  mood?: Partial<TurnMood>
  /** The flow runs again after a correction. */
  isKept?: boolean
  /** What `turn.holds` answers. */
  holds?: (condition: Condition) => boolean
}

export interface TestTurn extends Turn {
  /** Everything said or shown so far. */
  readonly outbox: OutboundContent[]
  /** Ids of products that answers were about. */
  readonly spokenOf: string[]
  readonly jobs: JobRequest[]
  readonly measures: string[]
  /** Articles that what was said answers from. */
  readonly cited: string[]
  /** Prepares for what the visitor does next, as the engine would. */
  hear(content: InboundContent | null, perception: Perception | null, memory: Memory): void
}

const templates = createTemplates()
export const testNow = Date.UTC(2026, 10, 21, 4, 0, 0)

/** A turn of plain objects; behaviours cannot tell it from the engine's. */
export function testTurn(world: World = {}): TestTurn {
  const slots: Record<string, SlotValue> = { ...world.slots }
  const outbox: OutboundContent[] = []
  const spokenOf: string[] = []
  const jobs: JobRequest[] = []
  const measures: string[] = []
  const cited: string[] = []
  const locale = world.locale ?? 'zh-CN'
  const attempt = <T>(value: T): T => {
    if (world.fails) throw new Error('broken')
    return value
  }
  const taken = new Set<Mention>()
  let message: Turn['message'] = null
  let unanswered = false
  let memory: Memory = world.memory ?? {}
  const found = <T>(value: T | undefined): Promise<Answer<T>> =>
    world.fails
      ? Promise.reject(new Error('broken'))
      : Promise.resolve(
          world.shopDown ? { ok: false, why: 'unavailable' } : value === undefined ? { ok: false, why: 'not-found' } : { ok: true, value },
        )
  return {
    now: testNow,
    locale,
    conversation: { id: 'c1', channel: 'web', turns: 1 },
    profile: { verified: false, tier: 'none', orders: 0, spent: 0, tags: [], ...world.profile },
    slots,
    visit: world.visit ?? 1,
    key: 'c1/1/flow/node/1',
    outbox,
    spokenOf,
    jobs,
    measures,
    cited,
    get message() {
      return message
    },
    get unanswered() {
      return unanswered
    },
    get memory() {
      return memory
    },
    hear(content, perception, remembered) {
      message = content ? { content, perception } : null
      unanswered = content !== null
      memory = remembered
      taken.clear()
    },
    takeMessage() {
      if (!unanswered) return null
      unanswered = false
      return message
    },
    giveBack() {
      unanswered = message !== null
    },
    mentions(type, since) {
      const now = (message?.perception?.entities ?? []).filter((each) => each.type === type && !taken.has(each))
      return since ? now : [...now, ...(world.mentions ?? []).filter((each) => each.type === type && !taken.has(each))]
    },
    take: (mention) => void taken.add(mention),
    role: world.role,
    recall: world.recall ?? {},
    mood: { anger: 0, anxiety: 0, urgency: 0, negative: 0, complaint: 0, repeated: 0, ...world.mood },
    isKept: world.isKept ?? false,
    zoneMinutes: 480,
    set(slot, value) {
      if (value === undefined) delete slots[slot]
      else slots[slot] = value
    },
    text(text, more) {
      const parsed = templates.parse(textIn(text, locale))
      if ('error' in parsed) throw new Error(`broken template: ${textIn(text, locale)}`)
      return templates.render(parsed, { ...slots, ...more })
    },
    say(text, choices, more) {
      const words = this.text(text, more)
      if (choices?.length) outbox.push({ type: 'choices', text: words, choices })
      else if (words.trim()) outbox.push({ type: 'text', text: words })
    },
    show(content) {
      outbox.push(content)
    },
    speakOf(products) {
      spokenOf.push(...products.map((each) => each.id))
    },
    holds: (condition) => world.holds?.(condition) ?? false,
    shop: {
      order: (id) => found(world.orders?.find((each) => each.id === id)),
      recentOrders: (limit) => found((world.orders ?? []).slice(0, limit)),
      parcel: (id) => found(world.parcels?.find((each) => each.orderId === id)),
      products: (query, limit) => found((world.products ?? []).filter((each) => query === '' || each.tags.includes(query)).slice(0, limit)),
    },
    cite: (article) => void cited.push(article),
    knowledge: {
      ask: (question, { tags }) => attempt(world.knows?.(question, tags) ?? { kind: 'nothing' }),
      sheet: (question, options) => attempt(world.sheets?.(question, options) ?? { kind: 'nothing' }),
      products: (ids) => attempt((world.catalogue ?? []).filter(({ id }) => ids.includes(id))),
    },
    promotions: { claimFirst: async () => attempt(world.claim ?? { why: 'none-eligible' }) },
    ...(world.rephrased === undefined ? {} : { writer: { rephrase: async () => world.rephrased ?? null } }),
    queue: {
      look: () =>
        world.queue === 'down' ? Promise.reject(new Error('queue unreachable')) : Promise.resolve(world.queue ?? { ahead: 0, open: true }),
    },
    enqueue: (job) => void jobs.push(job),
    measure: (name) => void measures.push(name),
    random: () => 0.5,
  }
}

/** What perception sees in a message of a test; everything not given is neutral. */
export function perceived(text: string, seen: Partial<Perception> = {}): Perception {
  return { text, language: 'zh', intents: [], entities: [], mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 }, ...seen }
}

/** An entity somewhere in a message. */
export function entity(type: string, value: string | number | boolean): Perception['entities'][number] {
  return { type, value, text: String(value), start: 0, end: String(value).length }
}
