import type { Locale } from '../../schemas/text.ts'

const day = 24 * 60 * 60 * 1_000
const made = new Map<string, Intl.DateTimeFormat>()

/** "10:24" today, "11-20 21:14" this year, else with the year: as a person of that language writes it. */
export function moment(at: string, locale: Locale, now: number = Date.now()): string {
  const date = new Date(at)
  const sameDay = date.toDateString() === new Date(now).toDateString()
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const options: Intl.DateTimeFormatOptions = sameDay
    ? time
    : sameYear
      ? { month: 'short', day: 'numeric', ...time }
      : { year: 'numeric', month: 'short', day: 'numeric' }
  return formatter(locale, options).format(date)
}

/** "3 minutes ago", "昨天"; after a week the date. */
export function ago(at: string, locale: Locale, now: number = Date.now()): string {
  const past = now - new Date(at).getTime()
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  // Chinese sets a thin gap between digits and characters; Intl leaves it out
  const relative = {
    format: (value: number, unit: Intl.RelativeTimeFormatUnit) => words.format(value, unit).replace(/(\d)(?=\p{Script=Han})/u, '$1 '),
  }
  if (past < 45_000) return locale === 'en' ? 'just now' : '刚刚'
  if (past < 60 * 60_000) return relative.format(-Math.round(past / 60_000), 'minute')
  if (past < day) return relative.format(-Math.round(past / (60 * 60_000)), 'hour')
  if (past < 7 * day) return relative.format(-Math.round(past / day), 'day')
  return moment(at, locale, now)
}

export function count(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** Minor units of a currency → "¥128", "$12.50". */
export function money(minor: number, currency: string, locale: Locale): string {
  const digits = minor % 100 === 0 ? 0 : 2
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 100)
}

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(locale, options)
  made.set(key, fresh)
  return fresh
}

/** "11-20 21:14": when something happened to a parcel, always with its day. */
export function clock(at: string, locale: Locale): string {
  return formatter(locale, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(new Date(at))
    .replace('/', '-')
    .replace(',', '')
}

/** "今天", "明天", "tomorrow", else "11月24日". */
export function dayOf(at: string, locale: Locale, now: number = Date.now()): string {
  const start = (time: number) => new Date(time).setHours(0, 0, 0, 0)
  const days = Math.round((start(new Date(at).getTime()) - start(now)) / day)
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  return formatter(locale, { month: 'short', day: 'numeric' }).format(new Date(at))
}
