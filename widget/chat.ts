import type { InboundContent } from '../schemas/content.ts'
import type { Owner } from '../schemas/conversation.ts'
import type { Locale } from '../schemas/text.ts'
import type { Attachment } from './attachments.ts'
import { createClient, type Look, type Posted } from './client.ts'
import type { Keep } from './keep.ts'
import { createOutbox, type Unsent } from './outbox.ts'
import { backOff, type Pace } from './pace.ts'
import type { Put } from './put.ts'
import { createRatings } from './ratings.ts'
import { createSeen } from './seen.ts'
import { createSession } from './session.ts'
import { confirmed, emptyTimeline, hasGap, merge, type Shown, unread } from './state.ts'
import { openStream, type Stream } from './stream.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** Everything a screen needs to know, made anew at each change. */
export interface Snapshot {
  look: Look | null
  open: boolean
  /** True until the conversation has been begun or read back. */
  starting: boolean
  /** The shop does not let us in; nothing will come of waiting. */
  unavailable: boolean
  /** The conversation before this one had come to its end by itself. */
  renewed: boolean
  timeline: readonly Shown[]
  unsent: readonly Unsent[]
  attachments: readonly Attachment[]
  /** What the open question asks for besides words. */
  wants: 'photo' | 'voice' | undefined
  sending: string | undefined
  owner: Owner
  typing: boolean
  /** What the flow lets us show while it looks something up. */
  interim: string | undefined
  connection: 'live' | 'lost'
  unread: number
}

export interface ChatOptions {
  server: string
  entry: string
  locale: Locale
  fetch: typeof fetch
  put: Put
  shrink(file: Blob): Promise<Blob>
  keep: Keep
  pace: Pace
  newId(): string
  page(): { url: string; title?: string }
  exclusively?<T>(work: () => Promise<T>): Promise<T>
}

export interface Chat extends Uploads {
  snapshot(): Snapshot
  /** @returns stops telling */
  subscribe(changed: () => void): () => void
  setOpen(open: boolean): void
  say(content: InboundContent): void
  retry(id: string): void
  remove(id: string): void
  /** What this visitor said of an answer; undefined when nothing yet. */
  rated(seq: number): boolean | undefined
  /** Says whether an answer helped. @returns false when it did not reach the shop */
  rate(seq: number, helpful: boolean): Promise<boolean>
  /** Leaves this conversation and begins another. */
  startAnew(): void
  /** The network or the page is back: try everything now. */
  wake(): void
  stop(): void
}

const typingAfter = 300
const page = 200

