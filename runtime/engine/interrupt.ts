import type { ResumeEvent } from '../../nodes/define.ts'
import type { Program, Step } from './compile.ts'
import { correctionFit, fitOf } from './correct.ts'
import { listening, stepOf, topFrame } from './frames.ts'
import type { Run } from './running.ts'

/** How far a watcher must outdo the answer to an open question: an answer beats a weak interruption. */
export const interruptMargin = 0.15

/**
 * The watching node that this message belongs to, or null. Watchers of the flow the conversation stands in are
 * asked first, then those of the flows below; one that is being dealt with does not fire again.
 * @param correcting the message changes an earlier answer, which counts like an answer
 */
export function interruption(
  run: Run,
  said: ResumeEvent & { kind: 'said' },
  correcting = false,
): { program: Program; watcher: Step; returns: boolean } | null {
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
  if (best.score === 1) return best
  const frame = topFrame(run.state)
  const open = frame?.waiting && stepOf(programs, frame)
  const fit = Math.max(correcting ? correctionFit : 0, open ? fitOf(run, open, said) : 0)
  return best.score > fit + interruptMargin ? best : null
}
