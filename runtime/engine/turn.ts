import type { ResumeEvent } from '../../nodes/define.ts'
import { systemChoices } from '../../schemas/content.ts'
import type { Frame } from '../../schemas/conversation.ts'
import { answerDifferently } from './again.ts'
import { asideOf, isLeaving, listenedAt, listensElsewhere } from './aside.ts'
import type { Step } from './compile.ts'
import { type Correction, correct, findCorrections, fitOf } from './correct.ts'
import { listening, moveTo, stepOf, topFrame } from './frames.ts'
import { inspect } from './inspect.ts'
import { interruption } from './interrupt.ts'
import { acceptedPerson, offerPersonWhenLost } from './lost.ts'
import { acknowledge, mediaOf, wantedMedia } from './media.ts'
import { keepMentions, mentions } from './mentions.ts'
import { perceive } from './perceive.ts'
import { hearRecall, tellRecall } from './recall.ts'
import { beginRun, sayWords } from './run.ts'
import type { Run } from './running.ts'
import { followLanguage } from './spoken.ts'
import { handOver, leaveOpen, proceed, repeatOpen } from './step.ts'
import type { TurnInput, TurnResult, TurnServices } from './types.ts'
import { words } from './words.ts'

/**
 * Runs one turn: event in; state, messages, jobs and measures out. Pure but for what `services` answer:
 * the same input and answers give the same result, byte for byte. Changes nothing it was given.
 * @throws Error only when the entry's flow is not among the programs; a failing node leaves by its error outlet.
 */
export async function runTurn(input: TurnInput, services: TurnServices): Promise<TurnResult> {
  const run = beginRun(input, services)
  const inPlay = new Set(listening(input.programs, run.state))
  if (input.event.kind === 'opened') await open(run)
  else if (input.event.kind === 'said') await hear(run, input.event.content)
  else if (input.event.kind === 'silent') await hearNothing(run, input.event.token)
  else await takeBack(run)
  for (const program of listening(input.programs, run.state)) inPlay.add(program)
  keepMentions(run)
  answerDifferently(run)
  offerPersonWhenLost(run)
  inspect(run, [...inPlay])
  tellRecall(run)
  const wants = wantedMedia(run)
  return {
    state: run.state,
    owner: run.owner,
    messages: run.messages,
    jobs: run.jobs,
    measures: run.measures,
    trace: run.trace,
    perception: run.message?.perception ?? null,
    ...(run.handoff ? { handoff: run.handoff } : {}),
    ...(wants ? { wants } : {}),
  }
}

/** The bottom frame: the flow that the entry points to, from its start. */
async function open(run: Run): Promise<void> {
  const { flow, start } = run.entry
  run.state.frames = [{ kind: 'flow', flow, node: start.id }]
  await proceed(run, { step: start })
}

async function hear(run: Run, content: (TurnInput['event'] & { kind: 'said' })['content']): Promise<void> {
  if (content.type === 'choice' && content.value === systemChoices.bot && run.owner === 'queue') {
    sayWords(run, words.backFromQueue)
    return takeBack(run)
  }
  if (run.owner !== 'bot') return
  const perception = perceive(run, content)
  followLanguage(run, content, perception)
  const wish = acceptedPerson(run, content, perception)
  const said: ResumeEvent & { kind: 'said' } = wish
    ? { kind: 'said', content: wish, perception: perceive(run, wish) }
    : { kind: 'said', content, perception }
  run.message = { content: said.content, perception: said.perception }
  run.unanswered = true
  hearRecall(run)
  const media = mediaOf(content)
  if (media && media !== wantedMedia(run)) return acknowledge(run, media)
  if (run.state.frames.length === 0 || !topFrame(run.state)?.waiting) {
    await beginAgain(run, said)
  } else {
    await answer(run, said)
  }
  if (run.messages.length === 0 && run.owner === 'bot') sayWords(run, words.notUnderstood)
}

