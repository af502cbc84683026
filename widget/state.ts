import type { Owner } from '../schemas/conversation.ts'
import type { Message } from '../schemas/message.ts'

/** A message on screen; `local` until the server's own copy of it has come. */
export type Shown = Message & { local?: true }

/** What the visitor's side knows of the conversation. `timeline[n]` has seq n + 1: no gaps, no doubles. */
export interface Timeline {
  timeline: readonly Shown[]
  /** Came before something that is still on its way, by seq. */
  held: readonly Shown[]
}

export const emptyTimeline: Timeline = { timeline: [], held: [] }

/** Takes messages in, whatever their order and however often they come. The server's copy replaces ours. */
export function merge(state: Timeline, incoming: readonly Shown[]): Timeline {
  if (incoming.length === 0) return state
  const timeline = [...state.timeline]
  const held = new Map(state.held.map((message) => [message.seq, message]))
  let changed = false
  for (const message of incoming) {
    const present = timeline[message.seq - 1] ?? held.get(message.seq)
    if (present && (!present.local || message.local)) continue
    changed = true
    if (message.seq <= timeline.length) timeline[message.seq - 1] = message
    else held.set(message.seq, message)
  }
  if (!changed) return state
  for (let next = held.get(timeline.length + 1); next; next = held.get(timeline.length + 1)) {
    held.delete(next.seq)
    timeline.push(next)
  }
  return { timeline, held: [...held.values()].sort((one, other) => one.seq - other.seq) }
}

/** Seq up to which everything is the server's own copy: a stream resumes after it. */
export function confirmed(state: Timeline): number {
  const local = state.timeline.findIndex((message) => message.local)
  return local === -1 ? state.timeline.length : local
}

/** True when something is missing that only asking will bring. */
export const hasGap = (state: Timeline): boolean => state.held.length > 0

/** Replies that the visitor has not seen. */
export function unread(state: Timeline, seen: number): number {
  return state.timeline.filter((message) => message.seq > seen && message.from !== 'visitor').length
}

/** Who the visitor talks to, for the words that must always say it. */
export function writer(owner: Owner): 'bot' | 'queue' | 'agent' | 'closed' {
  return owner === 'bot' || owner === 'queue' || owner === 'closed' ? owner : 'agent'
}
