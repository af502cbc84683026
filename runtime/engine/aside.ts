import type { ResumeEvent } from '../../nodes/define.ts'
import { listens, type Program, type Step } from './compile.ts'
import { fitOf } from './correct.ts'
import { listening, maxFrames, stepOf, topFrame } from './frames.ts'
import type { Run } from './running.ts'

type Said = ResumeEvent & { kind: 'said' }

/** Something else that a visitor asks while a question is open, and the card that is sure of it. */
export interface Aside {
  program: Program
  listener: Step
  /** Why, for the trace. */
  note: string
}

/**
 * A message that is no answer at all to the open question, while one of the cards that led here plainly knows what it is:
 * 「几天内可以退货」 when an order number was asked for. The flow's own order decides between several such cards.
 * @returns `word` for a mere 好的 or 谢谢, which neither answers nor asks; null for what the open question has to deal with
 */
export function asideOf(run: Run, said: Said): Aside | 'word' | null {
  const { programs } = run.input
  const frame = topFrame(run.state)
  const open = frame?.waiting && stepOf(programs, frame)
  if (!open?.definition.yields?.(open.data) || run.state.frames.length >= maxFrames || isSystem(said)) return null
  if (fitOf(run, open, said) > 0) return null
  for (const program of listening(programs, run.state))
    for (const listener of ledHere(run, program)) {
      run.current = { step: listener, visit: run.state.counters.visits[listener.key] ?? 0, memory: {} }
      const taking = listener.behaviour.takes?.(listener.data, run.turn, said)
      if (!taking) continue
      const found = { program, listener, note: `no answer to "${open.id}", sure of it: ${taking.score.toFixed(2)}` }
      if (taking.made === undefined) return found
      const way = wayOf(listener.ways.get(taking.made))
      if (way.size === 0 || isOpen(run, way)) continue
      return said.perception?.question === undefined && isOnlySaid(way) ? 'word' : found
    }
  return null
}

/**
 * The card of the same flow that plainly knows a wish while another card waits for a question, perhaps with a list of what it
 * may be: such a list holds nobody, and who does not pick from it is heard as if the flow listened from the start.
 */
export function listensElsewhere(run: Run, said: Said, open: Step): Step | null {
  const program = run.input.programs.get(topFrame(run.state)?.flow ?? '')
  if (!program || open.definition.hears !== 'question' || isSystem(said) || fitOf(run, open, said) === 1) return null
  for (const listener of ledHere(run, program)) {
    if (listener.definition.hears !== 'wish') continue
    run.current = { step: listener, visit: run.state.counters.visits[listener.key] ?? 0, memory: {} }
    if (listener.behaviour.takes?.(listener.data, run.turn, said)) return listener
  }
  return null
}

/** An aside ends where its flow would listen again: the question that is still open goes before that. */
export function isAsideOver(run: Run, next: Step): boolean {
  return isAside(run) && listens(next) && !(run.unanswered && !run.had.has(next.key))
}

/** The same when a called flow has ended and all that is left is 「还有什么可以帮您」: there is something else, still open. */
export function isAsideOverAfter(run: Run, call: Step): boolean {
  return isAside(run) && [...call.ways.values()].every((next) => isOnlySaid(wayOf(next)))
}

function isAside(run: Run): boolean {
  const frame = topFrame(run.state)
  if (frame?.kind !== 'interrupt' || frame.from === undefined) return false
  const began = run.input.programs.get(frame.flow)?.steps.get(frame.from)
  return began !== undefined && listens(began)
}

/** Whether the message only asks to leave the open question, which it does not answer. */
export function isLeaving(run: Run, said: Said, open: Step): boolean {
  return said.perception?.cancels === true && open.fills !== undefined && fitOf(run, open, said) === 0
}

/** Where the open flow listened before it came to its question. */
export function listenedAt(run: Run): Step | undefined {
  const program = run.input.programs.get(topFrame(run.state)?.flow ?? '')
  return program && [...ledHere(run, program)][0]
}

/** The listening cards that the conversation has passed, and those to which these pass on what they do not take. */
function ledHere(run: Run, { listeners }: Program): Set<Step> {
  const passed = listeners.filter((each) => run.state.counters.visits[each.key] !== undefined)
  const next = new Set(passed.flatMap((each) => [...each.ways.values()].filter(listens)))
  return new Set([...passed.filter((each) => !next.has(each)), ...next])
}

/** The cards of one branch: everything from there on until the flow listens again. */
function wayOf(first: Step | undefined): Set<Step> {
  const way = new Set(first && !listens(first) ? [first] : [])
  for (const step of way) for (const next of step.ways.values()) if (!listens(next)) way.add(next)
  return way
}

function isOnlySaid(way: ReadonlySet<Step>): boolean {
  return [...way].every(({ definition }) => definition.ends || (definition.group === 'talk' && !definition.waits))
}

/** Whether the open question, or the card that called its flow, lies on this way: then it is the same matter. */
function isOpen(run: Run, way: ReadonlySet<Step>): boolean {
  return run.state.frames.some((each) => {
    const step = stepOf(run.input.programs, each)
    return step !== undefined && way.has(step)
  })
}

function isSystem({ content }: Said): boolean {
  return content.type === 'choice' && content.value.startsWith('@')
}
