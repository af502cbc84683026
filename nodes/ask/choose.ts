import type { Mention, SlotValue } from '../../schemas/conversation.ts'

/** What the visitor's words decide: one value, several between which they do not, or none. */
export type Chosen = { kind: 'one'; mention: Mention } | { kind: 'several'; mentions: readonly Mention[] } | { kind: 'none' }

/**
 * Of the values of one kind that were said, the one a question means. 黑色 and 白色 side by side are never guessed at;
 * "M to L" tells by its words which is which.
 * @param role which of two the question asks for · `isAnswer` the message answers this very question
 */
export function choose(mentions: readonly Mention[], role: 'from' | 'to' | undefined, isAnswer: boolean): Chosen {
  const usable = mentions.filter((each) => each.role !== 'not')
  if (role === undefined) {
    const single = one(usable)
    if (single.kind !== 'several') return single
    const targets = usable.filter((each) => each.role === 'to')
    const target = one(targets)
    // "not the black one, white" and "from M to L": the wish counts when the rest is what it is now
    return target.kind === 'one' && usable.every((each) => each.role || each.value === target.mention.value) ? target : single
  }
  const exact = one(usable.filter((each) => each.role === role))
  if (exact.kind !== 'none') return exact
  // without telling words, "the black M" is what somebody has, not what somebody wishes
  return isAnswer || role === 'from' ? one(usable.filter((each) => each.role === undefined)) : { kind: 'none' }
}

function one(mentions: readonly Mention[]): Chosen {
  const [first, ...others] = mentions.filter((each, at) => mentions.findIndex((other) => same(other.value, each.value)) === at)
  if (!first) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', mention: first } : { kind: 'several', mentions: [first, ...others] }
}

function same(one: SlotValue, other: SlotValue): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase()
}
