import type { Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { addressKey } from './address.ts'
import type { EventFeed, StreamEvent } from './handler.ts'

const longestSweep = 5_000

export interface Streams {
  /** Answers with the feed as server-sent events. @throws AppError 429 above the limit per address */
  open(feed: EventFeed, reader: Reader, headers: Record<string, string>): Response
  count(): number
  /** Tells every reader to come back after a moment, and closes. */
  close(): void
}

export interface Reader {
  address: string
  /** Ends the connection at once; for readers that take nothing any more. */
  disconnect(): void
}

export interface StreamSettings {
  /** Open streams of one address (IPv6: one /64). */
  perAddress: number
  /** Milliseconds after which a reader that takes nothing is cut; it resumes by its last id. */
  stuckAfter: number
  /** Milliseconds after which a reader is sent away to come back and show again who it is. */
  longest: number
}

interface Open {
  /** Ends the feed after the event under way. */
  finish(): void
  /** Ends the feed and the connection at once. */
  cut(): void
  openedAt: number
  /** Since when an event waits to be taken; null when the reader has taken all. */
  waitingSince: number | null
}

/** Open event streams. Events are pulled one by one as the reader takes them, so a slow one costs no memory. */
export function createStreams(clock: Clock, settings: StreamSettings): Streams {
  const streams = new Set<Open>()
  const byAddress = new Map<string, number>()
  let isClosing = false
  const sweep = setInterval(
    () => {
      const now = clock.elapsed()
      for (const stream of streams) {
        if (stream.waitingSince !== null && now - stream.waitingSince > settings.stuckAfter) stream.cut()
        else if (now - stream.openedAt > settings.longest) stream.finish()
      }
    },
    Math.min(longestSweep, settings.stuckAfter),
  )
  sweep.unref()

  return {
    open(feed, reader, headers) {
      const key = addressKey(reader.address)
      const held = byAddress.get(key) ?? 0
      if (isClosing) throw new AppError('unavailable', 503, 'The server is restarting.', { retry: { after: 2_000 } })
      if (held >= settings.perAddress)
        throw new AppError('too-many', 429, 'Too many open event streams from this address.', { retry: { after: 15_000 } })
      byAddress.set(key, held + 1)
      const release = () => {
        const left = (byAddress.get(key) ?? 1) - 1
        if (left > 0) byAddress.set(key, left)
        else byAddress.delete(key)
      }
      return new Response(toBody(feed, reader, streams, clock, release), {
        headers: {
          ...headers,
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store, no-transform',
          'x-accel-buffering': 'no',
        },
      })
    },
    count: () => streams.size,
    close() {
      isClosing = true
      clearInterval(sweep)
      for (const stream of streams) stream.finish()
    },
  }
}

/** The last event id a reader names, if it is one of ours. */
export function resumeFrom(lastEventId: string | undefined): number | undefined {
  return lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined
}

function toBody(feed: EventFeed, reader: Reader, streams: Set<Open>, clock: Clock, release: () => void): ReadableStream<Uint8Array> {
  const abort = new AbortController()
  const events = feed(abort.signal)[Symbol.asyncIterator]()
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    abort.abort()
    // a generator that stands at a yield only cleans up when told to
    void events.return?.()
    streams.delete(stream)
    release()
  }
  const stream: Open = {
    openedAt: clock.elapsed(),
    // a body that nobody ever begins to read is cut like one that nobody goes on reading
    waitingSince: clock.elapsed(),
    finish: () => abort.abort(),
    cut() {
      end()
      reader.disconnect()
    },
  }
  streams.add(stream)
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // the first bytes tell the reader that it is connected, and how long to wait before the next try
      controller.enqueue(encode('retry: 2000\n\n'))
    },
    async pull(controller) {
      stream.waitingSince = null
      const next = await events.next().catch(() => ({ done: true, value: undefined }) as const)
      if (isOver) return
      if (next.done || abort.signal.aborted) {
        end()
        controller.close()
        return
      }
      controller.enqueue(encode(frame(next.value)))
      stream.waitingSince = clock.elapsed()
    },
    cancel: end,
  })
}

/** JSON has no line breaks and the id is our integer, so no field can be broken out of. */
function frame(event: StreamEvent): string {
  if (event === 'heartbeat') return ': still here\n\n'
  const id = event.id === undefined ? '' : `id: ${Math.trunc(event.id)}\n`
  return `${id}event: ${event.event.replace(/[^\w-]/g, '')}\ndata: ${JSON.stringify(event.data)}\n\n`
}

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)
