import type { Alarm, Clock } from '../clock.ts'
import type { TurnInput, TurnResult, TurnServices } from '../engine/types.ts'
import type { AppError } from '../errors.ts'
import type { Programs } from '../flows/programs.ts'
import type { Ids } from '../ids.ts'
import type { Store } from '../store/store.ts'
import type { ZoneClock } from '../zone.ts'
import type { Deliver } from './deliver.ts'
import type { Following } from './following.ts'
import type { Originals } from './originals.ts'
import type { Breaker, Outside } from './outside.ts'
import type { Probe } from './probe.ts'
import type { Queue } from './queue.ts'

/** What the room of conversations works with; made once by `createConversations`. */
export interface Context {
  store: Pick<Store, 'conversations'>
  programs: Programs
  outside: Outside
  breakers: { shop: Breaker; promotions: Breaker }
  clock: Clock
  alarm: Alarm
  zone: ZoneClock
  ids: Ids
  runTurn(input: TurnInput, services: TurnServices): Promise<TurnResult>
  /** Leaves nothing personal in a text that is stored, logged or recorded. */
  mask(text: string): string
  /** Covers the second half of a number that comes in two messages. */
  following: Following
  /** Keeps what masking took away; absent where nothing is kept. */
  originals?: Originals | undefined
  queue: Queue
  deliver: Deliver
  /** Jobs were committed, the first of them due then (milliseconds since the epoch). */
  wake(due: number): void
  /** A turn failed by a bug; the visitor was handed to people. */
  report(error: AppError): void
  probe: Probe
}