/** The visitor's side of a conversation, without a screen. */
export function createChat(options: ChatOptions): Chat {
  const { keep, pace } = options
  const listeners = new Set<() => void>()
  let timeline = emptyTimeline
  let stream: Stream | undefined
  let stopped = false
  let generation = 0
  let state = {
    look: null as Look | null,
    open: false,
    starting: false,
    unavailable: false,
    renewed: false,
    owner: 'bot' as Owner,
    typing: false,
    interim: undefined as string | undefined,
    posting: false,
    connection: 'live' as Snapshot['connection'],
  }

  const tell = () => {
    if (state.open) seen.mark(timeline.timeline.length)
    for (const listener of listeners) listener()
  }
  const set = (change: Partial<typeof state>) => {
    state = { ...state, ...change }
    tell()
  }
  const client = createClient({
    server: options.server,
    fetch: options.fetch,
    put: options.put,
    renewed: (id, token) => session.renew(id, token),
  })
  const session = createSession({
    client,
    keep,
    entry: options.entry,
    locale: options.locale,
    page: options.page,
    switched: () => reset(true),
  })
  const seen = createSeen(keep, () => session.access()?.id)
  const ratings = createRatings(keep, () => session.access()?.id)
  const outbox = createOutbox({
    keep,
    pace,
    sent,
    changed: posting,
    ...(options.exclusively ? { exclusively: options.exclusively } : {}),
    async post(item) {
      const begun = await ensure()
      const access = session.access()
      if (!begun || !access) return { kind: 'again' }
      return client.post(access, { id: item.id, content: item.content })
    },
    async renew() {
      lost()
      return ensure()
    },
  })

  const say = (content: InboundContent) => outbox.add({ id: options.newId(), content, at: pace.now() })
  const { newId, shrink } = options
  const uploads = createUploads({ client, pace, newId, shrink, access: () => session.access(), ensure, lost, say, changed: () => tell() })
  const { attachments, files } = uploads

  /** The conversation stands and is followed; false when it could not be begun now. */
  async function ensure(): Promise<boolean> {
    if (session.access() && stream) return true
    const mine = generation
    set({ starting: true })
    const outcome = await session.begin()
    if (stopped || mine !== generation) return false
    if (outcome.kind === 'done') {
      const begun = outcome.value
      if (begun) timeline = merge(timeline, begun.messages)
      set({ starting: false, unavailable: false, ...(begun ? { owner: begun.owner } : {}) })
      follow()
      if (!state.look) void learnLook()
      return true
    }
    set({ starting: false, unavailable: outcome.kind !== 'again', connection: outcome.kind === 'again' ? 'lost' : 'live' })
    return false
  }

  /** Begins as soon as it can; a visitor who waits with an open window is not asked to try again. */
  async function begin(): Promise<void> {
    for (let tries = 1; !stopped && state.open && !(await ensure()) && !state.unavailable; tries++)
      await pace.wait(backOff(tries, pace.random()))
    if (state.open) outbox.flush()
  }

  function follow(): void {
    const access = session.access()
    if (stream || !access || stopped) return
    stream = openStream({
      pace,
      connect: (after, signal) => client.stream(session.access() ?? access, after, signal),
      after: () => confirmed(timeline),
      gone: () => {
        lost()
        if (state.open) void begin()
      },
      connection(connection) {
        if (state.connection !== connection) set({ connection })
        if (connection === 'live') flush()
      },
      event(event) {
        if (event.kind === 'message') take([event.message], event.message.from === 'visitor' ? {} : { typing: false, interim: undefined })
        else set(event.kind === 'owner' ? { owner: event.owner, starting: false } : { typing: event.typing, interim: event.words })
      },
    })
  }

  function take(messages: readonly Shown[], change: Partial<typeof state> = {}): void {
    timeline = merge(timeline, messages)
    set({ starting: false, ...change })
    if (hasGap(timeline)) void fill()
  }

  /** Asks for what is missing; the stream alone would bring it only after a reconnect. */
  async function fill(): Promise<void> {
    const access = session.access()
    const mine = generation
    if (!access) return
    const outcome = await client.list(access, confirmed(timeline))
    if (stopped || mine !== generation || outcome.kind !== 'done') return
    timeline = merge(timeline, outcome.value.messages)
    set({ owner: outcome.value.owner })
    if (hasGap(timeline) && outcome.value.messages.length === page) await fill()
  }

  function sent(item: Unsent, reply: Posted): void {
    const own: Shown = {
      id: item.id,
      seq: reply.seq,
      from: 'visitor',
      at: new Date(item.at).toISOString(),
      content: item.content,
      meta: { clientId: item.id },
      local: true,
    }
    take([own, ...reply.messages], { owner: reply.owner, typing: false, interim: undefined })
  }

  /** Three dots while an answer takes longer than a moment. */
  function posting(): void {
    const id = outbox.sending()
    if (!id) return set({ posting: false })
    tell()
    void pace.wait(typingAfter).then(() => {
      if (outbox.sending() === id && state.connection === 'live') set({ posting: true })
    })
  }

  function lost(): void {
    session.leave()
    reset(false)
    attachments.again()
    set({ renewed: true })
  }

  /** Forgets what was on screen; goes on with the conversation of the session, when there is one. */
  function reset(goOn: boolean): void {
    generation++
    stream?.stop()
    stream = undefined
    timeline = emptyTimeline
    set({ owner: 'bot', typing: false, interim: undefined, posting: false, starting: false, renewed: false, connection: 'live' })
    if (goOn && session.access()) resume()
    else if (goOn && state.open) void begin()
  }

  function flush(): void {
    outbox.flush()
    attachments.flush()
  }

  /** Name, colour and letter of the shop; asked again with the conversation when it did not come. */
  async function learnLook(): Promise<void> {
    const outcome = await client.look(options.entry)
    if (outcome.kind === 'done' && !stopped) set({ look: outcome.value })
  }

  function resume(): void {
    set({ starting: true })
    follow()
  }

  const unwatch = [keep.watch('outbox', tell), keep.watch('seen', tell)]
  void learnLook()
  if (session.access()) resume()

  return {
    snapshot: () => ({
      ...state,
      timeline: timeline.timeline,
      unsent: outbox.items(),
      attachments: attachments.items(),
      wants: outbox.items().length === 0 && state.owner === 'bot' ? timeline.timeline.at(-1)?.meta?.wants : undefined,
      sending: outbox.sending(),
      typing: (state.typing || state.posting) && state.owner === 'bot',
      unread: state.open ? 0 : unread(timeline, seen.seq()),
    }),
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    setOpen(open) {
      if (open === state.open) return
      set({ open })
      if (open) void begin()
    },
    say,
    attachments,
    sayPhotos: uploads.sayPhotos,
    files,
    retry: (id) => outbox.retry(id),
    remove: (id) => outbox.remove(id),
    rated: ratings.of,
    async rate(seq, helpful) {
      const access = session.access()
      const isHeard = access !== null && (await client.rate(access, seq, helpful)).kind === 'done'
      if (isHeard) ratings.mark(seq, helpful)
      return isHeard
    },
    startAnew() {
      session.leave()
      reset(false)
      attachments.again()
      void begin()
    },
    wake() {
      stream?.wake()
      flush()
    },
    stop() {
      stopped = true
      stream?.stop()
      outbox.stop()
      attachments.stop()
      files.stop()
      session.stop()
      for (const stop of unwatch) stop()
    },
  }
}
