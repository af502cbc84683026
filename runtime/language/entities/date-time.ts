import { date, daySigns, findDays } from './date.ts'
import type { EntityKind, EntityValue, FoundEntity } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const part = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|晚|早'
const chinese = new RegExp(
  `^[的\\s,，]{0,2}(${part})?\\s?(?:(\\d{1,2}|[${numeralSet.replace(/[百千万半]/g, '')}]{1,3})(?:点钟?|时)(?:(半)|([一两三13])刻|(\\d{1,2}|[${numeralSet.replace(/[百千万]/g, '')}]{1,3})分?)?|(\\d{1,2})[:：](\\d{2}))?`,
)
const english =
  /^,?\s?(?:at\s)?(?:(\d{1,2})(?::(\d{2}))?\s?(am|pm)|(\d{1,2}):(\d{2})|(?:in the )?(morning|noon|afternoon|evening|night))\b/i
/** When a part of the day is meant without an hour. */
const usual: Record<string, string> = {
  ...{
    凌晨: '02:00',
    清晨: '06:00',
    早上: '08:00',
    早晨: '08:00',
    早: '08:00',
    上午: '09:00',
    中午: '12:00',
    下午: '14:00',
    傍晚: '18:00',
  },
  ...{ 晚上: '20:00', 夜里: '22:00', 晚: '20:00' },
  ...{ morning: '09:00', noon: '12:00', afternoon: '14:00', evening: '19:00', night: '20:00', tonight: '20:00' },
}

const quarters: Record<string, string> = { 一: '15', '1': '15', 两: '30', 三: '45', '3': '45' }
const night = /晚|夜|tonight/

/** A day, with its hour where one is said: 2026-11-28T09:00, in the shop's own time. */
export const dateTime: EntityKind = {
  type: 'date_time',
  needs: daySigns,
  find: (text, context) => findDays(text, context).map((each) => withHour(text, each)),
  valid: (value) =>
    typeof value === 'string' &&
    date.valid(value.slice(0, 10)) &&
    (value.length === 10 || /^T(?:[01]\d|2[0-3]):[0-5]\d$/.test(value.slice(10))),
}

function withHour(text: string, found: FoundEntity): FoundEntity {
  const rest = text.slice(found.end, found.end + 24)
  const word = text.slice(found.start, found.end)
  const inside = /晚$/.test(word) ? '晚' : /早$/.test(word) ? '早' : /tonight/i.test(word) ? 'tonight' : undefined
  const match = chinese.exec(rest)
  if (match?.[0].trim()) {
    const minute = match[3] ? '30' : match[4] ? quarters[match[4]] : (match[5] ?? match[7])
    const at = momentOf(found.value, match[1] ?? inside, match[2] ?? match[6], minute, inside)
    if (at) return { value: at, start: found.start, end: found.end + match[0].length }
  }
  const spoken = english.exec(rest)
  if (spoken) {
    const half = spoken[6]?.toLowerCase() ?? spoken[3]?.toLowerCase() ?? inside
    const at = momentOf(found.value, half, spoken[1] ?? spoken[4], spoken[2] ?? spoken[5], inside)
    if (at) return { value: at, start: found.start, end: found.end + spoken[0].length }
  }
  return inside ? { ...found, value: `${found.value}T${usual[inside]}` } : found
}

/** @param inside what the word of the day says itself: 今晚凌晨1点 is in the night of that day */
function momentOf(
  day: EntityValue,
  half: string | undefined,
  hourWords: string | undefined,
  minuteWords: string | undefined,
  inside: string | undefined,
): string | undefined {
  if (hourWords === undefined) return half !== undefined && usual[half] ? `${day}T${usual[half]}` : undefined
  const said = readNumber(hourWords)
  const minute = minuteWords === undefined ? 0 : readNumber(minuteWords)
  if (said === undefined || minute === undefined || said > 24 || minute > 59) return undefined
  const hour = hourOf(half ?? '', said)
  // a night is the one that follows its day: 今晚12点 and 明天夜里2点 are early on the day after; so is 24点
  const isLater = said === 24 || (hour < 5 && night.test(`${half ?? ''}${inside ?? ''}`))
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return `${isLater ? dayAfter(String(day)) : day}T${time}`
}

function hourOf(half: string, said: number): number {
  if (said === 24 || (said === 12 && (half === '凌晨' || half === 'am' || night.test(half)))) return 0
  if (said < 12 && (/下午|傍晚|pm/.test(half) || (said > 4 && night.test(half)) || (said < 4 && half === '中午'))) return said + 12
  return said
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
