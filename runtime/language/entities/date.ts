import { digits, type EntityContext, type EntityKind, type FoundEntity, latin, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const day = 86_400_000
const num = `(?:\\d{1,2}|[${numeralSet.replace(/[百千万半]/g, '')}]{1,3})`
const full = /(?<!\d)(\d{4})\s?[-/年.]\s?(\d{1,2})\s?[-/月.]\s?(\d{1,2})(?!\d)[日号]?/g
/** What is told after these is an amount, whatever it looks like. */
const price = '(?:价格?|[卖售付花收]了?|[¥￥$€£])\\s?[是为:：]?'
const monthDay = new RegExp(
  `(?<![\\d.])(${num})月份?(${num})[日号]?|(?<![\\d./\\w-]|${price}\\s?)(1[0-2]|[1-9])[./](3[01]|[12]\\d|0?[1-9])(?![\\d./]|\\s?(?:[%元块折分斤万千倍寸米码星个件条只双份盒箱瓶张]|(?:[ckm]?[gm]|m?l)\\b))`,
  'g',
)
const dayOnly = /(?<![\d月])([12]\d|3[01]|[1-9])[日号](?![楼码院])(?=$|[\u4e00-\u9fff\s,，。!！?？])/g
const near =
  /大前天|前天|昨[天日晚]|今[天日晚早]|明[天日晚早]|大后天|后天|\b(?:day after tomorrow|day before yesterday|yesterday|today|tonight|tomorrow)\b/gi
const offsets: Record<string, number> = { 大前天: -3, 前天: -2, 昨: -1, 今: 0, 明: 1, 后天: 2, 大后天: 3 }
const englishOffsets: Record<string, number> = {
  'day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
}
const weekday = /((?:上上|下下|[上下这本])(?:个)?)?(?:周|星期|礼拜)([一二三四五六日天末])/g
const englishWeekday = /\b(last |next |this |on |by )?(mon|tues|wednes|thurs|fri|satur|sun)day\b/gi
const away = new RegExp(
  `(?<![\\d.])(\\d{1,3}|[${numeralSet}]{1,3})\\s?(天|个?星期|周|个月)(前|以前|之前|后|以后|之后)|\\b(?:in (\\d{1,3}) (days?|weeks?)|(\\d{1,3}) (days?|weeks?) ago)\\b`,
  'g',
)
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const named = new RegExp(
  `\\b(?:(${months.join('|')})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months.join('|')})[a-z]*)\\b(?:,? ((?:19|20)\\d{2})(?![\\d-]))?`,
  'gi',
)
const anyDate =
  /\d[月日号天周星个\s./年-]|[今明昨前后][天日晚早]|[周拜期]|[天月]前|[天月]后|day|tonight|tomorrow|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|in \d|ago|月/i

/** One of these is in every day that is told. */
export const daySigns = [`天日晚早周拜期月${digits}${latin}`]

/** A calendar day as YYYY-MM-DD; relative ones only when `now` is known. */
export const date: EntityKind = {
  type: 'date',
  needs: daySigns,
  find: findDays,
  valid: (value) => typeof value === 'string' && isDay(value),
}

/** Days in a text, exact or relative. */
export function findDays(text: string, context: EntityContext): FoundEntity[] {
  if (!anyDate.test(text)) return []
  const { now, zoneMinutes } = context
  if (last.text === text && last.now === now && last.zoneMinutes === zoneMinutes) return last.days
  last = { text, now, zoneMinutes, days: readDays(text, context) }
  return last.days
}

/** The last text that was looked through: two kinds ask for the same days. */
let last: { text: string; now: number | undefined; zoneMinutes: number | undefined; days: FoundEntity[] } = {
  text: '',
  now: undefined,
  zoneMinutes: undefined,
  days: [],
}

function readDays(text: string, { now, zoneMinutes = 480 }: EntityContext): FoundEntity[] {
  const found = [
    ...matches(text, full, (match) => dayOf(Number(match[1]), Number(match[2]), Number(match[3]))),
    ...matches(text, named, (match) => (match[5] === undefined ? undefined : dayOf(Number(match[5]), ...namedDay(match)))),
  ]
  if (now === undefined) return found
  const today = new Date(Math.floor((now + zoneMinutes * 60_000) / day) * day)
  const add = (more: FoundEntity[]) => {
    for (const each of more) if (!found.some((other) => other.start < each.end && each.start < other.end)) found.push(each)
  }
  const plus = (days: number) => written(new Date(today.getTime() + days * day))
  add(matches(text, away, (match) => awayFrom(match, plus)))
  add(
    matches(text, monthDay, (match) => {
      const month = readNumber(match[1] ?? match[3] ?? '')
      const dayOfMonth = readNumber(match[2] ?? match[4] ?? '')
      return month && dayOfMonth ? nearest(today, month, dayOfMonth) : undefined
    }),
  )
  add(matches(text, named, (match) => (match[5] === undefined ? nearest(today, ...namedDay(match)) : undefined)))
  add(
    matches(text, near, (match) => {
      const word = match[0].toLowerCase()
      const offset = englishOffsets[word] ?? offsets[word] ?? offsets[word.slice(0, 1)]
      return offset === undefined ? undefined : plus(offset)
    }),
  )
  add(
    matches(text, weekday, (match) =>
      plus(daysTo(today, '一二三四五六日天末'.indexOf(match[2] ?? ''), (match[1] ?? '').replace('个', ''))),
    ),
  )
  add(
    matches(text, englishWeekday, (match) => {
      const wanted = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].indexOf((match[2] ?? '').toLowerCase())
      const which = (match[1] ?? '').trim().toLowerCase()
      return plus(daysTo(today, wanted, which === 'last' ? '上' : which === 'next' ? '下' : ''))
    }),
  )
  add(matches(text, dayOnly, (match) => dayOfMonth(today, Number(match[1]))))
  return found
}

