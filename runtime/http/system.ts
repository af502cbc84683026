import { createHash, timingSafeEqual } from 'node:crypto'
import { errors } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { isLoopback } from './address.ts'
import type { Handlers } from './handler.ts'
import type { Metrics } from './metrics.ts'

export interface SystemParts {
  store: Pick<Store, 'ping'>
  metrics: Metrics
  version: string
  /** Who carries it may read the metrics from anywhere; without it, only this machine may. */
  metricsToken: string | undefined
}

/** Whether the server lives, and its counters. */
export function systemHandlers({ store, metrics, version, metricsToken }: SystemParts): Pick<Handlers, 'health' | 'metrics'> {
  const mayRead = (address: string, forwarded: boolean, authorization: string | undefined): boolean => {
    if (metricsToken !== undefined && authorization !== undefined && isSame(authorization, `Bearer ${metricsToken}`)) return true
    // behind a proxy on this machine everybody comes from loopback
    return isLoopback(address) && !forwarded
  }
  return {
    async health() {
      await store.ping()
      return { ok: true, version }
    },
    async metrics({ address, header }) {
      if (!mayRead(address, header('x-forwarded-for') !== undefined, header('authorization')))
        throw errors.refused('The metrics answer this machine or the metrics token only.')
      return metrics.render()
    },
  }
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
