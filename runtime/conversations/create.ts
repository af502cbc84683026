import type { Alarm, Clock } from '../clock.ts'
import { systemAlarm } from '../clock.ts'
import { runTurn } from '../engine/turn.ts'
import type { AppError } from '../errors.ts'
import type { Programs } from '../flows/programs.ts'
import type { Ids } from '../ids.ts'
import type { Store } from '../store/store.ts'
import { type ZoneClock, zoneClock } from '../zone.ts'
import type { Context } from './context.ts'
import { createDeliver, type Deliver } from './deliver.ts'
import { createFollowing } from './following.ts'
import type { Arrival } from './inbound.ts'
import { type Opening, open } from './opening.ts'
import type { Originals } from './originals.ts'
import { createBreaker, type Outside } from './outside.ts'
import { noProbe, type Probe } from './probe.ts'
import { createQueue, type QueueLimits, usualLimits } from './queue.ts'
import { type Reply, receive, recover } from './receive.ts'

export interface ConversationsOptions {
  store: Pick<Store, 'conversations'>
  programs: Programs
  outside: Outside
  clock: Clock
  ids: Ids
  mask(text: string): string
  /** Keeps, sealed, what masking took away; absent = nothing is kept. */
  originals?: Originals
  /** Called after every commit that left jobs, with the time the first is due. */
  wake?(due: number): void
  report?(error: AppError): void
  alarm?: Alarm
  probe?: Probe
  limits?: QueueLimits
  /** Clock of the shop's time zone; default China. */
  zone?: ZoneClock
  /** Simulations bring a smaller engine. */
  runTurn?: Context['runTurn']
}

/** The room of conversations: everything that reaches a visitor's conversation passes `receive`. */
export interface Conversations {
  open(wanted: Opening): ReturnType<typeof open>
  receive(conversationId: string, arrival: Arrival): Promise<Reply>
  deliver: Deliver
  /** Answers what was accepted but not answered; `start` does it now and every quarter of a minute. */
  recover(olderThan?: number): Promise<number>
  /** Resolves when everything a crash left open is answered. */
  start(): Promise<number>
  /** Takes no more and waits for the turns under way. */
  stop(): Promise<void>
  counts(): { running: number; waiting: number; streams: number }
}

const sweepEvery = 15_000

export function createConversations(options: ConversationsOptions): Conversations {
  const { clock, alarm = systemAlarm, probe = noProbe } = options
  const queue = createQueue(clock, options.limits ?? usualLimits)
  const deliver = createDeliver({ store: options.store, alarm })
  const context: Context = {
    ...options,
    runTurn: options.runTurn ?? runTurn,
    zone: options.zone ?? zoneClock(),
    alarm,
    probe,
    following: createFollowing(),
    queue,
    deliver,
    breakers: { shop: createBreaker(clock, alarm), promotions: createBreaker(clock, alarm) },
    wake: options.wake ?? (() => {}),
    report: options.report ?? (() => {}),
  }
  let stopSweep = () => {}
  const sweepLater = () => {
    stopSweep = alarm(sweepEvery, () => {
      // an outage during the sweep is told to the clients anyway; the next sweep tries again
      recover(context, sweepEvery)
        .catch(() => 0)
        .finally(sweepLater)
    })
  }
  return {
    open: (wanted) => open(context, wanted),
    receive: (conversationId, arrival) => receive(context, conversationId, arrival),
    deliver,
    recover: (olderThan = 0) => recover(context, olderThan),
    start() {
      sweepLater()
      return recover(context, 0)
    },
    async stop() {
      stopSweep()
      await probe('shutdown.draining')
      await queue.drain()
    },
    counts: () => ({ ...queue.counts(), streams: deliver.size() }),
  }
}
