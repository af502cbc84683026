import { connect } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../clock.ts'
import { type Listening, listen } from './listen.ts'
import { createStreams } from './stream.ts'
import { startTestRuntime, type TestRuntime } from './testing.ts'

let house: TestRuntime
let server: Listening

beforeAll(async () => {
  house = await startTestRuntime()
  server = await listen(house.runtime.app, { host: '127.0.0.1', port: 0, maxConnections: 500 })
})
afterAll(async () => {
  const stopped = server.stop()
  await house.close()
  server.cut()
  await stopped
})

describe('an event stream', () => {
  it('brings the greeting, then every message as it comes, with its seq as id [I15]', async () => {
    const visit = await house.visit()
    const stream = await follow(visit)
    expect(await stream.next('message')).toMatchObject({ id: '1', data: { seq: 1, from: 'bot' } })
    await say(visit, 'message-1', '你好')
    expect(await stream.next('message')).toMatchObject({ id: '2', data: { from: 'visitor', content: { text: '你好' } } })
    expect(await stream.next('message')).toMatchObject({ id: '3', data: { from: 'bot' } })
    stream.leave()
  })

  it('resumes after the last id, with nothing missing and nothing twice, however often it is cut [I15]', async () => {
    const visit = await house.visit()
    const seen: number[] = []
    let last = 0
    for (let round = 0; round < 12; round++) {
      const stream = await follow(visit, last)
      await say(visit, `message-${round}`, `第${round}句`)
      // reads only part of what is there before the line is cut
      const there = (await lastSeq(visit)) - last
      for (let events = 0; events < Math.min(there, 1 + (round % 2)); events++) {
        last = Number((await stream.next('message')).id)
        seen.push(last)
      }
      stream.leave()
    }
    const stream = await follow(visit, last)
    const total = await lastSeq(visit)
    while (last < total) {
      last = Number((await stream.next('message')).id)
      seen.push(last)
    }
    stream.leave()
    expect(seen).toEqual(Array.from({ length: total }, (_, index) => index + 1))
  })

  it('carries the edits of a draft to its other readers', async () => {
    const address = `${server.url}/api/flows/${house.flowId}/draft/events`
    const stream = await open(address, { cookie: house.cookies.agent })
    const edit = { id: crypto.randomUUID(), base: 0, operations: [{ op: 'rename-flow', name: 'Renamed' }] }
    await house.ask('POST', `/api/flows/${house.flowId}/draft/edits`, { cookie: house.cookies.operator, body: edit })
    expect(await stream.next('edit')).toMatchObject({ id: '1', data: { id: edit.id, revision: 1, authorName: 'operator' } })
    stream.leave()
  })

  it('is let go when its reader leaves', async () => {
    const visit = await house.visit()
    const before = await streams()
    const readers = await Promise.all(Array.from({ length: 5 }, () => follow(visit)))
    expect(await streams()).toBe(before + 5)
    for (const reader of readers) reader.leave()
    await expect.poll(streams).toBe(before)
  })

  it('is refused to the sixty-fifth reader of one address', async () => {
    await expect.poll(streams).toBe(0)
    const visit = await house.visit()
    const readers = await Promise.all(Array.from({ length: 64 }, () => follow(visit)))
    const response = await fetch(`${server.url}/v1/conversations/${visit.conversationId}/events`, {
      headers: { authorization: `Bearer ${visit.token}` },
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '15'])
    await response.body?.cancel()
    for (const reader of readers) reader.leave()
    await expect.poll(streams).toBe(0)
    const again = await follow(visit)
    again.leave()
  })
})

