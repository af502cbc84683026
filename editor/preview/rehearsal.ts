import type { z } from 'zod'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { traceStep } from '../../schemas/api/preview.ts'
import type { InboundContent } from '../../schemas/content.ts'
import { type ConversationState, emptyState, type Owner, type Profile, type SlotValue } from '../../schemas/conversation.ts'
import type { Locale } from '../../schemas/text.ts'
import { photosAtOnce } from '../../schemas/upload.ts'
import { type Call, CallError, type call } from '../call.ts'

export type Trace = readonly z.infer<typeof traceStep>[]
export type TurnReply = Awaited<ReturnType<typeof call<'previewTurn'>>>
export type TurnCause = { kind: 'opened' } | { kind: 'said'; content: InboundContent } | { kind: 'silent' } | { kind: 'handed-back' }

/** One turn of the test conversation, with what it changed. */
export interface TestTurn {
  id: number
  cause: TurnCause
  reply: TurnReply | null
  /** Slots that this turn filled, changed or emptied. */
  slots: readonly { name: string; value: SlotValue | null }[]
  failure: CallError | null
}

export const personas = {
  new: {},
  regular: { verified: true, tier: 'silver', orders: 6, spent: 128_600, customerId: 'c-1001' },
  vip: { verified: true, tier: 'gold', orders: 23, spent: 568_000, tags: ['vip'], customerId: 'c-1003' },
} as const satisfies Record<string, Readonly<Omit<Partial<Profile>, 'tags'> & { tags?: readonly string[] }>>
export type Persona = keyof typeof personas

export interface RehearsalState {
  turns: readonly TestTurn[]
  locale: Locale
  persona: Persona
  busy: boolean
  /** Turn whose trace is open; null = the last one. */
  chosen: number | null
}

export interface Rehearsal extends StoreApi<RehearsalState> {
  /** Begins a new conversation, in other words or as someone else if asked. */
  startOver(change?: { locale?: Locale; persona?: Persona }): Promise<void>
  say(content: InboundContent): Promise<void>
  /** Sends photos (four at most) or a recording. They never leave this browser: no card looks into them. */
  send(files: readonly File[]): Promise<void>
  /** Where the bytes of one of them are. */
  addressOf(upload: string): string | undefined
  passSilence(): Promise<void>
  handBack(): Promise<void>
  /** Begins anew and repeats everything the visitor did. */
  rerun(): Promise<void>
  /** Runs a failed last turn again. */
  retry(): Promise<void>
  choose(turn: number | null): void
}

/**
 * A conversation with the draft that nobody keeps: the server forgets it, this remembers its state between turns.
 * @param settled resolves when the server has all edits, so that a test never runs yesterday's words.
 */
export function createRehearsal(flowId: string, call: Call, settled: () => Promise<void>, locale: Locale): Rehearsal {
  const store = createStore<RehearsalState>(() => ({ turns: [], locale, persona: 'new', busy: false, chosen: null }))
  const { getState, setState } = store
  const sent = new Map<string, string>()
  let conversation = 0
  let line: Promise<void> = Promise.resolve()

  const take = async (cause: TurnCause) => {
    const mine = conversation
    const id = getState().turns.length
    setState((now) => ({ busy: true, chosen: null, turns: [...now.turns, { id, cause, reply: null, slots: [], failure: null }] }))
    const turn = await run(cause).catch((error: unknown) => failed(error))
    if (mine !== conversation) return
    setState((now) => ({ busy: false, turns: now.turns.map((each) => (each.id === id ? { ...each, ...turn } : each)) }))
  }

  const run = async (cause: TurnCause): Promise<Partial<TestTurn>> => {
    await settled()
    const { turns, locale, persona } = getState()
    const before = turns.findLast((each) => each.reply)?.reply ?? null
    const { tags, ...known }: Omit<Partial<Profile>, 'tags'> & { tags?: readonly string[] } = personas[persona]
    const reply = await call('previewTurn', {
      params: { flow: flowId },
      body: {
        locale,
        profile: { ...known, ...(tags ? { tags: [...tags] } : {}) },
        event: cause,
        owner: before?.owner ?? 'bot',
        seq: turns.length * 10,
        ...(before ? { state: before.state } : {}),
      },
    })
    return { reply, slots: changedSlots(before?.state ?? emptyState(), reply.state) }
  }

  /** What is said while an answer is on its way waits for it, as a visitor's would. */
  const next = (cause: TurnCause): Promise<void> => {
    const mine = conversation
    line = line.then(() => (mine === conversation ? take(cause) : undefined))
    return line
  }

  /** An id as the server would give it. */
  const keep = (file: File): string => {
    const upload = `rehearsed-upload-${sent.size + 1}`
    sent.set(upload, URL.createObjectURL(file))
    return upload
  }

  const begin = () => {
    conversation++
    line = Promise.resolve()
    setState({ turns: [], busy: false, chosen: null })
  }

  const repeat = async (causes: readonly TurnCause[]) => {
    begin()
    const mine = conversation
    for (const cause of causes) if (mine === conversation && !getState().turns.at(-1)?.failure) await next(cause)
  }

  return {
    ...store,
    async startOver(change = {}) {
      setState(change)
      begin()
      await next({ kind: 'opened' })
    },
    say: (content) => next({ kind: 'said', content }),
    async send(files) {
      const recording = files.find((file) => file.type.startsWith('audio/'))
      if (recording) return next({ kind: 'said', content: { type: 'audio', upload: keep(recording) } })
      const photos = files.filter((file) => file.type.startsWith('image/')).slice(0, photosAtOnce)
      const [upload, ...more] = photos.map(keep)
      if (upload) return next({ kind: 'said', content: { type: 'image', upload, ...(more.length > 0 ? { more } : {}) } })
    },
    addressOf: (upload) => sent.get(upload),
    passSilence: () => next({ kind: 'silent' }),
    handBack: () => next({ kind: 'handed-back' }),
    rerun: () => repeat(getState().turns.map((each) => each.cause)),
    async retry() {
      const last = getState().turns.at(-1)
      if (!last?.failure) return
      setState((now) => ({ turns: now.turns.slice(0, -1) }))
      await next(last.cause)
    },
    choose: (chosen) => setState({ chosen }),
  }
}

/** What the conversation passed so far, for the canvas; of the chosen turn only, when one is chosen. */
export function pathOf(state: RehearsalState): Trace {
  const turns = state.chosen === null ? state.turns : state.turns.filter((each) => each.id === state.chosen)
  return turns.flatMap((turn) => turn.reply?.trace ?? [])
}

/** Who writes to the visitor after the last turn. */
export function ownerOf(state: RehearsalState): Owner {
  return state.turns.findLast((each) => each.reply)?.reply?.owner ?? 'bot'
}

function changedSlots(before: ConversationState, after: ConversationState): TestTurn['slots'] {
  const names = new Set([...Object.keys(before.slots), ...Object.keys(after.slots)])
  return [...names].flatMap((name) => {
    const value = after.slots[name] ?? null
    return JSON.stringify(value) === JSON.stringify(before.slots[name] ?? null) ? [] : [{ name, value }]
  })
}

function failed(error: unknown): Partial<TestTurn> {
  return { failure: error instanceof CallError ? error : new CallError('unexpected', 0, String(error)) }
}
