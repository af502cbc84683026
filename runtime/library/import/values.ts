import { createHash } from 'node:crypto'
import { type Locale, locales } from '../../../schemas/text.ts'
import { normalise } from '../../language/normalise.ts'

/** An id made of words: the same words give the same id in every import. */
export function idOf(prefix: string, text: string): string {
  return `${prefix}-${createHash('sha256').update(normalise(text)).digest('hex').slice(0, 16)}`
}

/** What several values of one cell stand between. */
export const lineBreaks = /\s*(?:\r\n|\r|\n|\||｜)\s*/
export const commas = /\s*(?:\r\n|\r|\n|\||｜|[,，、;；])\s*/

/** Each value once, in order, none empty. */
export function listOf(text: string, between: RegExp): string[] {
  return [
    ...new Set(
      text
        .split(between)
        .map((each) => each.trim())
        .filter(Boolean),
    ),
  ]
}

const words: { [locale in Locale]: RegExp } = {
  'zh-CN': /^(?:zh(?:[-_](?:cn|hans|hant|tw|hk))?|cn|chinese|中文|汉语|简体(?:中文)?|中)$/i,
  en: /^(?:en(?:[-_][a-z]+)?|english|英文|英语|英)$/i,
}

/** The language that a cell names; null when it names none. */
export function localeOf(text: string): Locale | null {
  return locales.find((each) => words[each].test(text.trim())) ?? null
}

/** Minutes that a shop's clock is ahead of UTC where a date names no zone. */
const zone = 8 * 60 * 60_000
const date = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * The moment that a cell names, as ISO 8601: `2026-11-21`, `2026/11/21 18:00`, `2026年11月21日`, or an ISO date-time.
 * A day alone begins at midnight, and ends at the last millisecond when it is the end of something.
 */
export function momentOf(text: string, side: 'from' | 'to'): string | null {
  const found = date.exec(text.normalize('NFKC').trim())
  if (!found)
    return /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number)
  const isDay = found[4] === undefined
  const [hour = 0, minute = 0, second = 0] = isDay ? [] : found.slice(4, 7).map((each) => Number(each ?? 0))
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  const read = new Date(at)
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return null
  return new Date(at - zone + (isDay && side === 'to' ? 24 * 60 * 60_000 - 1 : 0)).toISOString()
}

const signs: { [sign: string]: string } = { '¥': 'CNY', '￥': 'CNY', 元: 'CNY', $: 'USD', '€': 'EUR', '£': 'GBP' }

/** A price as cells hold it: `199`, `1,299.00`, `¥199`, `199元`. */
export function priceOf(text: string): { amount: number; currency?: string } | null {
  const found = /^([¥￥$€£])?\s*(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d{1,2}))?\s*(元|[A-Za-z]{3})?$/.exec(text.trim())
  if (!found) return null
  const [, sign, whole = '', cents = '', unit] = found
  const amount = Number(whole.replace(/[,，]/g, '')) * 100 + Number(cents.padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return null
  const currency = sign ? signs[sign] : unit ? (signs[unit] ?? unit.toUpperCase()) : undefined
  return { amount, ...(currency === undefined ? {} : { currency }) }
}
