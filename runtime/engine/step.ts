import type { Outcome, ResumeEvent } from '../../nodes/define.ts'
import type { Frame } from '../../schemas/conversation.ts'
import { isAsideOver, isAsideOverAfter } from './aside.ts'
import type { Step } from './compile.ts'
import { maxFrames, moveTo, stepOf, topFrame } from './frames.ts'
import { markOf, rollBack, sayWords } from './run.ts'
import type { Run } from './running.ts'
import { words } from './words.ts'

/** Behaviours that one turn may call; a loop that the check could not see ends here. */
export const stepLimit = 200

type Arrival = { step: Step; resume?: ResumeEvent; memory?: Run['current']['memory']; did?: 'fired'; note?: string }

/** Runs behaviours from `first` on until one waits, hands over or ends. */
export async function proceed(run: Run, first: Arrival | { step: Step; outlet: string }): Promise<void> {
  let next: Arrival | undefined = 'outlet' in first ? leave(run, first.step, first.outlet) : first
  while (next) {
    if (++run.steps > stepLimit) {
      note(run, next.step, `more than ${stepLimit} steps in one turn`)
      return giveUp(run, next.step)
    }
    next = follow(run, next.step, await perform(run, next))
  }
}

/** Calls the behaviour; whatever it throws becomes the error outlet, with nothing half said. */
async function perform(run: Run, arrival: Arrival): Promise<Outcome> {
  const { step, resume } = arrival
  const { visits } = run.state.counters
  const visit = resume ? (visits[step.key] ?? 1) : (visits[step.key] ?? 0) + 1
  visits[step.key] = visit
  run.current = { step, visit, memory: arrival.memory ?? {} }
  const frame = topFrame(run.state) as Frame
  const { did = resume ? 'resumed' : 'entered', note: why } = arrival
  run.trace.push({ flow: frame.flow, node: step.id, did, ...(why === undefined ? {} : { note: why }) })
  const mark = markOf(run)
  try {
    const { behaviour, data, definition } = step
    if (run.services.interim) {
      const words = definition.interim?.(data)
      run.services.interim(words === undefined ? null : run.turn.text(words) || null)
    }
    const outcome = resume ? behaviour.resume?.(data, run.turn, resume) : behaviour.enter(data, run.turn)
    if (outcome === undefined) throw new Error(`node type "${definition.type}" waits but cannot be resumed`)
    return outcome instanceof Promise ? await outcome : outcome
  } catch (thrown) {
    rollBack(run, mark)
    note(run, step, thrown instanceof Error ? thrown.message : String(thrown))
    return { leave: 'error' }
  }
}

/** Carries out what the behaviour answered; returns where to go on, or nothing when the turn rests. */
function follow(run: Run, step: Step, outcome: Outcome): Arrival | undefined {
  if ('leave' in outcome || 'made' in outcome) return leave(run, step, 'leave' in outcome ? outcome.leave : outcome.made)
  if ('wait' in outcome) {
    rest(run, outcome.memory, outcome.silenceAfter)
    return undefined
  }
  if ('handoff' in outcome) {
    handOver(run, outcome.handoff)
    rest(run)
    return undefined
  }
  if ('call' in outcome) return call(run, step, outcome.call)
  return end(run, outcome.end)
}

function leave(run: Run, step: Step, outlet: string): Arrival | undefined {
  const last = run.trace.at(-1)
  if (last) last.outlet = outlet
  noteAnswer(run, step, outlet)
  const target = step.ways.get(outlet)
  if (target && isAsideOver(run, target)) return end(run, 'return')
  if (target) {
    moveTo(run.state, target)
    return { step: target }
  }
  if (outlet === 'error') {
    giveUp(run, step)
    return undefined
  }
  if (outlet === 'silent') {
    remindOnce(run, step)
    return undefined
  }
  // an optional way out left open, or a draft's open end in a rehearsal: this flow is over
  return end(run, 'return')
}

/** A question that was answered can be corrected while this flow is open. */
function noteAnswer(run: Run, step: Step, outlet: string): void {
  const frame = topFrame(run.state)
  const { fills } = step
  if (!frame || !fills) return
  // kept once: a circle through it asks again
  run.keeping?.delete(step.key)
  if (['gave-up', 'silent', 'error'].includes(outlet) || run.state.slots[fills.slot] === undefined) return
  if (frame.answered?.at(-1) === step.key) return
  frame.answered = [...(frame.answered ?? []).filter((each) => each !== step.key), step.key].slice(-50)
}

