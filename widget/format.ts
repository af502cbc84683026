import type { Money } from '../schemas/shop.ts'
import type { Locale } from '../schemas/text.ts'
import { say, type Words } from './text.ts'

/** Numbers, dates and money as the visitor's language and clock have them. */
export interface Format {
  money(money: Money): string
  /** `10:24` */
  time(iso: string): string
  /** `今天 10:24`, `昨天 21:14`, `11月18日 09:18` */
  moment(iso: string): string
  /** `11月18日`, `18 Nov` */
  date(iso: string): string
  /** `11-20 21:14` */
  short(iso: string): string
  eta(iso: string): string
  /** True when two moments fall on different days. */
  otherDay(one: string, other: string): boolean
}

/** `1:07` */
export const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export function createFormat(locale: Locale, words: Words, now: () => number): Format {
  const zone = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  const time = zone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const date = zone(locale === 'en' ? { day: 'numeric', month: 'short' } : { month: 'long', day: 'numeric' })
  const day = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  /** Whole days from today, by the calendar: summer time makes some days 23 hours. */
  const daysAhead = (iso: string) => Math.round((day(Date.parse(iso)) - day(now())) / 86_400_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const of = (iso: string) => new Date(iso)
  return {
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
      }).format(amount / 100),
    time: (iso) => time.format(of(iso)),
    moment(iso) {
      const ahead = daysAhead(iso)
      return `${ahead === 0 ? words.today : ahead === -1 ? words.yesterday : date.format(of(iso))} ${time.format(of(iso))}`
    },
    date: (iso) => date.format(of(iso)),
    short: (iso) => `${two(of(iso).getMonth() + 1)}-${two(of(iso).getDate())} ${time.format(of(iso))}`,
    eta(iso) {
      const ahead = daysAhead(iso)
      return ahead === 0 ? words.etaToday : ahead === 1 ? words.etaTomorrow : say(words.etaOn, { date: date.format(of(iso)) })
    },
    otherDay: (one, other) => day(Date.parse(one)) !== day(Date.parse(other)),
  }
}
