import type { Answer } from '../../nodes/turn.ts'
import type { Conversation } from '../../schemas/conversation.ts'
import type { Alarm } from '../clock.ts'
import { type Recording, recordServices } from '../engine/replay.ts'
import type { TurnServices } from '../engine/types.ts'
import { canonicalJson, sha256 } from '../flows/canonical.ts'
import type { ConversationStore, Store } from '../store/store.ts'
import { advised } from './advice.ts'
import type { Breaker, Outside } from './outside.ts'
import type { Probe } from './probe.ts'

export interface ServicesOptions {
  store: Pick<Store, 'conversations'>
  outside: Outside
  breakers: { shop: Breaker; promotions: Breaker }
  alarm: Alarm
  probe: Probe
  /** Milliseconds after which a visitor is told that somebody is at work. */
  slowAfter: number
  /** Told with true when an outside call is slow, with the card's words for that if it has some, and with false when it is over. */
  slow(conversationId: string, isSlow: boolean, words?: string): void
}

/** What one turn's outside calls hang on. */
export interface TurnTies {
  conversation: Conversation
  perceive: TurnServices['perceive']
  /** Seq that idempotency and journal keys are made of. */
  seq: number
  /** The client id of the inbound, so that two events of one seq never share an answer. */
  clientId: string
  /** Puts the inbound on disk; called before each outside call, does its work once. Rejects when the turn must not go on. */
  accept(): Promise<void>
  journal: ConversationStore['journal']
}

export interface TurnOutside {
  services: TurnServices
  /** What was answered, for replay. */
  recording: Recording
  /** Asks the provider, if there is one, about a message that the recogniser is not sure of. To be called before the turn runs. */
  advise(reading: Parameters<typeof advised>[2]): Promise<void>
  /** The first failure that forbids the turn's outcome: acceptance refused or journal not written. */
  failure(): unknown
}

/**
 * Services of one turn. Each outside call waits for the acceptance, is answered from the journal when an earlier run of
 * the same turn got that far, and is journalled before it is used, so that a rerun says and pays nothing twice.
 */
export function createServices(options: ServicesOptions, ties: TurnTies): TurnOutside {
  const { store, outside, breakers, probe } = options
  const { conversation, seq, journal } = ties
  let calls = 0
  let interim: string | null = null
  let failure: { thrown: unknown } | undefined
  let perceive = ties.perceive

  async function ask<T>(
    method: string,
    args: unknown[],
    breaker: Breaker,
    call: () => Promise<T>,
    failed: T,
    isFailure: (answer: T) => boolean,
  ) {
    const key = `${seq}/${ties.clientId}/${calls++}/${method}/${sha256(canonicalJson(args)).slice(0, 16)}`
    try {
      if (failure) throw failure.thrown
      await ties.accept()
      const known = await journal.get(conversation.id, key)
      if (known !== undefined) return known as T
      await probe('step.before')
      const answer = await attended(() => breaker.call(call, failed, isFailure))
      await probe('step.answered')
      await journal.put(conversation.id, key, answer)
      await probe('step.journalled')
      return answer
    } catch (thrown) {
      // a behaviour's error outlet would hide it; the turn is thrown away by whoever runs it
      failure ??= { thrown }
      throw thrown
    }
  }

  async function attended<T>(call: () => Promise<T>): Promise<T> {
    let isSlow = false
    const stop = options.alarm(options.slowAfter, () => {
      isSlow = true
      options.slow(conversation.id, true, interim ?? undefined)
    })
    try {
      return await call()
    } finally {
      stop()
      if (isSlow) options.slow(conversation.id, false)
    }
  }

  let shop = outside.shop(conversation)
  const promotions = outside.promotions(conversation)
  const { advisor } = outside
  const askShop = <T>(method: string, args: unknown[], call: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    ask<Answer<T>>(
      method,
      args,
      breakers.shop,
      call,
      { ok: false, why: 'unavailable' },
      (answer) => !answer.ok && answer.why === 'unavailable',
    )

  const recorded = recordServices({
    perceive: (text, context) => perceive(text, context),
    knowledge: outside.knowledge,
    shop: {
      order: (orderId) => askShop('order', [orderId], () => shop.order(orderId)),
      recentOrders: (limit) => askShop('recentOrders', [limit], () => shop.recentOrders(limit)),
      parcel: (orderId) => askShop('parcel', [orderId], () => shop.parcel(orderId)),
      products: (query, limit) => askShop('products', [query, limit], () => shop.products(query, limit)),
    },
    promotions: {
      claimFirst: (offers, key) =>
        ask<Awaited<ReturnType<typeof promotions.claimFirst>>>(
          'claimFirst',
          [offers, key],
          breakers.promotions,
          () => promotions.claimFirst(offers, key),
          { why: 'unavailable' },
          (answer) => 'why' in answer && answer.why === 'unavailable',
        ),
    },
    ...(advisor?.may('rephrase')
      ? {
          writer: {
            rephrase: (asked) =>
              ask(
                'rephrase',
                [asked],
                trusting,
                () => advisor.rephrase(asked),
                null,
                () => false,
              ),
          },
        }
      : {}),
    interim: (words) => {
      interim = words
    },
    speaking: (locale) => {
      shop = outside.shop({ ...conversation, locale })
    },
    // our own table, read only: nothing to journal, nothing to accept first
    queue: { look: async () => ({ ahead: await store.conversations.queueAhead(conversation.id), open: true }) },
  })
  return { ...recorded, advise, failure: () => failure?.thrown }

  async function advise(reading: Parameters<typeof advised>[2]): Promise<void> {
    perceive = await advised(outside.advisor, ties.perceive, reading, (call) =>
      ask('judge', [reading.text], trusting, call, null, () => false),
    )
  }
}

/** The provider leaves itself alone after failures. */
const trusting: Breaker = { call: (ask, failed) => ask().catch(() => failed) }
