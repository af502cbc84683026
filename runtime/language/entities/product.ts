import type { ShownProduct } from '../../../schemas/conversation.ts'
import type { EntityKind, FoundEntity } from './kind.ts'

/** A product that was shown before, by its name or a part that only it has. Others are looked up in the shop when asked for. */
export const product: EntityKind = {
  type: 'product',
  find: (text, { shown = [] }) => (shown.length === 0 ? [] : named(text, shown)),
  valid: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 200,
}

function named(text: string, shown: readonly ShownProduct[]): FoundEntity[] {
  const lower = text.toLowerCase()
  const hits = shown.flatMap((each) => {
    const part = longestPart(lower, each.name.toLowerCase())
    return part ? [{ each, part }] : []
  })
  const longest = Math.max(0, ...hits.map(({ part }) => part.length))
  const best = hits.filter(({ part }) => part.length === longest)
  const [only] = best
  // 杯子 of three cups tells none from the others
  if (!only || best.length > 1) return []
  const start = lower.indexOf(only.part)
  return [{ value: only.each.name, id: only.each.id, start, end: start + only.part.length }]
}

/** The longest part of a name that the text holds: two Chinese characters or one English word of four letters at least. */
function longestPart(text: string, name: string): string | undefined {
  let best = ''
  for (let from = 0; from < name.length - 1; from++) {
    // two characters that do not stand in the text begin no part that does
    if (!text.includes(name.slice(from, from + 2))) continue
    for (let to = name.length; to > from + Math.max(best.length, 1); to--) {
      const part = name.slice(from, to)
      if (text.includes(part) && isWhole(part, name, from, to)) {
        best = part
        break
      }
    }
  }
  return best || undefined
}

function isWhole(part: string, name: string, from: number, to: number): boolean {
  if (/\p{Script=Han}/u.test(part)) return part === part.trim()
  const edge = (sign: string | undefined) => sign === undefined || !/[a-z0-9]/.test(sign)
  return part.length >= 4 && /^[a-z0-9].*[a-z0-9]$/.test(part) && edge(name[from - 1]) && edge(name[to])
}
