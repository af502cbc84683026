import type { InboundContent } from '../schemas/content.ts'
import type { Outcome } from './client.ts'
import { backOff, type Pace } from './pace.ts'

/** A photo or recording on its way to the shop; no message names it yet. */
export interface Attachment {
  id: string
  kind: 'image' | 'audio'
  file: Blob
  /** Of a recording. */
  seconds: number | undefined
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** How much of it is there, 0–1. */
  share: number
  /** Why it failed. */
  status: number | undefined
  /** Its id at the shop, once it is there. */
  upload: string | undefined
}

export interface AttachmentOptions {
  pace: Pace
  newId(): string
  /** Makes a photo small enough to travel; gives back what it cannot read. */
  shrink(file: Blob): Promise<Blob>
  send(file: Blob, progress: (share: number) => void, signal: AbortSignal): Promise<Outcome<{ id: string }>>
  /** A recording is there: it is said at once. */
  spoken(content: InboundContent, file: Blob): void
  changed(): void
}

export interface Attachments {
  items(): readonly Attachment[]
  add(file: Blob, seconds?: number): void
  retry(id: string): void
  remove(id: string): void
  /** Photos that are there, as one message; they are no longer ours then. */
  take(): { content: InboundContent; files: ReadonlyMap<string, Blob> } | undefined
  /** They went to a conversation that is no more: hand them over again. */
  again(): void
  /** Tries now what waits. */
  flush(): void
  stop(): void
}

/** As many as one message takes, and as large as the server takes; it has the last word. */
const atOnce = 4
const mostBytes = { image: 8_388_608, audio: 4_194_304 }

/** Hands files over one after the other, patiently; nothing here outlives the page. */
export function createAttachments(options: AttachmentOptions): Attachments {
  const { pace } = options
  let items: readonly Attachment[] = []
  let current: { id: string; cut: AbortController } | undefined
  let sleeper: AbortController | undefined
  let stopped = false
  let tries = 0

  const set = (id: string, change: Partial<Attachment>) => {
    items = items.map((item) => (item.id === id ? { ...item, ...change } : item))
    options.changed()
  }

  async function run(): Promise<void> {
    if (current || sleeper || stopped) return
    const item = items.find((each) => each.state === 'waiting')
    if (!item) return
    const cut = new AbortController()
    current = { id: item.id, cut }
    const outcome = await hand(item, cut.signal)
    current = undefined
    if (stopped) return
    if (!cut.signal.aborted) settle(item, outcome)
    if (outcome.kind === 'again' && !cut.signal.aborted) await sleep(outcome.after)
    void run()
  }

  async function hand(item: Attachment, signal: AbortSignal): Promise<Outcome<{ id: string }>> {
    if (item.kind === 'image' && !item.file.type.startsWith('image/')) return { kind: 'refused', status: 415 }
    const file = item.kind === 'image' ? await options.shrink(item.file) : item.file
    if (file.size > mostBytes[item.kind]) return { kind: 'refused', status: 413 }
    if (signal.aborted) return { kind: 'again' }
    set(item.id, { state: 'sending', share: 0, file })
    return options.send(file, (share) => set(item.id, { share }), signal)
  }

  function settle(item: Attachment, outcome: Outcome<{ id: string }>): void {
    if (outcome.kind === 'again') return set(item.id, { state: 'waiting', share: 0 })
    tries = 0
    if (outcome.kind !== 'done') return set(item.id, { state: 'failed', status: outcome.kind === 'refused' ? outcome.status : 404 })
    const upload = outcome.value.id
    if (item.kind === 'image') return set(item.id, { state: 'done', share: 1, upload })
    drop(item.id)
    options.spoken({ type: 'audio', upload, ...(item.seconds ? { seconds: item.seconds } : {}) }, item.file)
  }

  async function sleep(after: number | undefined): Promise<void> {
    sleeper = new AbortController()
    await pace.wait(after ?? backOff(++tries, pace.random()), sleeper.signal)
    sleeper = undefined
  }

  function drop(id: string): void {
    items = items.filter((item) => item.id !== id)
    options.changed()
  }

  return {
    items: () => items,
    add(file, seconds) {
      const kind = seconds === undefined ? 'image' : 'audio'
      if (kind === 'image' && items.filter((item) => item.kind === 'image').length >= atOnce) return
      items = [...items, { id: options.newId(), kind, file, seconds, state: 'waiting', share: 0, status: undefined, upload: undefined }]
      options.changed()
      void run()
    },
    retry(id) {
      set(id, { state: 'waiting', status: undefined })
      void run()
    },
    remove(id) {
      if (current?.id === id) current.cut.abort()
      drop(id)
    },
    take() {
      const ready = items.filter((item) => item.state === 'done')
      const [upload, ...more] = ready.flatMap((item) => item.upload ?? [])
      if (!upload) return undefined
      items = items.filter((item) => item.state !== 'done')
      options.changed()
      const files = new Map(ready.map((item) => [item.upload ?? '', item.file]))
      return { content: { type: 'image', upload, ...(more.length ? { more } : {}) }, files }
    },
    again() {
      items = items.map((item) => (item.state === 'done' ? { ...item, state: 'waiting', upload: undefined } : item))
      void run()
    },
    flush() {
      sleeper?.abort()
      void run()
    },
    stop() {
      stopped = true
      current?.cut.abort()
      sleeper?.abort()
    },
  }
}