/** Leaves by the flow's fallback: says so and puts the conversation into people's hands. Never silence. */
function giveUp(run: Run, step: Step): void {
  const program = run.input.programs.get((topFrame(run.state) as Frame).flow)
  sayWords(run, program?.fallback ?? words.fallback)
  run.measures.push({ name: 'node-failed', node: step.key })
  handOver(run, { group: 'default', priority: 'high', reason: 'node-failed' })
  rest(run)
}

/** Default of an open `silent` outlet: one gentle reminder, then patience. */
function remindOnce(run: Run, step: Step): void {
  sayWords(run, words.reminder)
  rest(run, run.current.memory)
  note(run, step, 'silent: reminded once')
}

export function handOver(run: Run, handoff: NonNullable<Run['handoff']>): void {
  run.owner = 'queue'
  run.handoff = handoff
  run.measures.push({ name: 'conversation-handed-over', detail: handoff })
}

/** The top frame waits here. The token tells a timer whether this wait is still the open one. */
function rest(run: Run, memory: Run['current']['memory'] = {}, silenceAfter?: number): void {
  const frame = topFrame(run.state)
  if (!frame) return
  const { conversation, seq, now } = run.input
  const token = `${seq}.${run.state.counters.turns}.${run.steps}`
  frame.waiting = { token, memory: { ...memory } }
  if (silenceAfter === undefined || silenceAfter <= 0) return
  run.jobs.push({
    kind: 'silence',
    key: `silence/${conversation.id}/${token}`,
    due: now + silenceAfter * 60_000,
    payload: { conversationId: conversation.id, token },
  })
}

function call(run: Run, step: Step, flow: string): Arrival | undefined {
  const program = run.input.programs.get(flow)
  if (!program || run.state.frames.length >= maxFrames) {
    note(run, step, program ? `calls nested deeper than ${maxFrames}` : `flow "${flow}" is not published`)
    return leave(run, step, 'error')
  }
  run.state.frames.push({ kind: 'subflow', flow, node: program.start.id })
  return { step: program.start }
}

/** The top frame is over: back to what called it, to what it interrupted, or to rest. */
function end(run: Run, how: 'return' | 'abandon'): Arrival | undefined {
  const { state, input } = run
  const ended = state.frames.pop()
  if (how === 'abandon') state.frames.length = 0
  const below = topFrame(state)
  if (!below || !ended) return undefined
  const step = stepOf(input.programs, below)
  if (!step) {
    state.frames.length = 0
    return undefined
  }
  if (ended.kind === 'subflow' && ended.answered)
    below.answered = [...(below.answered ?? []).filter((each) => !ended.answered?.includes(each)), ...ended.answered].slice(-50)
  if (ended.kind === 'subflow') return isAsideOverAfter(run, step) ? end(run, 'return') : { step, resume: { kind: 'returned' } }
  if (below.waiting && run.owner === 'bot') remind(run, below, step)
  return undefined
}

/** Leaves what is open: back to what called it or what it interrupted, else to where its flow listens; there is no third place. */
export async function leaveOpen(run: Run, listener: Step | undefined): Promise<void> {
  const frame = topFrame(run.state)
  if (frame?.kind === 'flow' && listener) {
    moveTo(run.state, listener)
    return proceed(run, { step: listener })
  }
  const next = end(run, 'return')
  if (next) await proceed(run, next)
}

/** Says the open question again in short, after its answer was not what came. */
export function repeatOpen(run: Run, step: Step): void {
  const memory = topFrame(run.state)?.waiting?.memory ?? {}
  run.current = { step, visit: run.state.counters.visits[step.key] ?? 1, memory }
  step.behaviour.remind?.(step.data, run.turn)
  run.trace.push({ flow: topFrame(run.state)?.flow ?? '', node: step.id, did: 'reminded' })
}

/** After an interruption: says where we are and repeats the open question in short. */
function remind(run: Run, frame: Frame, step: Step): void {
  run.current = { step, visit: run.state.counters.visits[step.key] ?? 1, memory: frame.waiting?.memory ?? {} }
  if (!step.behaviour.remind) return
  const said = run.messages.length
  sayWords(run, words.back)
  step.behaviour.remind(step.data, run.turn)
  // a question that has nothing to repeat needs no announcement either
  if (run.messages.length === said + 1) run.messages.length = said
  else run.trace.push({ flow: frame.flow, node: step.id, did: 'reminded' })
}

function note(run: Run, step: Step, text: string): void {
  const last = run.trace.at(-1)
  if (last?.node === step.id) last.note = text
  else run.trace.push({ flow: topFrame(run.state)?.flow ?? '', node: step.id, did: 'entered', note: text })
}
