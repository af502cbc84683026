import type { Perception } from '../../schemas/perception.ts'

/** From this similarity on a question counts as asked before. */
export const repeatedFrom = 0.6

/** Characters that carry no question: greetings, please, particles. */
const idle =
  /(?:^|\s)(?:hi|hello|please|亲|您好|你好|请问|麻烦)[,，\s]*|[吗呢呀啊吧哦嘛了的么，。！？,.!?~'"]|^(?:hi|hello|please|亲|您好|你好|请问|麻烦)/g
/** Kinds whose value makes another question of the same words: 有红色吗 and 有黑色吗. So does any other figure: D-0042, D-0043. */
const telling = new Set(['colour', 'size', 'product', 'order_no', 'tracking_no', 'date', 'coupon_code', 'money'])
const longest = 160

/**
 * A question as it is remembered to find repeats: its words without greetings and particles, then what it asks about.
 * @returns undefined for what is too short to ask anything, like 好的
 */
export function questionKey(normal: string, entities: Perception['entities']): string | undefined {
  const words = askedPart(normal).slice(0, longest).replace(idle, ' ').replace(/\s+/g, ' ').trim()
  if (words.length < 3 || partsOf(words).size < 5) return undefined
  const about = entities.flatMap((each) => (telling.has(each.type) ? [`${each.type}=${String(each.value).slice(0, 20)}`] : [])).slice(0, 2)
  const figures = words.match(/\d+/g)?.join('.')
  if (figures) about.push(`figures=${figures.slice(0, 40)}`)
  return about.length === 0 ? words : `${words}\n${about.join('\n')}`.slice(0, 200)
}

const clause = /[，,。；;！!\n]+|(?<=[?？])/
const asks =
  /[?？]|什么|怎么|多少|多久|几[天点时件个]|哪|吗$|有没有|能不能|可不可以|是不是|(?:^|\b(?:and|but|so|asked(?: you)?|know|tell me) )(?:when|what|how|where|which|who|why|can|could|do|does|did|is|are|will|would)\b/

/** Whether a normalised message plainly asks something. */
export const isAsking = (normal: string): boolean => asks.test(normal)

/** Of a normalised message the part that asks: what else was said, 「烦死了」, is no part of the question. All of it where nothing plainly asks. */
export function askedPart(normal: string): string {
  const clauses = normal.split(clause).flatMap((each) => each.trim() || [])
  const asking = clauses.filter((each) => asks.test(each))
  return asking.length === 0 || asking.length === clauses.length ? normal : asking.join(' ')
}

/**
 * The earlier question of the same conversation that asks the same, if any.
 * @param key of `questionKey` · `earlier` keys of the visitor's own messages, oldest first
 * @returns its place and similarity, 0–1; the most similar one, undefined below 0.6
 */
export function findRepeat(key: string, earlier: readonly string[]): { index: number; similarity: number } | undefined {
  if (earlier.length === 0) return undefined
  let best: { index: number; similarity: number } | undefined
  const [words = '', ...about] = key.split('\n')
  const parts = partsOf(words)
  for (const [index, each] of earlier.entries()) {
    const [others = '', ...otherAbout] = each.split('\n')
    const theirs = partsOf(others)
    // what cannot reach the line by its size alone needs no comparing
    if (2 * Math.min(parts.size, theirs.size) < repeatedFrom * (parts.size + theirs.size)) continue
    const similarity = dice(parts, theirs)
    if (similarity < repeatedFrom || similarity < (best?.similarity ?? 0) || differ(about, otherAbout)) continue
    best = { index, similarity: Math.round(similarity * 1_000) / 1_000 }
  }
  return best
}

/** Whether both say what they are about, and not the same. */
function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.some((each) => {
    const type = each.slice(0, each.indexOf('=') + 1)
    return other.some((their) => their.startsWith(type)) && !other.includes(each)
  })
}

/** The parts of the questions heard last: each is compared with every later one of its conversation. */
const known = new Map<string, Set<string>>()

function partsOf(words: string): Set<string> {
  const before = known.get(words)
  if (before) return before
  const units = words.match(/[a-z0-9']+|[\u3400-\u9fff]/g) ?? []
  const parts = new Set<string>()
  units.forEach((unit, at) => {
    parts.add(unit)
    if (at > 0) parts.add(`${units[at - 1]} ${unit}`)
  })
  if (known.size >= 4_000) known.clear()
  known.set(words, parts)
  return parts
}

/** How alike two messages are, 0–1: shared characters and pairs of Chinese, shared words and pairs of English. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const part of one) if (other.has(part)) shared++
  return (2 * shared) / (one.size + other.size)
}
