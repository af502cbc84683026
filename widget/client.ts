import type {
  conversationEvents,
  listMessages,
  postMessage,
  postUpload,
  rateAnswer,
  readEntry,
  readOwnUpload,
  startConversation,
} from '../schemas/api/chat.ts'
import type { Body, Reply } from '../schemas/api/route.ts'
import type { Put } from './put.ts'

export type Started = Reply<typeof startConversation>
export type Posted = Reply<typeof postMessage>
export type Listed = Reply<typeof listMessages>
export type Uploaded = Reply<typeof postUpload>
export type Look = Reply<typeof readEntry>
export type Begin = Body<typeof startConversation>
export type Say = Body<typeof postMessage>

/** What became of a call. `gone`: the conversation or its token is no more. `again`: it may work later. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'again'; after?: number }
  | { kind: 'gone' }
  | { kind: 'refused'; status: number }

export interface Access {
  id: string
  token: string
}

export interface Client {
  look(entry: string): Promise<Outcome<Look>>
  start(body: Begin): Promise<Outcome<Started>>
  post(access: Access, body: Say): Promise<Outcome<Posted>>
  list(access: Access, after: number): Promise<Outcome<Listed>>
  rate(access: Access, seq: number, helpful: boolean): Promise<Outcome<unknown>>
  /** Hands over the bytes of a photo or recording. */
  upload(access: Access, file: Blob, progress: (share: number) => void, signal: AbortSignal): Promise<Outcome<Uploaded>>
  /** A photo or recording of the conversation; undefined when it cannot be had. */
  file(access: Access, upload: string): Promise<Blob | undefined>
  /** The raw event stream; the caller reads its body. */
  stream(access: Access, after: number, signal: AbortSignal): Promise<Response>
}

export interface ClientOptions {
  /** `https://chat.example`, without a slash at the end. */
  server: string
  fetch: typeof fetch
  put: Put
  /** A fresher token for the conversation came with a reply. */
  renewed?(id: string, token: string): void
}

// The literals are checked against the route table; only its types are used here.
const paths = {
  start: '/v1/conversations' satisfies (typeof startConversation)['path'],
  messages: '/v1/conversations/{id}/messages' satisfies (typeof postMessage)['path'] & (typeof listMessages)['path'],
  events: '/v1/conversations/{id}/events' satisfies (typeof conversationEvents)['path'],
  rating: '/v1/conversations/{id}/answers/{seq}/rating' satisfies (typeof rateAnswer)['path'],
  entry: '/v1/entries/{entry}' satisfies (typeof readEntry)['path'],
  upload: '/v1/uploads' satisfies (typeof postUpload)['path'],
  file: '/v1/conversations/{id}/uploads/{upload}' satisfies (typeof readOwnUpload)['path'],
} as const

const patience = 30_000

/** The chat API as the widget uses it: no call throws. Replies are our own server's and are shown as text only. */
export function createClient({ server, fetch, put, renewed }: ClientOptions): Client {
  const at = (path: string, value = '', query = '', second: string | number = '') =>
    server + path.replace(/\{\w+\}/, encodeURIComponent(value)).replace(/\{\w+\}/, `${second}`) + query
  const bearer = (access: Access) => ({ authorization: `Bearer ${access.token}` })

  async function call<T>(url: string, init: RequestInit, access?: Access, read = (reply: Response) => reply.json()): Promise<Outcome<T>> {
    try {
      const reply = await fetch(url, { ...init, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(patience) })
      const token = reply.headers.get('floorwalker-token')
      if (access && token) renewed?.(access.id, token)
      if (reply.ok) return { kind: 'done', value: (reply.status === 204 ? undefined : await read(reply)) as T }
      return refusal(reply)
    } catch {
      return { kind: 'again' }
    }
  }

  const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

  return {
    look: (entry) => call(at(paths.entry, entry), {}),
    start: (body) => call(at(paths.start), json(body)),
    post: (access, body) => call(at(paths.messages, access.id), json(body, bearer(access)), access),
    list: (access, after) => call(at(paths.messages, access.id, `?after=${after}`), { headers: bearer(access) }, access),
    rate: (access, seq, helpful) => call(at(paths.rating, access.id, '', seq), json({ helpful }, bearer(access)), access),
    async upload(access, file, progress, signal) {
      const headers = { ...bearer(access), 'content-type': 'application/octet-stream' }
      const { status, header, body } = await put(server + paths.upload, headers, file, progress, signal)
      const token = header('floorwalker-token')
      if (token) renewed?.(access.id, token)
      if (status === 201) return { kind: 'done', value: JSON.parse(body) as Uploaded }
      if (status === 0) return { kind: 'again' }
      // where a shop takes no files, the conversation goes on all the same
      return status === 403 ? { kind: 'refused', status } : refusal({ status, headers: { get: header } })
    },
    async file(access, upload) {
      const url = at(paths.file, access.id, '', upload)
      const outcome = await call<Blob>(url, { headers: bearer(access) }, access, (reply) => reply.blob())
      return outcome.kind === 'done' ? outcome.value : undefined
    },
    stream: (access, after, signal) =>
      fetch(at(paths.events, access.id), {
        headers: { ...bearer(access), accept: 'text/event-stream', 'last-event-id': String(after) },
        credentials: 'omit',
        cache: 'no-store',
        signal,
      }),
  }
}

/** What a status other than success means to us. */
export function refusal(reply: { status: number; headers: Pick<Headers, 'get'> }): Exclude<Outcome<never>, { kind: 'done' }> {
  const { status } = reply
  if (status === 401 || status === 403 || status === 404 || status === 410) return { kind: 'gone' }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const seconds = Number(reply.headers.get('retry-after'))
    return seconds > 0 ? { kind: 'again', after: Math.min(seconds, 120) * 1_000 } : { kind: 'again' }
  }
  return { kind: 'refused', status }
}
