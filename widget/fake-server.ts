import type { Content } from '../schemas/content.ts'
import type { Owner } from '../schemas/conversation.ts'
import type { Message } from '../schemas/message.ts'
import type { Put } from './put.ts'

/** The chat API in memory, with the faults of the world as switches; for tests. */
export interface FakeServer {
  fetch: typeof fetch
  put: Put
  /** What was handed over, by id. */
  uploads: Map<string, Blob>
  /** Answers uploads with this status instead of taking them. */
  refusesUploads: number | undefined
  /** Calls in order: `POST start`, `POST message`, `GET list`, `GET events`, `GET entry`. */
  log: string[]
  table: Message[]
  conversations: number
  down: boolean
  slow: boolean
  refuses: boolean
  /** So many replies are lost after the message took effect. */
  loseReplies: number
  /** So many messages never reach the stream. */
  skipInStream: number
  /** What visitors said of answers, by seq. */
  ratings: Map<number, boolean>
  /** Ends all streams. */
  cut(): void
  /** The conversation expires. */
  forget(): void
  says(from: 'agent' | 'bot', text: string, meta?: Message['meta']): void
}

export function createFakeServer(): FakeServer {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const answered = new Map<string, { seq: number; messages: Message[] }>()
  const owner: Owner = 'bot'
  let token = ''

  const add = (from: Message['from'], text: string, meta?: Message['meta'], content: Content = { type: 'text', text }): Message => {
    const seq = server.table.length + 1
    const message: Message = {
      id: `row-${seq}`,
      seq,
      from,
      at: new Date(1_795_000_000_000 + seq * 1_000).toISOString(),
      content,
      ...(meta ? { meta } : {}),
    }
    server.table.push(message)
    if (server.skipInStream > 0) server.skipInStream--
    else for (const stream of streams) stream.enqueue(frame(message))
    return message
  }

  const server: FakeServer = {
    log: [],
    table: [],
    conversations: 0,
    down: false,
    slow: false,
    refuses: false,
    uploads: new Map(),
    refusesUploads: undefined,
    loseReplies: 0,
    skipInStream: 0,
    ratings: new Map(),
    cut() {
      for (const stream of streams) stream.error(new Error('cut'))
      streams.clear()
    },
    forget() {
      token = ''
      server.cut()
    },
    says: (from, text, meta) => void add(from, text, meta),
    async fetch(input, init) {
      const { pathname, searchParams } = new URL(String(input))
      const headers = new Headers(init?.headers)
      const call = `${init?.method ?? 'GET'} ${nameOf(pathname, init?.method)}`
      server.log.push(call)
      if (server.down) throw new TypeError('network')
      while (server.slow) await new Promise((resolve) => setTimeout(resolve, 1))
      if (call === 'GET entry') return json({ id: 'storefront', shop: '禾木生活', colour: '#1a3d34', letter: '禾', uploads: true })
      if (server.refuses) return json({ code: 'refused' }, 403)
      if (call === 'POST start') {
        server.conversations++
        server.table.splice(0)
        token = `token-${server.conversations}`
        return json(
          { conversationId: `c-${server.conversations}`, visitorId: 'v', token, owner, messages: [add('bot', '您好')], suggestions: [] },
          201,
        )
      }
      if (headers.get('authorization') !== `Bearer ${token}`) return json({ code: 'not-found' }, 404)
      if (call === 'GET list') return json({ messages: server.table.slice(Number(searchParams.get('after'))), owner })
      if (call === 'GET events') return events(Number(headers.get('last-event-id')), init?.signal)
      if (call === 'POST rating') {
        server.ratings.set(Number(pathname.split('/').at(-2)), JSON.parse(String(init?.body)).helpful === true)
        return new Response(null, { status: 204 })
      }
      if (call === 'GET file') {
        const file = server.uploads.get(pathname.split('/').at(-1) ?? '')
        return file ? new Response(file) : json({ code: 'not-found' }, 404)
      }
      return message(JSON.parse(String(init?.body)))
    },
    async put(_url, headers, body, progress, signal) {
      server.log.push('POST upload')
      progress(0.5)
      while (server.slow && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1))
      const id = `upload-${server.uploads.size + 1}-of-somebody`
      const status = server.down || signal.aborted ? 0 : headers.authorization !== `Bearer ${token}` ? 404 : (server.refusesUploads ?? 201)
      if (status === 201) server.uploads.set(id, body)
      return { status, header: () => null, body: JSON.stringify({ id }) }
    },
  }

  function message(body: { id: string; content: Content }): Response {
    const known = answered.get(body.id)
    const words = 'text' in body.content ? body.content.text : body.content.type
    const fresh = known ?? { seq: add('visitor', words, { clientId: body.id }, body.content).seq, messages: [add('bot', `答：${words}`)] }
    answered.set(body.id, fresh)
    if (server.loseReplies-- > 0) throw new TypeError('network')
    return json({ ...fresh, owner, duplicate: known !== undefined })
  }

  function events(after: number, signal: AbortSignal | null | undefined): Response {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller
        streams.add(controller)
        controller.enqueue(new TextEncoder().encode(`retry: 2000\n\nevent: owner\ndata: ${JSON.stringify({ owner })}\n\n`))
        for (const each of server.table.slice(after)) controller.enqueue(frame(each))
        signal?.addEventListener('abort', () => {
          if (streams.delete(controller)) controller.error(new Error('aborted'))
        })
      },
      cancel() {
        if (own) streams.delete(own)
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }

  return server
}

const nameOf = (path: string, method = 'GET') =>
  path.endsWith('/events')
    ? 'events'
    : path.endsWith('/messages')
      ? method === 'POST'
        ? 'message'
        : 'list'
      : path.endsWith('/rating')
        ? 'rating'
        : path.includes('/uploads/')
          ? 'file'
          : path.startsWith('/v1/entries')
            ? 'entry'
            : 'start'
const frame = (message: Message) => new TextEncoder().encode(`id: ${message.seq}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`)
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
