import type { Answer } from '../../nodes/turn.ts'
import type { Clock } from '../clock.ts'
import type { ShopConnector } from './connector.ts'

export interface ResilienceOptions {
  /** Milliseconds for a read with its retry: a visitor hears something within it. */
  deadline?: number
  /** Failures in a row after which the shop is left alone for `rest` milliseconds. */
  failures?: number
  rest?: number
}

/**
 * A connector that answers in time whatever the shop does: a deadline for each read, one retry when it fails quickly,
 * and a breaker that spares a shop that is down (one call tries again after the rest).
 */
export function resilient(connector: ShopConnector, clock: Clock, options: ResilienceOptions = {}): ShopConnector {
  const deadline = options.deadline ?? 2_000
  const breaker = createBreaker(clock, options.failures ?? 5, options.rest ?? 10_000)
  const guarded = async <T>(read: (signal: AbortSignal) => Promise<Answer<T>>, outer?: AbortSignal): Promise<Answer<T>> => {
    if (!breaker.mayTry()) return unavailable
    const limit = AbortSignal.timeout(deadline)
    const signal = outer ? AbortSignal.any([outer, limit]) : limit
    let answer = await inTime(read, signal)
    if (failed(answer) && !signal.aborted) answer = await inTime(read, signal)
    // A caller who gave up says nothing about the shop.
    if (outer?.aborted) breaker.forget()
    else breaker.learn(!failed(answer))
    return answer
  }
  return {
    order: (caller, orderId, signal) => guarded((inner) => connector.order(caller, orderId, inner), signal),
    recentOrders: (caller, limit, signal) => guarded((inner) => connector.recentOrders(caller, limit, inner), signal),
    parcel: (caller, orderId, signal) => guarded((inner) => connector.parcel(caller, orderId, inner), signal),
    products: (caller, query, limit, signal) => guarded((inner) => connector.products(caller, query, limit, inner), signal),
  }
}

const unavailable = { ok: false, why: 'unavailable' } as const

/** Not found and refused are answers of a healthy shop. */
const failed = (answer: Answer<unknown>) => !answer.ok && answer.why === 'unavailable'

/** The read, or `unavailable` at the signal even when the connector does not heed it. */
function inTime<T>(read: (signal: AbortSignal) => Promise<Answer<T>>, signal: AbortSignal): Promise<Answer<T>> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(unavailable)
    const stop = () => resolve(unavailable)
    signal.addEventListener('abort', stop, { once: true })
    read(signal)
      .then(resolve, () => resolve(unavailable))
      .finally(() => signal.removeEventListener('abort', stop))
  })
}

function createBreaker(clock: Clock, limit: number, rest: number) {
  let inRow = 0
  let openUntil = 0
  let probing = false
  return {
    mayTry(): boolean {
      if (inRow < limit) return true
      if (probing || clock.elapsed() < openUntil) return false
      probing = true
      return true
    },
    learn(well: boolean): void {
      probing = false
      inRow = well ? 0 : inRow + 1
      if (inRow >= limit) openUntil = clock.elapsed() + rest
    },
    forget(): void {
      probing = false
    },
  }
}
