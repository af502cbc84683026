import type { Turn } from '../../nodes/turn.ts'
import type { OutboundContent } from '../../schemas/content.ts'
import type { Mention, SlotValue } from '../../schemas/conversation.ts'
import { parseRich } from '../../schemas/rich.ts'
import { type LocalizedText, textIn } from '../../schemas/text.ts'
import { holds } from './condition.ts'
import { mentions, newSubject, take } from './mentions.ts'
import { seeded } from './random.ts'
import { moodOf, speakOf } from './recall.ts'
import type { Run } from './running.ts'
import { renderText } from './template.ts'
import type { TurnInput, TurnServices } from './types.ts'

/** China, where a shop says nothing else: minutes ahead of UTC. */
export const usualZone = 480

/**
 * Copies the state (turns must not change what they were given) and gives behaviours their `turn`.
 * @throws Error when the entry's flow is not among the programs
 */
export function beginRun(input: TurnInput, services: TurnServices): Run {
  const { state } = input
  const entry = input.programs.get(input.conversation.flow)
  if (!entry) throw new Error(`flow "${input.conversation.flow}" is not among the programs of the conversation`)
  let turn: Turn | undefined
  const run: Run = {
    input,
    services,
    state: {
      v: 1,
      frames: state.frames.map((frame) => ({ ...frame })),
      slots: { ...state.slots },
      counters: { ...state.counters, turns: state.counters.turns + 1, visits: { ...state.counters.visits } },
      ...(state.recall ? { recall: state.recall } : {}),
      ...(state.locale ? { locale: state.locale } : {}),
    },
    get locale() {
      return run.state.locale ?? input.conversation.locale
    },
    owner: input.conversation.owner,
    messages: [],
    jobs: [],
    measures: [],
    trace: [],
    message: null,
    unanswered: false,
    taken: new Set(),
    raw: undefined,
    keeping: undefined,
    asks: asksIn(input.programs),
    had: new Set(),
    handoff: undefined,
    steps: 0,
    entry,
    get turn() {
      turn ??= turnOf(run)
      return turn
    },
    current: { step: entry.start, visit: 0, memory: {} },
  }
  if (state.locale) services.speaking?.(state.locale)
  return run
}

const asking = new WeakMap<TurnInput['programs'], boolean>()

function asksIn(programs: TurnInput['programs']): boolean {
  let asks = asking.get(programs)
  if (asks === undefined) {
    asks = [...programs.values()].some((program) => program.asks)
    asking.set(programs, asks)
  }
  return asks
}

/** Says one of the product's own texts, or a flow's fallback. */
export function sayWords(run: Run, text: LocalizedText): void {
  const words = textIn(text, run.locale)
  if (words) run.messages.push({ content: textContent(words) })
}

function textContent(text: string): OutboundContent {
  const rich = parseRich(text)
  return rich ? { type: 'text', text, rich } : { type: 'text', text }
}

function turnOf(run: Run): Turn {
  const { input, services, state } = run
  const { conversation } = input
  let random: (() => number) | undefined
  return {
    now: input.now,
    get locale() {
      return run.locale
    },
    conversation: { id: conversation.id, channel: conversation.channel, turns: state.counters.turns },
    profile: conversation.profile,
    slots: state.slots,
    shop: services.shop,
    knowledge: services.knowledge,
    promotions: services.promotions,
    ...(services.writer ? { writer: services.writer } : {}),
    queue: services.queue,
    get message() {
      return run.message
    },
    get unanswered() {
      return run.unanswered && !run.had.has(run.current.step.key)
    },
    get visit() {
      return run.current.visit
    },
    get memory() {
      return run.current.memory
    },
    get key() {
      return `${conversation.id}/${input.seq}/${run.current.step.key}/${run.current.visit}`
    },
    takeMessage() {
      if (!run.unanswered || run.had.has(run.current.step.key)) return null
      run.had.add(run.current.step.key)
      run.unanswered = false
      if (!run.current.step.fills) newSubject(run)
      return run.message
    },
    giveBack() {
      run.unanswered = run.message !== null
    },
    mentions: (type, since) => mentions(run, type, since),
    take: (mention) => take(run, mention),
    get role() {
      return run.current.step.role
    },
    get recall() {
      return state.recall ?? {}
    },
    get mood() {
      return moodOf(run)
    },
    get isKept() {
      return run.keeping?.has(run.current.step.key) ?? false
    },
    zoneMinutes: input.zoneMinutes ?? usualZone,
    set(slot: string, value: SlotValue | undefined) {
      if (value === undefined) delete state.slots[slot]
      else state.slots[slot] = value
    },
    text: (text, more) => renderText(textIn(text, run.locale), more ? { ...state.slots, ...more } : state.slots),
    say(text, choices, more) {
      const words = this.text(text, more)
      if (choices?.length) {
        const rich = parseRich(words)
        run.messages.push({ node: run.current.step.key, content: { type: 'choices', text: words, ...(rich ? { rich } : {}), choices } })
      } else if (words.trim()) run.messages.push({ node: run.current.step.key, content: textContent(words) })
    },
    show(content) {
      run.messages.push({ node: run.current.step.key, content })
    },
    cite(article) {
      const last = run.messages.at(-1)
      if (last) last.article = article
    },
    speakOf(products) {
      speakOf(run, products)
    },
    holds(condition) {
      return holds(condition, this)
    },
    enqueue(job) {
      run.jobs.push(job)
    },
    measure(name, detail) {
      run.measures.push({ name, node: run.current.step.key, ...(detail ? { detail } : {}) })
    },
    random() {
      random ??= seeded(input.seed)
      return random()
    },
  }
}

/** What a behaviour had done so far, so that a failing one leaves nothing half said. */
export interface Mark {
  messages: number
  jobs: number
  measures: number
  slots: Record<string, SlotValue>
  unanswered: boolean
  taken: readonly Mention[]
}

const none: readonly Mention[] = []

export function markOf(run: Run): Mark {
  return {
    messages: run.messages.length,
    jobs: run.jobs.length,
    measures: run.measures.length,
    slots: { ...run.state.slots },
    unanswered: run.unanswered,
    taken: run.taken.size === 0 ? none : [...run.taken],
  }
}

/** Takes back everything since the mark. */
export function rollBack(run: Run, mark: Mark): void {
  run.messages.length = mark.messages
  run.jobs.length = mark.jobs
  run.measures.length = mark.measures
  run.unanswered = mark.unanswered
  run.taken.clear()
  for (const each of mark.taken) run.taken.add(each)
  for (const name of Object.keys(run.state.slots)) delete run.state.slots[name]
  Object.assign(run.state.slots, mark.slots)
}
