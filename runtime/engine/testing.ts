import type { InboundContent, OutboundContent } from '../../schemas/content.ts'
import { type Conversation, emptyState } from '../../schemas/conversation.ts'
import { type Flow, type FlowNode, flow as flowSchema } from '../../schemas/flow.ts'
import type { Perception } from '../../schemas/perception.ts'
import type { Order, Parcel } from '../../schemas/shop.ts'
import { compile, type Program } from './compile.ts'
import { runTurn } from './turn.ts'
import type { TurnEvent, TurnResult, TurnServices } from './types.ts'

/** Test support: a flow in a few lines. `ways`: `'node.outlet -> node'`. */
export function sketch(id: string, nodes: Record<string, [type: string, data?: Record<string, unknown>]>, ways: string[]): Flow {
  return flowSchema.parse({
    format: 1,
    id,
    name: id,
    nodes: Object.entries(nodes).map(([name, [type, data]]): FlowNode => ({ id: name, type, v: 1, data: data ?? {} })),
    edges: ways.map((way, index) => {
      const [, source, sourceHandle, target] = /^(\S+)\.(\S+) -> (\S+)$/.exec(way) ?? []
      return { id: `e${index}`, source, sourceHandle, target }
    }),
  })
}

export const parcel: Parcel = {
  orderId: 'D1',
  carrier: '顺丰',
  trackingNo: 'SF1',
  step: 'moving',
  events: [{ at: '2026-11-20T13:14:00.000Z', text: '到达 杭州转运中心' }],
  stuckHours: 0,
}

export const order: Order = {
  id: 'D1',
  state: 'shipped',
  placedAt: '2026-11-18T01:00:00.000Z',
  lines: [{ sku: 'cup', name: '手作陶瓷杯', quantity: 1, price: { amount: 12_800, currency: 'CNY' } }],
  total: { amount: 12_800, currency: 'CNY' },
}

/** Services of a small world: order D1 exists, the words of an intent are its id, `D…` words are order numbers. */
export function fakeServices(overrides: Partial<TurnServices> = {}): TurnServices {
  return {
    perceive(text, { intents }): Perception {
      const entities = [...text.matchAll(/D\d+/g)].map((match) => ({
        type: 'order_no',
        value: match[0],
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      }))
      const found = intents.filter((id) => text.includes(id)).map((id) => ({ id, confidence: 0.95 }))
      return { text, language: 'en', intents: found, entities, mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 } }
    },
    knowledge: { ask: () => ({ kind: 'nothing' }), sheet: () => ({ kind: 'nothing' }), products: () => [] },
    shop: {
      order: async (id) => (id === 'D1' ? { ok: true, value: order } : { ok: false, why: 'not-found' }),
      recentOrders: async () => ({ ok: true, value: [order] }),
      parcel: async (id) => (id === 'D1' ? { ok: true, value: parcel } : { ok: false, why: 'not-found' }),
      products: async () => ({ ok: true, value: [] }),
    },
    promotions: { claimFirst: async () => ({ why: 'none-eligible' }) },
    queue: { look: async () => ({ ahead: 2, open: true }) },
    ...overrides,
  }
}

/** A shopper in conversation with flows: says, taps and stays silent; hears words. */
export class Shopper {
  readonly programs: ReadonlyMap<string, Program>
  readonly services: TurnServices
  state = emptyState()
  owner: Conversation['owner'] = 'bot'
  seq = 0
  last!: TurnResult

  constructor(flows: Flow[], services: TurnServices = fakeServices()) {
    this.programs = new Map(flows.map((flow) => [flow.id, compile(flow, `${flow.id}@1`)]))
    this.services = services
  }

  opens(): Promise<string[]> {
    return this.turn({ kind: 'opened' })
  }

  says(text: string): Promise<string[]> {
    return this.sends({ type: 'text', text })
  }

  taps(value: string, label?: string): Promise<string[]> {
    return this.sends({ type: 'choice', value, ...(label ? { label } : {}) })
  }

  sends(content: InboundContent): Promise<string[]> {
    return this.turn({ kind: 'said', content })
  }

  async staysSilent(): Promise<string[]> {
    return this.turn({ kind: 'silent', token: this.state.frames.at(-1)?.waiting?.token ?? '' })
  }

  async turn(event: TurnEvent): Promise<string[]> {
    this.seq += 1
    const [first] = this.programs.keys()
    this.last = await runTurn(
      {
        programs: this.programs,
        conversation: {
          id: 'c1',
          flow: first as string,
          channel: 'web',
          locale: 'en',
          profile: { verified: false, tier: 'none', orders: 0, spent: 0, tags: [] },
          owner: this.owner,
        },
        state: this.state,
        event,
        seq: this.seq,
        now: 1_795_000_000_000,
        seed: this.seq,
      },
      this.services,
    )
    // what is stored comes back as JSON: state that does not survive it is a fault
    this.state = JSON.parse(JSON.stringify(this.last.state))
    this.owner = this.last.owner
    return this.last.messages.map((message) => wordsOf(message.content))
  }
}

export function wordsOf(content: OutboundContent): string {
  if (content.type === 'choices') return `${content.text} [${content.choices.map((choice) => choice.label).join(' | ')}]`
  return content.type === 'text' || content.type === 'notice' ? content.text : `<${content.type}>`
}
