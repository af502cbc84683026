import { type Conversations, createConversations } from '../../runtime/conversations/create.ts'
import type { Outside } from '../../runtime/conversations/outside.ts'
import { createPrograms } from '../../runtime/flows/programs.ts'
import { silenceTimer } from '../../runtime/jobs/timers.ts'
import { createWorker, type JobHandler } from '../../runtime/jobs/worker.ts'
import type { Store } from '../../runtime/store/store.ts'
import type { Offer } from '../../schemas/promotion.ts'
import type { Mutant } from './mutants.ts'
import type { Random } from './random.ts'
import type { Records } from './records.ts'
import type { Scheduler } from './scheduler.ts'
import { smallEngine } from './small-engine.ts'
import type { World } from './world.ts'

/** A server process of the simulation: the real room of conversations and job worker over the one database. */
export interface Process {
  name: string
  conversations: Conversations
  store: Store
  /** Told after a publish. */
  published(): void
  isAlive(): boolean
  /** Resolves when it was killed. */
  died: Promise<'died'>
  kill(): void
}

export interface Surroundings {
  world: World
  scheduler: Scheduler
  random: Random
  records: Records
  mutant: Mutant | undefined
  offer: Offer
}

export function startProcess(name: string, around: Surroundings): Process {
  const { world, scheduler, random, records, mutant } = around
  const gate = () => scheduler.gate(name)
  const alarm = scheduler.alarm(name)
  let conversations: Conversations | undefined
  const tools = { gate, memory: new Map<string, unknown>(), changed: (id: string) => conversations?.deliver.changed(id) }
  const { conversations: chats, flows, jobs, library } = world.store
  const gatedStore: Store = { ...world.store, ...gated({ conversations: chats, flows, jobs, library }, gate) }
  const store = observed(mutant?.store?.(gatedStore, tools) ?? gatedStore, records)
  const plain = createPrograms({ store, clock: scheduler.clock })
  const programs = mutant?.programs?.(plain) ?? plain
  const worker = createWorker({
    jobs: store.jobs,
    handlers: handlersFor(),
    clock: scheduler.clock,
    alarm,
    random: random.next,
    probe: gate,
  })
  const room = createConversations({
    store,
    programs,
    outside: outsideOf(around, store, gate),
    clock: scheduler.clock,
    ids: world.ids,
    mask: (text) => text,
    wake: (due) => worker.wake(due),
    alarm,
    probe: gate,
    runTurn: smallEngine,
  })
  conversations = room

  function handlersFor(): Record<string, JobHandler> {
    const silence: JobHandler = (job) => silenceTimer(room, gate)(job)
    const notify: JobHandler = async (job) => {
      await gate()
      records.effects.push({ kind: 'delivered', label: String(job.payload.label), key: job.key })
      await gate()
      // the receiver did it, and its answer is lost
      if (random.chance(0.1)) throw new Error('no answer')
    }
    const planted = (handler: JobHandler) => mutant?.handler?.(handler, store) ?? handler
    return { silence: planted(silence), notify: planted(notify) }
  }

  let isAlive = true
  let tell: (died: 'died') => void = () => {}
  const died = new Promise<'died'>((resolve) => {
    tell = resolve
  })
  room.start().catch(() => {})
  worker.start()
  return {
    name,
    conversations: room,
    store,
    published: () => programs.published(),
    isAlive: () => isAlive,
    died,
    kill() {
      isAlive = false
      scheduler.kill(name)
      tell('died')
    },
  }
}

/** The shop answers late, badly or not at all; what reaches it is written down. */
function outsideOf({ random, records, offer, scheduler }: Surroundings, store: Store, gate: () => Promise<void>): Outside {
  const none = async () => ({ ok: false, why: 'not-found' }) as const
  return {
    language: async () => ({
      perceive: () => ({
        text: '',
        language: 'none',
        intents: [],
        entities: [],
        mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 },
      }),
    }),
    knowledge: { ask: () => ({ kind: 'nothing' }), sheet: () => ({ kind: 'nothing' }), products: () => [] },
    shop: () => ({
      async order(label) {
        records.effects.push({ kind: 'called', label })
        await gate()
        if (random.chance(0.1)) throw new Error('the shop broke')
        if (random.chance(0.05)) await new Promise(() => {})
        return {
          ok: true,
          value: { id: label, state: 'paid', placedAt: '2026-11-20T00:00:00.000Z', lines: [], total: { amount: 100, currency: 'CNY' } },
        }
      },
      recentOrders: none,
      parcel: none,
      products: none,
    }),
    promotions: ({ visitorId }) => ({
      async claimFirst(_offers, key) {
        const claimed = await store.library.claim(offer, visitorId, key, `CODE${sum(key)}`, scheduler.clock.now())
        if ('why' in claimed) return { why: 'used-up' }
        return { coupon: { offerId: offer.id, code: claimed.code, name: offer.name, value: offer.value } }
      },
    }),
  }
}

function sum(text: string): string {
  let total = 7
  for (const character of text) total = (total * 31 + character.charCodeAt(0)) % 2_147_483_647
  return total.toString(36)
}

const reads = new Set(['load', 'seen', 'pending', 'messagesAfter', 'queueAhead', 'get', 'nextDue', 'version', 'live', 'head', 'counts'])

/** Every call of the store may be held up before it is made and before its answer is heard. */
function gated<T extends object>(target: T, gate: () => Promise<void>): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      const member: unknown = Reflect.get(object, name, receiver)
      if (typeof member === 'object' && member !== null) return gated(member, gate)
      if (typeof member !== 'function') return member
      return async (...given: unknown[]): Promise<unknown> => {
        await gate()
        const answer: unknown = await Reflect.apply(member, object, given)
        // a late answer to a question is the same as a late question
        if (!reads.has(String(name))) await gate()
        return answer
      }
    },
    ownKeys: (object) => Reflect.ownKeys(object),
  })
}

/** Writes down what the turn believes to be in the journal, and when it is not there. */
function observed(store: Store, records: Records): Store {
  const { journal } = store.conversations
  const labelOf = (key: string): string | null => {
    const [, clientId, index, method] = key.split('/')
    return method === 'order' ? `${clientId}#${index}` : null
  }
  const isJournalled = (label: string | null) => records.effects.some((effect) => effect.kind === 'journalled' && effect.label === label)
  return {
    ...store,
    conversations: {
      ...store.conversations,
      journal: {
        async get(conversationId, key) {
          const label = labelOf(key)
          const wasThere = isJournalled(label)
          const answer = await journal.get(conversationId, key)
          if (answer === undefined && wasThere && label !== null) records.effects.push({ kind: 'missed', label })
          return answer
        },
        async put(conversationId, key, answer) {
          await journal.put(conversationId, key, answer)
          const label = labelOf(key)
          if (label !== null) records.effects.push({ kind: 'journalled', label })
        },
      },
    },
  }
}
