import { findPhoneNumbersInText } from 'libphonenumber-js'
import type { EntityType, Perception } from '../../schemas/perception.ts'

type Entity = Perception['entities'][number]

interface Finder {
  type: EntityType
  pattern: RegExp
  /** The stored value, or undefined when the hit is none after all. */
  value(match: RegExpMatchArray): string | number | boolean | undefined
}

const chineseDigits: Record<string, number> = { 一: 1, 两: 2, 俩: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }

const finders: Finder[] = [
  { type: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+/g, value: (match) => match[0] },
  { type: 'order_no', pattern: /(?<![A-Za-z0-9])D\d{8}-?\d{4}(?!\d)/gi, value: (match) => match[0].toUpperCase().replace(/^(D\d{8})-?(\d{4})$/, '$1-$2') },
  { type: 'tracking_no', pattern: /(?<![A-Za-z0-9])(?:SF|YT|ZTO|JD|STO|YD)\d{10,15}(?!\d)/gi, value: (match) => match[0].toUpperCase() },
  { type: 'money', pattern: /[¥￥]\s?(\d{1,7}(?:\.\d{1,2})?)|(\d{1,7}(?:\.\d{1,2})?)\s?(?:元|块钱?|rmb|yuan)/gi, value: (match) => Number(match[1] ?? match[2]) },
  { type: 'size', pattern: /(?<![A-Za-z])(?:X{0,3}[SL]|M|[2-5]XL)(?![A-Za-z])码?/g, value: (match) => match[0].replace('码', '') },
  { type: 'colour', pattern: /[黑白红蓝绿黄灰粉紫棕米](?:色)|雾蓝|米白|\b(?:black|white|red|blue|green|yellow|grey|pink|purple|brown)\b/gi, value: (match) => match[0].toLowerCase() },
  { type: 'date', pattern: /(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?/g, value: (match) => isoDate(Number(match[1]), Number(match[2]), Number(match[3])) },
  { type: 'number', pattern: /(?<![\w.-])\d{1,9}(?:\.\d{1,4})?(?![\w-])/g, value: (match) => Number(match[0]) },
  { type: 'number', pattern: /([一两俩二三四五六七八九十])(?=[个件条只双套份])/g, value: (match) => chineseDigits[match[1] as string] },
]

const yes = /^(?:是的?|对的?|好的?|嗯+|行|可以|确认|没错|要|yes|yep|yeah|ok|okay|sure|right|correct)[!！。.~]*$/i
const no = /^(?:不是?|不用了?|不要|不行|没有|算了|别|no|nope|nah|not? thanks?)[!！。.~]*$/i

/** Everything of a known type in a message, by position. Values are normalised; `start` and `end` count UTF-16 units. */
export function findEntities(text: string): Entity[] {
  const found: Entity[] = []
  for (const { type, pattern, value } of finders) {
    for (const match of text.matchAll(pattern)) {
      const read = value(match)
      if (read !== undefined) found.push({ type, value: read, text: match[0], start: match.index, end: match.index + match[0].length })
    }
  }
  // the library is thorough and slow: it looks only where enough digits are
  if (/\d[\d\s-]{6,}/.test(text)) {
    for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, 'CN'))
      found.push({ type: 'phone', value: number.number, text: text.slice(startsAt, endsAt), start: startsAt, end: endsAt })
  }
  const words = text.trim()
  if (yes.test(words) || no.test(words)) found.push({ type: 'yes_no', value: yes.test(words), text: words, start: 0, end: text.length })
  return withoutContained(found).sort((a, b) => a.start - b.start)
}

/** A number inside an order number is no number of its own. */
function withoutContained(found: Entity[]): Entity[] {
  return found.filter(
    (inner) => inner.type === 'yes_no' || !found.some((outer) => outer !== inner && outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start),
  )
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : undefined
}