describe('a reader that stays', () => {
  it('is sent away after a while, to come back if it still may', async () => {
    const brief = createStreams(systemClock, { perAddress: 1, stuckAfter: 50, longest: 100 })
    async function* feed(signal: AbortSignal) {
      yield { id: 1, event: 'message', data: 'hello' }
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    }
    const began = performance.now()
    const response = brief.open(feed, { address: '10.0.0.1', disconnect: () => {} }, {})
    // the body ends as it should: nothing was cut off
    expect(await response.text()).toBe('retry: 2000\n\nid: 1\nevent: message\ndata: "hello"\n\n')
    expect(performance.now() - began).toBeGreaterThanOrEqual(100)
    expect(brief.count()).toBe(0)
    brief.close()
  })
})

describe('a reader that takes nothing', () => {
  /** A server whose one stream never runs dry, and how much was made for its reader. */
  async function endless() {
    const streams = createStreams(systemClock, { perAddress: 64, stuckAfter: 200, longest: 60_000 })
    let made = 0
    async function* feed(signal: AbortSignal) {
      for (; !signal.aborted; made++) yield { id: made, event: 'message', data: 'x'.repeat(10_000) }
    }
    const app = new Hono()
    app.get('/', (c) => streams.open(feed, { address: '127.0.0.1', disconnect: () => (c.env as HttpBindings).outgoing.destroy() }, {}))
    const listening = await listen(app, { host: '127.0.0.1', port: 0, maxConnections: 10 })
    return { streams, made: () => made, port: listening.port, stop: () => (listening.cut(), listening.stop()) }
  }

  it('is cut, having cost no more than its connection holds [I15]', async () => {
    const { streams, made, port, stop } = await endless()
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    // never reads: what the two machines' buffers hold is all that is ever made
    await expect.poll(streams.count).toBe(1)
    await expect.poll(streams.count, { timeout: 5_000 }).toBe(0)
    const whenCut = made()
    expect(whenCut).toBeLessThan(2_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(made()).toBe(whenCut)
    socket.destroy()
    await stop()
  })

  it('is cut when it never begins to read', async () => {
    const streams = createStreams(systemClock, { perAddress: 1, stuckAfter: 50, longest: 60_000 })
    let cut = 0
    async function* feed() {
      yield { id: 1, event: 'message', data: '' }
    }
    const open = () => streams.open(feed, { address: '10.0.0.1', disconnect: () => cut++ }, {})
    open()
    expect(open).toThrow('Too many')
    await expect.poll(streams.count).toBe(0)
    expect(cut).toBe(1)
    expect(open).not.toThrow()
    streams.close()
  })

  it('cannot be made by asking for the head of a stream', async () => {
    const visit = await house.visit()
    const before = await streams()
    const response = await fetch(`${server.url}/v1/conversations/${visit.conversationId}/events`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${visit.token}` },
    })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
    expect(await streams()).toBe(before)
  })
})

async function lastSeq({ conversationId }: Visit): Promise<number> {
  return (await house.runtime.store.conversations.load(conversationId))?.seq ?? 0
}

interface Visit {
  conversationId: string
  token: string
}

function say({ conversationId, token }: Visit, id: string, text: string): Promise<Response> {
  return house.ask('POST', `/v1/conversations/${conversationId}/messages`, { token, body: { id, content: { type: 'text', text } } })
}

function follow({ conversationId, token }: Visit, after = 0) {
  return open(`${server.url}/v1/conversations/${conversationId}/events`, {
    authorization: `Bearer ${token}`,
    'last-event-id': String(after),
  })
}

async function open(address: string, headers: Record<string, string>) {
  const abort = new AbortController()
  const response = await fetch(address, { headers, signal: abort.signal })
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status} ${await response.text()}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader()
  return {
    /** The next event of this name; others are passed over. */
    async next(name: string): Promise<{ id: string | undefined; data: unknown }> {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) throw new Error('the stream has ended')
        if (value.event === name) return { id: value.id, data: JSON.parse(value.data) }
      }
    },
    leave() {
      reader.closed.catch(() => {})
      abort.abort()
    },
  }
}

async function streams(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(/^floorwalker_streams (\d+)$/m.exec(text)?.[1] ?? Number.NaN)
}