/** Watching nodes first; else the open question gets the message. */
async function answer(run: Run, said: ResumeEvent & { kind: 'said' }): Promise<void> {
  const { state } = run
  const top = topFrame(state)
  const asked = top && stepOf(run.input.programs, top)
  const corrections = findCorrections(run, said, asked)
  const fired = interruption(run, said, corrections.length > 0)
  if (fired) {
    run.unanswered = false
    const frame: Frame = { kind: 'interrupt', flow: fired.program.flow, node: fired.watcher.id, from: fired.watcher.id }
    if (fired.returns) state.frames.push(frame)
    else state.frames = [frame]
    return proceed(run, { step: fired.watcher, did: 'fired' })
  }
  if (said.content.type === 'choice' && said.content.value === systemChoices.human) {
    sayWords(run, words.handover)
    return handOver(run, { group: 'default', priority: 'normal', reason: 'asked-for-a-person' })
  }
  const frame = topFrame(state) as Frame
  const step = stepOf(run.input.programs, frame)
  // a card that failed or began is no open question: what is said now begins the flow again
  if (!step?.behaviour.resume) return open(run)
  if (isLeaving(run, said, step)) {
    run.unanswered = false
    sayWords(run, words.left)
    run.measures.push({ name: 'question-left', node: step.key })
    return leaveOpen(run, listenedAt(run))
  }
  const aside = corrections.length > 0 ? null : asideOf(run, said)
  if (aside && aside !== 'word') {
    const { program, listener, note } = aside
    state.frames.push({ kind: 'interrupt', flow: program.flow, node: listener.id, from: listener.id })
    run.measures.push({ name: 'question-put-aside', node: step.key, detail: { for: listener.key } })
    return proceed(run, { step: listener, did: 'fired', note })
  }
  const elsewhere = aside ? null : listensElsewhere(run, said, step)
  if (elsewhere) {
    moveTo(state, elsewhere)
    return proceed(run, { step: elsewhere, note: `goes before the open list of "${step.id}"` })
  }
  run.unanswered = false
  if (aside) return repeatOpen(run, step)
  run.had.add(step.key)
  if (corrections.length > 0 && (await change(run, corrections, step, said))) return
  const memory = frame.waiting?.memory ?? {}
  delete frame.waiting
  await proceed(run, { step, resume: said, memory })
}

/**
 * The message changes earlier answers: they are changed, and the open question is asked again.
 * @returns false when the message answers the open question as well
 */
async function change(run: Run, corrections: readonly Correction[], open: Step, said: ResumeEvent & { kind: 'said' }): Promise<boolean> {
  const frame = topFrame(run.state) as Frame
  const again = correct(run, corrections, open)
  if (again) {
    run.keeping = new Set(frame.answered)
    delete frame.waiting
    await proceed(run, again)
    return true
  }
  const wanted = open.fills?.entity
  if (wanted && mentions(run, wanted, 'message').length > 0 && fitOf(run, open, said) > 0) return false
  repeatOpen(run, open)
  return true
}

/** The flow had come to its end: what is said now begins it again, unless a watching node takes it. */
async function beginAgain(run: Run, said: ResumeEvent & { kind: 'said' }): Promise<void> {
  const { flow, start } = run.entry
  // the start stands in as the open question, so that watchers and the wish for a person are heard first
  run.state.frames = [{ kind: 'flow', flow, node: start.id, waiting: { token: '', memory: {} } }]
  const wantsPerson = said.content.type === 'choice' && said.content.value === systemChoices.human
  if (wantsPerson || interruption(run, said)) return answer(run, said)
  await open(run)
}

/** A wait was silent for its time. Late timers (another wait is open, or people own it) change nothing. */
async function hearNothing(run: Run, token: string): Promise<void> {
  const frame = topFrame(run.state)
  if (run.owner !== 'bot' || !frame?.waiting || frame.waiting.token !== token) return
  const step = stepOf(run.input.programs, frame)
  if (!step?.behaviour.resume) return
  const { memory } = frame.waiting
  delete frame.waiting
  await proceed(run, { step, resume: { kind: 'silent' }, memory })
}

/** The bot owns the conversation again; the node that handed it over goes on. */
async function takeBack(run: Run): Promise<void> {
  run.owner = 'bot'
  const frame = topFrame(run.state)
  const step = frame && stepOf(run.input.programs, frame)
  if (!frame?.waiting || !step) return
  if (!step.definition.handsOver) {
    // it was taken by a person's button, not by this node: its question is still open
    const { memory } = frame.waiting
    run.current = { step, visit: run.state.counters.visits[step.key] ?? 1, memory }
    step.behaviour.remind?.(step.data, run.turn)
    return
  }
  const { memory } = frame.waiting
  delete frame.waiting
  await proceed(run, { step, resume: { kind: 'handed-back' }, memory })
}
