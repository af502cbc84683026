import { createParser } from 'eventsource-parser'
import type { Owner } from '../schemas/conversation.ts'
import type { Message } from '../schemas/message.ts'
import { refusal } from './client.ts'
import { backOff, type Pace } from './pace.ts'

export type StreamEvent =
  | { kind: 'message'; message: Message }
  | { kind: 'owner'; owner: Owner }
  | { kind: 'typing'; typing: boolean; words?: string }

export interface StreamOptions {
  /** Opens the stream after a seq. */
  connect(after: number, signal: AbortSignal): Promise<Response>
  /** Seq up to which everything is known: asked at each (re)connect. */
  after(): number
  event(event: StreamEvent): void
  /** `lost` after the connection broke, until it stands again. */
  connection(state: 'live' | 'lost'): void
  /** The conversation or its token is no more; the stream has ended. */
  gone(): void
  pace: Pace
}

export interface Stream {
  /** Tries again now, e.g. when the network is back. */
  wake(): void
  stop(): void
}

/** The server speaks at least every 15 s; a silence of this many milliseconds is a dead line. */
const silence = 40_000

/** Follows a conversation's events for as long as it is let: reconnects with back-off and resumes where it was. */
export function openStream(options: StreamOptions): Stream {
  const stop = new AbortController()
  let sleeper: AbortController | undefined
  let line: AbortController | undefined

  async function run(): Promise<void> {
    for (let tries = 1; !stop.signal.aborted; tries++) {
      const ended = await follow()
      if (stop.signal.aborted) return
      if (ended === 'gone') return options.gone()
      if (ended.heard) tries = 0
      options.connection('lost')
      sleeper = new AbortController()
      await options.pace.wait(
        ended.after ?? (tries === 0 ? 250 : backOff(tries, options.pace.random())),
        AbortSignal.any([sleeper.signal, stop.signal]),
      )
    }
  }

  async function follow(): Promise<'gone' | { heard: boolean; after?: number }> {
    line = new AbortController()
    const signal = AbortSignal.any([line.signal, stop.signal])
    let heard = false
    try {
      const reply = await options.connect(options.after(), signal)
      if (!reply.ok || !reply.body) {
        const refused = refusal(reply)
        if (refused.kind === 'gone') return 'gone'
        return { heard, ...(refused.kind === 'again' && refused.after ? { after: refused.after } : {}) }
      }
      options.connection('live')
      const parser = createParser({ onEvent: ({ event, data }) => take(event, data) })
      const decoder = new TextDecoder()
      const reader = reply.body.getReader()
      for (;;) {
        const part = await within(reader.read(), line)
        if (part.done) break
        heard = true
        parser.feed(decoder.decode(part.value, { stream: true }))
      }
    } catch {
      // Broken, silent for too long or stopped: the loop decides.
    } finally {
      line.abort()
    }
    return { heard }
  }

  function take(name: string | undefined, data: string): void {
    const body = parse(data)
    if (name === 'message' && isMessage(body)) options.event({ kind: 'message', message: body })
    else if (name === 'owner' && typeof body?.owner === 'string') options.event({ kind: 'owner', owner: body.owner as Owner })
    else if (name === 'typing')
      options.event({ kind: 'typing', typing: body?.typing === true, ...(typeof body?.words === 'string' ? { words: body.words } : {}) })
  }

  void run()
  return {
    wake: () => sleeper?.abort(),
    stop: () => stop.abort(),
  }
}

async function within<T>(work: Promise<T>, line: AbortController): Promise<T> {
  const timer = setTimeout(() => line.abort(), silence)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}

type Body = Record<string, unknown>

function parse(data: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null ? (value as Body) : undefined
  } catch {
    return undefined
  }
}

function isMessage(body: Body | undefined): body is Body & Message {
  return typeof body?.seq === 'number' && typeof body.from === 'string' && typeof body.content === 'object'
}
