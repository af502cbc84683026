import type { z } from 'zod'
import type { SlotValue } from '../../schemas/conversation.ts'
import type { Perception } from '../../schemas/perception.ts'
import { readPattern } from '../pattern.ts'
import type { ask } from './node.ts'

type Data = Pick<z.infer<typeof ask.data>, 'entity' | 'pattern' | 'least' | 'most'>

const yes = new Set([
  '是',
  '是的',
  '对',
  '对的',
  '好',
  '好的',
  '可以',
  '嗯',
  '要',
  '行',
  '没错',
  'yes',
  'y',
  'yep',
  'yeah',
  'ok',
  'sure',
  'right',
])
const no = new Set(['不', '不是', '不对', '不用', '不要', '不可以', '没有', '别', '否', 'no', 'n', 'nope', 'not'])

/**
 * The answer in these words, as the kind of value that is asked for.
 * @param found entity of that kind which perception saw, if any
 * @returns undefined when it is no such value or breaks the limits
 */
export function readValue(data: Data, words: string, found: SlotValue | undefined): SlotValue | undefined {
  const value = found ?? plainValue(data, words)
  if (value === undefined || value === '') return undefined
  if (data.entity === 'number' || data.entity === 'money') {
    const amount = Number(value)
    if (!Number.isFinite(amount) || amount < (data.least ?? -Infinity) || amount > (data.most ?? Infinity)) return undefined
    return amount
  }
  if (usesPattern(data) && typeof value === 'string') return readPattern(data.pattern)?.matches(value) ? value : undefined
  return value
}

/** How well the words look like such a value, 0–1; takes nothing. */
export function seemsValue(data: Data, words: string, perception: Perception | null): number {
  const entity = perception?.entities.find((each) => each.type === data.entity)?.value
  if (readValue(data, words.trim(), entity) === undefined) return 0
  if (entity !== undefined || data.entity === 'yes_no') return 0.9
  return usesPattern(data) ? 0.9 : 0.5
}

function usesPattern(data: Data): data is Data & { pattern: string } {
  return Boolean(data.pattern) && ['text', 'order_no', 'tracking_no'].includes(data.entity)
}

/** Without a recogniser's help: whole texts, bare numbers, yes and no, and codes that fit the operator's own pattern. */
function plainValue(data: Data, words: string): SlotValue | undefined {
  const bare = words.normalize('NFKC').trim()
  if (data.entity === 'text') return words
  if (data.entity === 'number') return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined
  if (data.entity === 'yes_no') {
    const word = bare.toLowerCase().replace(/[。！!.,，~的]+$/u, '')
    return yes.has(word) ? true : no.has(word) ? false : undefined
  }
  if (usesPattern(data)) return bare
  return bareValue(data.entity, bare)
}

/** What a visitor types when asked for just this: 王小明, 165, an address without a number. */
function bareValue(entity: Data['entity'], bare: string): SlotValue | undefined {
  const amount = /^\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined
  const between = (least: number, most: number) => (amount !== undefined && amount >= least && amount <= most ? amount : undefined)
  switch (entity) {
    case 'quantity':
      return Number.isInteger(amount) ? between(1, 99_999) : undefined
    case 'height_cm':
      return between(40, 250)
    case 'weight_kg':
      return between(1, 400)
    case 'rating':
      return Number.isInteger(amount) ? between(1, 5) : undefined
    case 'ordinal':
      return Number.isInteger(amount) ? between(1, 99) : undefined
    case 'person_name':
      return /^[\p{L}·•' .-]{2,30}$/u.test(bare) && !/[吗呢吧]$/.test(bare) ? bare : undefined
    case 'address':
      return bare.length >= 6 && /\p{L}/u.test(bare) && !/[?？吗呢]$/.test(bare) ? bare : undefined
    case 'coupon_code':
      return /^[A-Za-z0-9-]{4,20}$/.test(bare) ? bare.toUpperCase() : undefined
    default:
      return undefined
  }
}
