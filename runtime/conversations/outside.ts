import type { KnowledgePort, PromotionPort, ShopPort } from '../../nodes/turn.ts'
import type { Conversation } from '../../schemas/conversation.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Alarm, Clock } from '../clock.ts'
import type { TurnServices } from '../engine/types.ts'
import type { Advisor } from './advice.ts'

/** For whom something outside is asked. */
export type Visitor = Pick<Conversation, 'id' | 'visitorId' | 'locale' | 'profile'>

/** The rooms and systems that a turn may ask, as the process wires them up. */
export interface Outside {
  /** A recogniser taught by these intents; asked once for all conversations on the same versions. */
  language(intents: readonly Intent[]): Promise<Pick<TurnServices, 'perceive'>>
  knowledge: KnowledgePort
  shop(visitor: Visitor): ShopPort
  promotions(visitor: Visitor): PromotionPort
  /** The optional model provider; absent where none is wired. */
  advisor?: Advisor
}

/** Milliseconds until an outside call counts as failed. */
export const callDeadline = 2_000
/** Failures in a row after which a system is left alone, and for how long. */
const tripAfter = 5
const restFor = 10_000

/** Keeps one system that is down from costing every visitor the full deadline. */
export interface Breaker {
  /** Calls, or answers `failed` at once while the system is left alone, after the deadline, and when it throws. */
  call<T>(ask: () => Promise<T>, failed: T, isFailure: (answer: T) => boolean): Promise<T>
}

export function createBreaker(clock: Clock, alarm: Alarm, deadline = callDeadline): Breaker {
  let failures = 0
  let restsUntil = 0
  return {
    async call(ask, failed, isFailure) {
      if (failures >= tripAfter) {
        if (clock.elapsed() < restsUntil) return failed
        // one call finds out whether it is back; the others go on being answered for it
        restsUntil = clock.elapsed() + restFor
      }
      const answer = await withDeadline(ask, failed, alarm, deadline)
      if (isFailure(answer)) {
        failures++
        if (failures >= tripAfter) restsUntil = clock.elapsed() + restFor
      } else {
        failures = 0
      }
      return answer
    },
  }
}

function withDeadline<T>(ask: () => Promise<T>, failed: T, alarm: Alarm, deadline: number): Promise<T> {
  return new Promise((resolve) => {
    const stop = alarm(deadline, () => resolve(failed))
    const end = (answer: T) => {
      stop()
      resolve(answer)
    }
    // a connector that throws has failed; what it threw must not reach the visitor
    Promise.resolve()
      .then(ask)
      .then(end, () => end(failed))
  })
}
