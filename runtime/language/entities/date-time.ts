import { date, daySigns, findDays } from './date.ts'
import type { EntityContext, EntityKind, FoundEntity } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const part = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|明晚|夜里|晚|早'
const chinese = new RegExp(
  `^[的\\s,，]{0,2}(${part})?\\s?(?:(\\d{1,2}|[${numeralSet.replace(/[百千万半]/g, '')}]{1,3})(?:点钟?|时)(?:(半)|(\\d{1,2}|[${numeralSet.replace(/[百千万]/g, '')}]{1,3})分?)?|(\\d{1,2})[:：](\\d{2}))?`,
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
  ...{ 晚上: '20:00', 今晚: '20:00', 明晚: '20:00', 夜里: '22:00', 晚: '20:00' },
  ...{ morning: '09:00', noon: '12:00', afternoon: '14:00', evening: '19:00', night: '20:00', tonight: '20:00' },
}

/** A day, with its hour where one is said: 2026-11-28T09:00, in the shop's own time. */
export const dateTime: EntityKind = {
  type: 'date_time',
  needs: daySigns,
  find: (text, context) => findDays(text, context).map((each) => withHour(text, each, context)),
  valid: (value) =>
    typeof value === 'string' &&
    date.valid(value.slice(0, 10)) &&
    (value.length === 10 || /^T(?:[01]\d|2[0-3]):[0-5]\d$/.test(value.slice(10))),
}

function withHour(text: string, found: FoundEntity, _context: EntityContext): FoundEntity {
  const rest = text.slice(found.end, found.end + 24)
  const word = text.slice(found.start, found.end)
  const inside = /晚$/.test(word) ? '晚' : /早$/.test(word) ? '早' : /tonight/i.test(word) ? 'tonight' : undefined
  const match = chinese.exec(rest)
  if (match?.[0].trim()) {
    const time = hourOf(match[1] ?? inside, match[2] ?? match[5], match[3] ? '30' : (match[4] ?? match[6]))
    if (time) return { value: `${found.value}T${time}`, start: found.start, end: found.end + match[0].length }
  }
  const spoken = english.exec(rest)
  if (spoken) {
    const half = spoken[3]?.toLowerCase() === 'pm' ? '下午' : spoken[3] ? '上午' : inside
    const time = spoken[6] ? usual[spoken[6].toLowerCase()] : hourOf(half, spoken[1] ?? spoken[4], spoken[2] ?? spoken[5])
    if (time) return { value: `${found.value}T${time}`, start: found.start, end: found.end + spoken[0].length }
  }
  return inside ? { ...found, value: `${found.value}T${usual[inside]}` } : found
}

function hourOf(half: string | undefined, hourWords: string | undefined, minuteWords: string | undefined): string | undefined {
  if (hourWords === undefined) return half === undefined ? undefined : usual[half]
  let hour = readNumber(hourWords)
  const minute = minuteWords === undefined ? 0 : readNumber(minuteWords)
  if (hour === undefined || minute === undefined) return undefined
  if (hour < 12 && half !== undefined && /下午|晚|傍晚|夜|tonight/.test(half)) hour += 12
  if (hour === 12 && half === '上午') hour = 0
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined
}
