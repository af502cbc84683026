import { normalise } from './normalise.ts'

/** From this similarity on a question counts as asked before. */
export const repeatedFrom = 0.6

/** Characters that carry no question: greetings, please, particles. */
const idle = /^(?:hi|hello|please|亲|您好|你好|请问|麻烦)[,，\s]*|[吗呢呀啊吧哦嘛了的么，。！？,.!?~\s'"]/g

/**
 * The earlier message of the same conversation that asks the same, if any.
 * @param earlier the visitor's own messages, oldest first
 * @returns its place and similarity, 0–1; the most similar one, undefined below 0.6
 */
export function findRepeat(text: string, earlier: readonly string[]): { index: number; similarity: number } | undefined {
  let best: { index: number; similarity: number } | undefined
  const parts = partsOf(text)
  // "好的" twice is no repeated question
  if (parts.size < 3) return undefined
  earlier.forEach((each, index) => {
    const similarity = dice(parts, partsOf(each))
    if (similarity >= repeatedFrom && similarity >= (best?.similarity ?? 0)) best = { index, similarity }
  })
  return best
}

function partsOf(text: string): Set<string> {
  const units = normalise(text)
    .replace(idle, (hit) => (/[a-z]/.test(hit) || /^\s/.test(hit) ? ' ' : ''))
    .match(/[a-z0-9']+|[\u3400-\u9fff]/g)
  const parts = new Set<string>()
  units?.forEach((unit, at) => {
    parts.add(unit)
    if (at > 0) parts.add(`${units[at - 1]} ${unit}`)
  })
  return parts
}

/** How alike two messages are, 0–1: shared characters and pairs of Chinese, shared words and pairs of English. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const part of one) if (other.has(part)) shared++
  return (2 * shared) / (one.size + other.size)
}
