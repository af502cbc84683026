import type { ShownProduct } from '../../../schemas/conversation.ts'
import type { EntityType } from '../../../schemas/perception.ts'

export type EntityValue = string | number | boolean

/** What is known beside the text itself. */
export interface EntityContext {
  /** Milliseconds since the epoch. Without it 昨天 and 下周六 have no date. */
  now?: number | undefined
  /** Minutes that the shop's clock is ahead of UTC; default 480, China. */
  zoneMinutes?: number | undefined
  /** Products that the visitor was shown last. */
  shown?: readonly ShownProduct[] | undefined
}

/** One value in a text; `start` and `end` count UTF-16 units. */
export interface FoundEntity {
  value: EntityValue
  /** Id at the shop, of a product. */
  id?: string
  start: number
  end: number
}

/** One kind of value: finds it in words, writes it in one form, and knows a good one. */
export interface EntityKind {
  type: EntityType
  /** Sets of characters: in a text that has none of one of them, nothing is found, and nothing need be looked for. */
  needs?: readonly string[]
  find(text: string, context: EntityContext): FoundEntity[]
  /** Whether a normalised value can be one of this kind. */
  valid(value: EntityValue): boolean
}

export const digits = '0123456789'
export const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Every match of a pattern whose value can be read. The pattern needs the flag `g`, and matches nothing empty. */
export function matches(text: string, pattern: RegExp, read: (match: RegExpMatchArray) => EntityValue | undefined): FoundEntity[] {
  const found: FoundEntity[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const value = read(match)
    if (value !== undefined) found.push({ value, start: match.index, end: match.index + match[0].length })
  }
  return found
}

export function isBetween(value: EntityValue, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most
}
