import type { Locale } from '../schemas/text.ts'
import type { Access, Client, Outcome, Started } from './client.ts'
import type { Keep } from './keep.ts'

export interface SessionOptions {
  client: Client
  keep: Keep
  entry: string
  locale: Locale
  page(): { url: string; title?: string }
  /** Another tab began a conversation, or ended ours. */
  switched(): void
}

/** Which conversation this browser is in: one for all its tabs, kept until it is renewed or refused. */
export interface Session {
  access(): Access | null
  /** The conversation, begun when there is none; `done` holds the greeting only when it was begun here. */
  begin(): Promise<Outcome<Started | null>>
  /** Leaves the conversation: the next `begin` makes another one for the same visitor. */
  leave(): void
  /** Keeps a fresher token of this conversation. */
  renew(id: string, token: string): void
  stop(): void
}

const key = 'conversation'

export function createSession(options: SessionOptions): Session {
  const { client, keep } = options
  let access = asAccess(keep.read(key))
  /** Token of the conversation we left: it makes us the same visitor in the next one. */
  let former: string | undefined
  let beginning: Promise<Outcome<Started | null>> | undefined
  const write = (next: Access | null) => {
    access = next
    keep.write(key, next ?? undefined)
  }
  const unwatch = keep.watch(key, () => {
    const other = asAccess(keep.read(key))
    const isOther = other?.id !== access?.id
    access = other
    if (isOther) options.switched()
  })

  async function start(): Promise<Outcome<Started | null>> {
    const outcome = await client.start({
      entry: options.entry,
      locale: options.locale,
      channel: 'web',
      ...(former ? { visitor: { token: former } } : {}),
      page: options.page(),
    })
    if (outcome.kind === 'done') {
      // A second tab may have been quicker: its conversation is the browser's.
      const other = asAccess(keep.read(key))
      if (other) {
        access = other
        return { kind: 'done', value: null }
      }
      write({ id: outcome.value.conversationId, token: outcome.value.token })
    }
    return outcome
  }

  return {
    access: () => access,
    begin() {
      if (access) return Promise.resolve({ kind: 'done', value: null })
      beginning ??= start().finally(() => {
        beginning = undefined
      })
      return beginning
    },
    leave() {
      former = access?.token ?? former
      // Not ours to remove when another tab has gone on already.
      if (asAccess(keep.read(key))?.id === access?.id) write(null)
      access = asAccess(keep.read(key))
    },
    renew(id, token) {
      if (access?.id === id) write({ id, token })
    },
    stop: unwatch,
  }
}

function asAccess(value: unknown): Access | null {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('token' in value)) return null
  return typeof value.id === 'string' && typeof value.token === 'string' ? { id: value.id, token: value.token } : null
}