/** Days from today to a weekday; 0 = Monday, 天 and 末 are read as Sunday and Saturday. A bare weekday is the coming one. */
function daysTo(today: Date, weekdayAt: number, which: string): number {
  const wanted = weekdayAt === 7 ? 6 : weekdayAt === 8 ? 5 : weekdayAt
  const current = (today.getUTCDay() + 6) % 7
  const weeks: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }
  const week = weeks[which]
  return week === undefined ? (wanted - current + 7) % 7 : wanted - current + week * 7
}

function awayFrom(match: RegExpMatchArray, plus: (days: number) => string): string | undefined {
  const amount = readNumber(match[1] ?? match[4] ?? match[6] ?? '')
  if (amount === undefined) return undefined
  const unit = match[2] ?? match[5] ?? match[7] ?? ''
  const days = Math.round(amount * (/周|星期|week/.test(unit) ? 7 : unit.includes('月') ? 30 : 1))
  return plus(match[6] !== undefined || match[3]?.includes('前') ? -days : days)
}

/** Month and day of Dec 25 and 25th of December. */
function namedDay(match: RegExpMatchArray): [month: number, dayOfMonth: number] {
  return [months.indexOf((match[1] ?? match[4] ?? '').slice(0, 3).toLowerCase()) + 1, Number(match[2] ?? match[3])]
}

/** The year in which that day is nearest to today. */
function nearest(today: Date, month: number, dayOfMonth: number): string | undefined {
  const year = today.getUTCFullYear()
  const days = [year - 1, year, year + 1].flatMap((each) => dayOf(each, month, dayOfMonth) ?? [])
  const distance = (each: string) => Math.abs(Date.parse(each) - today.getTime())
  return days.sort((a, b) => distance(a) - distance(b))[0]
}

/** 10号: of this month, or of the next one when it is long over. */
function dayOfMonth(today: Date, wanted: number): string | undefined {
  const year = today.getUTCFullYear()
  const month = today.getUTCMonth()
  const later = wanted < today.getUTCDate() - 15 ? new Date(Date.UTC(year, month + 1, 1)) : new Date(Date.UTC(year, month, 1))
  return dayOf(later.getUTCFullYear(), later.getUTCMonth() + 1, wanted)
}

function dayOf(year: number, month: number, dayOfMonth: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth))
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth ? written(at) : undefined
}

function isDay(value: string): boolean {
  const [year, month, dayOfMonth] = value.split('-').map(Number)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && dayOf(year ?? 0, month ?? 0, dayOfMonth ?? 0) !== undefined
}

function written(at: Date): string {
  return at.toISOString().slice(0, 10)
}
