import type { ConversationState, Frame } from '../../schemas/conversation.ts'
import type { Program, Step } from './compile.ts'

/** Frames that a conversation may stack; deeper calls leave by the error outlet. */
export const maxFrames = 20

export function topFrame(state: ConversationState): Frame | undefined {
  return state.frames.at(-1)
}

/** The node that a frame stands at; undefined when a version moved without it. */
export function stepOf(programs: ReadonlyMap<string, Program>, frame: Frame): Step | undefined {
  return programs.get(frame.flow)?.steps.get(frame.node)
}

/** Replaces the top frame's place; clears its wait. */
export function moveTo(state: ConversationState, step: Step): void {
  const frame = topFrame(state)
  if (!frame) return
  frame.node = step.id
  delete frame.waiting
}

/** Programs whose watchers listen now: the top frame's flow first, then those below it, each once. */
export function listening(programs: ReadonlyMap<string, Program>, state: ConversationState): Program[] {
  const found = new Set<Program>()
  for (let index = state.frames.length - 1; index >= 0; index--) {
    const program = programs.get((state.frames[index] as Frame).flow)
    if (program) found.add(program)
  }
  return [...found]
}
