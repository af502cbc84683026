import type { InboundContent } from '../schemas/content.ts'
import type { Outcome, Posted } from './client.ts'
import type { Keep } from './keep.ts'
import { backOff, type Pace } from './pace.ts'

/** Something the visitor said that the server has not answered yet. */
export interface Unsent {
  /** Ours, unguessable; the same on every try, so that it takes effect once. */
  id: string
  content: InboundContent
  /** Milliseconds since the epoch. */
  at: number
  /** Refused for good: the status, until the visitor tries again or takes it back. */
  failed?: number
}

export interface OutboxOptions {
  keep: Keep
  pace: Pace
  /** Posts one; `gone` means that the conversation must be begun anew first. */
  post(item: Unsent): Promise<Outcome<Posted>>
  /** The server has it, with what it answered. */
  sent(item: Unsent, reply: Posted): void
  /** The conversation is no more; true when a new one stands ready and the message may go there. */
  renew(): Promise<boolean>
  changed(): void
  /** One tab at a time; absent where the browser has no locks (a repeat has no effect anyway). */
  exclusively?<T>(work: () => Promise<T>): Promise<T>
}

export interface Outbox {
  items(): readonly Unsent[]
  /** Id of the one that is on its way now. */
  sending(): string | undefined
  add(item: Unsent): void
  retry(id: string): void
  remove(id: string): void
  /** Sends what waits, strictly in order, one at a time; also wakes a back-off early. */
  flush(): void
  stop(): void
}

const key = 'outbox'
const limit = 50

export function createOutbox(options: OutboxOptions): Outbox {
  const { keep, pace } = options
  let asked = false
  let stopped = false
  let current: string | undefined
  let sleeper: AbortController | undefined
  const read = (): Unsent[] => asItems(keep.read(key))
  const write = (items: Unsent[]) => {
    keep.write(key, items.length ? items.slice(-limit) : undefined)
    options.changed()
  }

  async function run(): Promise<void> {
    let tries = 0
    for (let item = next(); item && !stopped; item = next()) {
      const went = await attempt(item)
      if (went === 'next') tries = 0
      else if (!stopped) await sleep(went ?? backOff(++tries, pace.random()))
    }
  }

  const next = () => read().find((item) => item.failed === undefined)

  /** `next` when this item is settled, else how long to wait (undefined = as the back-off says). */
  async function attempt(item: Unsent): Promise<'next' | number | undefined> {
    current = item.id
    options.changed()
    const outcome = await options.post(item)
    current = undefined
    if (stopped) return 'next'
    switch (outcome.kind) {
      case 'done':
        options.sent(item, outcome.value)
        write(read().filter((each) => each.id !== item.id))
        return 'next'
      case 'refused':
        write(read().map((each) => (each.id === item.id ? { ...each, failed: outcome.status } : each)))
        return 'next'
      case 'gone':
        options.changed()
        return (await options.renew()) ? 'next' : undefined
      case 'again':
        options.changed()
        return outcome.after
    }
  }

  async function sleep(milliseconds: number): Promise<void> {
    sleeper = new AbortController()
    await pace.wait(milliseconds, sleeper.signal)
    sleeper = undefined
  }

  const flush = () => {
    sleeper?.abort()
    if (asked || stopped || !next()) return
    asked = true
    const finished = options.exclusively ? options.exclusively(run) : run()
    void finished.finally(() => {
      asked = false
    })
  }

  return {
    items: read,
    sending: () => current,
    add(item) {
      write([...read(), item])
      flush()
    },
    retry(id) {
      write(read().map(({ failed, ...item }) => (item.id === id || failed === undefined ? item : { ...item, failed })))
      flush()
    },
    remove(id) {
      write(read().filter((item) => item.id !== id))
    },
    flush,
    stop() {
      stopped = true
      sleeper?.abort()
    },
  }
}

/** What is kept may be from an older version or from somebody else's hand: only what has our shape is used. */
function asItems(value: unknown): Unsent[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (item): item is Unsent => typeof item?.id === 'string' && typeof item.at === 'number' && typeof item.content?.type === 'string',
  )
}
