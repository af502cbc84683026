import type { ResumeEvent } from '../../nodes/define.ts'
import type { Program, Step } from './compile.ts'
import { listening, stepOf, topFrame } from './frames.ts'
import type { Run } from './run.ts'

/** How far a watcher must outdo the answer to an open question: an answer beats a weak interruption. */
export const interruptMargin = 0.15

/**
 * The watching node that this message belongs to, or null. Watchers of the flow the conversation stands in are
 * asked first, then those of the flows below; one that is being dealt with does not fire again.
 */
export function interruption(run: Run, said: ResumeEvent & { kind: 'said' }): { program: Program; watcher: Step; returns: boolean } | null {
  const { programs } = run.input
  let best: { program: Program; watcher: Step; returns: boolean; score: number } | null = null
  const firing = new Set(
    run.state.frames.filter((frame) => frame.kind === 'interrupt').map((frame) => `${frame.flow}/${frame.from ?? frame.node}`),
  )
  for (const program of listening(programs, run.state)) {
    for (const watcher of program.inboundWatchers) {
      if (firing.has(watcher.key)) continue
      run.current = { step: watcher, visit: run.state.counters.visits[watcher.key] ?? 0, memory: {} }
      const notice = watcher.behaviour.notice?.(watcher.data, run.turn)
      if (!notice || notice.score < notice.threshold) continue
      if (!best || notice.score > best.score) best = { program, watcher, returns: notice.returns ?? true, score: notice.score }
    }
  }
  if (!best) return null
  return best.score > openQuestionFit(run, said) + interruptMargin || best.score === 1 ? best : null
}

/** How well the message answers what was asked, 0–1. */
function openQuestionFit(run: Run, said: ResumeEvent & { kind: 'said' }): number {
  const frame = topFrame(run.state)
  const step = frame?.waiting && stepOf(run.input.programs, frame)
  if (!frame?.waiting || !step?.behaviour.fits) return 0
  run.current = { step, visit: run.state.counters.visits[step.key] ?? 1, memory: frame.waiting.memory }
  return step.behaviour.fits(step.data, run.turn, said)
}
