import type { PromotionPort } from '../../nodes/turn.ts'
import type { InboundContent } from '../../schemas/content.ts'
import { type ConversationState, emptyState, type Owner, type Profile, profile as profileSchema } from '../../schemas/conversation.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Offer } from '../../schemas/promotion.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Clock } from '../clock.ts'
import { compile, type Program } from '../engine/compile.ts'
import { runTurn } from '../engine/turn.ts'
import type { TurnEvent, TurnInput, TurnResult, TurnServices } from '../engine/types.ts'
import { errors } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { type ZoneClock, zoneClock } from '../zone.ts'
import { advised, readingOf } from './advice.ts'
import { readable } from './inbound.ts'
import type { Outside, Visitor } from './outside.ts'

export interface RehearsalTurn {
  locale: Locale
  /** Absent on the first turn. */
  state?: ConversationState | undefined
  owner: Owner
  profile?: Partial<Profile> | undefined
  event: { kind: 'opened' } | { kind: 'said'; content: InboundContent } | { kind: 'silent' } | { kind: 'handed-back' }
  seq: number
}

export type Rehearsed = Pick<TurnResult, 'state' | 'owner' | 'messages' | 'trace' | 'perception'> & {
  revision: number
  /** Milliseconds in the engine. */
  took: number
}

export interface RehearsalOptions {
  store: Pick<Store, 'flows' | 'library'>
  outside: Outside
  clock: Clock
  /** Clock of the shop's time zone; default China. */
  zone?: ZoneClock
  mask(text: string): string
}

/** Runs one turn of a draft. Flows it calls run as they are live, or as drafts when they never were. Nothing is stored. */
export function createRehearsal(options: RehearsalOptions): { turn(flowId: string, wanted: RehearsalTurn): Promise<Rehearsed> } {
  const { outside, clock, mask, zone = zoneClock() } = options
  const { flows, library } = options.store
  /** The last compiled drafts, by flow and revision: a rehearsal is many turns of one. */
  const compiled = new Map<string, Program>()
  let known: { version: number; intents: Intent[]; offers: Offer[] } | undefined

  async function turn(flowId: string, wanted: RehearsalTurn): Promise<Rehearsed> {
    const { revision, programs } = await programsOf(flowId)
    const profile = profileSchema.parse(wanted.profile ?? {})
    const visitor: Visitor = { id: 'rehearsal', visitorId: 'rehearsal', locale: wanted.locale, profile }
    const { intents, offers } = await libraryNow()
    const state = wanted.state ?? emptyState()
    const now = clock.now()
    const input: TurnInput = {
      programs,
      conversation: { id: 'rehearsal', flow: flowId, channel: 'rehearsal', locale: wanted.locale, profile, owner: wanted.owner },
      state,
      event: eventOf(wanted, state),
      seq: wanted.seq,
      now,
      zoneMinutes: zone(now),
      // the same words on each rehearsal of the same path
      seed: wanted.seq + 1,
    }
    const { perceive } = await outside.language(intents)
    const read = await advisedOn(input, perceive, intents)
    const began = clock.elapsed()
    let shop = outside.shop(visitor)
    const result = await runTurn(input, {
      perceive: read,
      knowledge: outside.knowledge,
      speaking: (locale) => {
        shop = outside.shop({ ...visitor, locale })
      },
      shop: {
        order: (id) => shop.order(id),
        recentOrders: (limit) => shop.recentOrders(limit),
        parcel: (id) => shop.parcel(id),
        products: (query, limit) => shop.products(query, limit),
      },
      promotions: demoPromotions(offers),
      ...(outside.advisor?.may('rephrase') ? { writer: outside.advisor } : {}),
      queue: { look: async () => ({ ahead: 0, open: true }) },
    })
    const { messages, trace, perception, owner } = result
    return { revision, state: result.state, owner, messages, trace, perception, took: clock.elapsed() - began }
  }

  /** Visitors would be judged, too. */
  async function advisedOn(
    input: TurnInput,
    perceive: TurnServices['perceive'],
    intents: readonly Intent[],
  ): Promise<TurnServices['perceive']> {
    const { event } = input
    if (!outside.advisor || event.kind !== 'said' || event.content.type !== 'text') return perceive
    return advised(outside.advisor, perceive, readingOf(event.content.text, input, intents), (call) => call())
  }

  /** One list of intents as long as the library stays the same: a recogniser is taught once for each list. */
  async function libraryNow(): Promise<{ version: number; intents: Intent[]; offers: Offer[] }> {
    const version = await library.version()
    if (known?.version !== version) {
      const [intents, offers] = await Promise.all([library.intents(), library.offers()])
      known = { version, intents, offers }
    }
    return known
  }

  function eventOf({ event }: RehearsalTurn, state: ConversationState): TurnEvent {
    if (event.kind === 'said') return { kind: 'said', content: readable(event.content, mask) }
    if (event.kind === 'silent') return { kind: 'silent', token: state.frames.at(-1)?.waiting?.token ?? '' }
    return event
  }

  async function programsOf(flowId: string): Promise<{ revision: number; programs: Map<string, Program> }> {
    const draft = await flows.draft(flowId)
    if (!draft) throw errors.notFound('flow', flowId)
    const first = compiledFrom(draft.flow, `draft ${draft.revision}`)
    const programs = new Map([[flowId, first]])
    const open = [...first.calls]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const program = programs.has(id) ? null : await called(id)
      if (!program) continue
      programs.set(id, program)
      open.push(...program.calls)
    }
    return { revision: draft.revision, programs }
  }

  async function called(flowId: string): Promise<Program | null> {
    const live = (await flows.head(flowId))?.live
    const version = live ? await flows.version(live.versionId) : null
    if (version) return compiledFrom(JSON.parse(version.bytes) as Flow, version.id)
    const draft = await flows.draft(flowId)
    return draft ? compiledFrom(draft.flow, `draft ${draft.revision}`) : null
  }

  function compiledFrom(flow: Flow, versionId: string): Program {
    const key = `${flow.id} ${versionId}`
    const known = compiled.get(key)
    if (known) return known
    const program = compiledOrRefused(flow, versionId)
    compiled.set(key, program)
    if (compiled.size > 50) compiled.delete(compiled.keys().next().value ?? key)
    return program
  }

  return { turn }
}

/** @throws AppError `invalid` (422) for a draft that cannot run yet; its problems are the checker's business. */
function compiledOrRefused(flow: Flow, versionId: string): Program {
  try {
    return compile(flow, versionId)
  } catch (cause) {
    throw errors.invalid(`The flow "${flow.id}" cannot run yet: ${cause instanceof Error ? cause.message : 'it has errors'}.`)
  }
}

/** The first offer, with a code that no shop knows: nothing is claimed. */
function demoPromotions(offers: readonly Offer[]): PromotionPort {
  return {
    async claimFirst(offerIds) {
      const offer = offerIds.flatMap((id) => offers.find((each) => each.id === id) ?? [])[0]
      if (!offer) return { why: 'none-eligible' }
      const { id, name, value, threshold, validTo } = offer
      return {
        coupon: {
          offerId: id,
          code: 'TEST-0000',
          name,
          value,
          ...(threshold ? { threshold } : {}),
          ...(validTo ? { expiresAt: validTo } : {}),
        },
      }
    },
  }
}
