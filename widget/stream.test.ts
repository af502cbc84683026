import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../schemas/message.ts'
import { confirmed, emptyTimeline, merge } from './state.ts'
import { openStream, type StreamEvent } from './stream.ts'
import { quickPace, settle, until, wordsAt } from './testing.ts'

describe('the event stream', () => {
  it('goes on after the last message that is certain', async () => {
    const line = server([wordsAt(1), wordsAt(2), wordsAt(3)])
    line.cutAfter = 1
    const client = listen(line)
    await until(() => client.state().timeline.length === 3)
    expect(line.asked.slice(0, 3)).toEqual([0, 1, 2])
    client.stream.stop()
  })

  it('shows exactly the table after random cuts, doubles and pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 25 }),
        fc.array(fc.record({ cut: fc.nat(8), back: fc.nat(3), piece: fc.integer({ min: 1, max: 60 }) }), { maxLength: 12 }),
        async (size, history) => {
          const table = Array.from({ length: size }, (_, index) => wordsAt(index + 1))
          const line = server(table, history)
          const client = listen(line)
          await until(() => client.state().timeline.length === size)
          client.stream.stop()
          expect(client.state().timeline).toEqual(table)
          expect(client.state().held).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('tells who writes, and that somebody types', async () => {
    const line = server([])
    line.extra =
      'event: owner\ndata: {"owner":"queue"}\n\nevent: typing\ndata: {"typing":true,"words":"looking"}\n\nevent: owner\ndata: {broken\n\nevent: message\ndata: [1]\n\n: still here\n\n'
    const client = listen(line)
    await until(() => client.events.length >= 2)
    client.stream.stop()
    expect(client.events.slice(0, 2)).toEqual([
      { kind: 'owner', owner: 'queue' },
      { kind: 'typing', typing: true, words: 'looking' },
    ])
  })

  it('waits as the server asks when there are too many, and longer each time when nobody answers', async () => {
    const replies = [
      new Response('', { status: 429, headers: { 'retry-after': '15' } }),
      new Response('', { status: 503 }),
      new Response('', { status: 502 }),
    ]
    const pace = quickPace()
    const states: string[] = []
    const stream = openStream({
      connect: async () => replies.shift() ?? new Response('', { status: 404 }),
      after: () => 0,
      event: () => undefined,
      connection: (state) => states.push(state),
      gone: () => states.push('gone'),
      pace,
    })
    await until(() => states.includes('gone'))
    expect(pace.waited[0]).toBe(15_000)
    expect(pace.waited[2]).toBeGreaterThan(pace.waited[1] ?? Number.POSITIVE_INFINITY)
    expect(states).toEqual(['lost', 'lost', 'lost', 'gone'])
    stream.stop()
  })

  it('tries at once when it is woken', async () => {
    let calls = 0
    const stream = openStream({
      connect: async () => {
        calls++
        throw new TypeError('network')
      },
      after: () => 0,
      event: () => undefined,
      connection: () => undefined,
      gone: () => undefined,
      pace: { ...quickPace(), wait: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())) },
    })
    await until(() => calls === 1)
    await settle()
    expect(calls).toBe(1)
    stream.wake()
    await until(() => calls === 2)
    stream.stop()
  })
})

interface Line {
  connect(after: number, signal: AbortSignal): Promise<Response>
  asked: number[]
  cutAfter: number
  extra: string
}

/** A server that follows the protocol but is cut, repeats messages and writes in pieces that split characters. */
function server(table: readonly Message[], history: { cut: number; back: number; piece: number }[] = []): Line {
  const line: Line = {
    asked: [],
    cutAfter: Number.POSITIVE_INFINITY,
    extra: '',
    async connect(after, signal) {
      line.asked.push(after)
      const turn = history.shift()
      const from = Math.max(0, after - (turn?.back ?? 0))
      const messages = table.slice(from, turn ? from + turn.cut : from + line.cutAfter)
      const bytes = new TextEncoder().encode(
        `retry: 2000\n\n${line.extra}${messages.map((each) => `id: ${each.seq}\nevent: message\ndata: ${JSON.stringify(each)}\n\n`).join('')}`,
      )
      const isCut = turn !== undefined || from + messages.length < table.length
      return new Response(inPieces(bytes, turn?.piece ?? 50, isCut, signal))
    },
  }
  return line
}

function inPieces(bytes: Uint8Array, size: number, ends: boolean, signal: AbortSignal): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    start: (controller) => signal.addEventListener('abort', () => controller.error(new Error('aborted'))),
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += size)))
      else if (ends) controller.close()
      else return new Promise(() => undefined)
      return undefined
    },
  })
}

function listen(line: Line) {
  let state = emptyTimeline
  const events: StreamEvent[] = []
  const stream = openStream({
    connect: line.connect,
    after: () => confirmed(state),
    event(event) {
      events.push(event)
      if (event.kind === 'message') state = merge(state, [event.message])
    },
    connection: () => undefined,
    gone: () => undefined,
    pace: quickPace(),
  })
  return { stream, events, state: () => state }
}
