import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { PersonalType } from '../mask/span.ts'
import { findPersonal } from '../mask.ts'
import { type EntityKind, type FoundEntity, matches } from './kind.ts'

/*
 * A turn hears words in which personal data is covered already: what is left of it is still the answer to "your phone number?".
 */
const maskedPhone = /(?<![\d*])\+?\d{2,4}\*{3,6}\d{2,4}(?![\d*])/g
const maskedAddress =
  /(?<=地址(?:是|改成|为)?|寄到|送到|发到|住在?|[\s，,。:：]|^)(?!地址|寄到|送到|发到)[\p{Script=Han}\d]{2,30}(?:省|市|区|县|镇|乡|路|街)[\p{Script=Han}\d]{0,10}\*{2,}/gu
const maskedName = /(?<=[\s，,。:：]|^|叫|姓名|收件人|联系人|是)\p{Script=Han}\*{1,3}(?![\d*])/gu

export const phone: EntityKind = {
  type: 'phone',
  find: (text) => [...personal(text, 'phone', plainPhone), ...masked(text, maskedPhone)],
  valid: (value) => typeof value === 'string' && (isMasked(value, maskedPhone) || isValidPhoneNumber(value, 'CN')),
}

export const address: EntityKind = {
  type: 'address',
  find: (text) => [...personal(text, 'address', (hit) => hit.trim()), ...masked(text, maskedAddress)],
  valid: (value) => typeof value === 'string' && value.length >= 5 && value.length <= 300,
}

export const personName: EntityKind = {
  type: 'person_name',
  find: (text) => [...personal(text, 'name', (hit) => hit.trim()), ...masked(text, maskedName)],
  valid: (value) => typeof value === 'string' && /^[\p{L}·•' .*-]{2,40}$/u.test(value),
}

/** The last text that was looked through: three kinds ask for the same one. */
let last: { text: string; spans: ReturnType<typeof findPersonal> } = { text: '', spans: [] }

function personal(text: string, type: PersonalType, write: (hit: string) => string | undefined): FoundEntity[] {
  if (last.text !== text) last = { text, spans: findPersonal(text) }
  return last.spans.flatMap(({ start, end, type: each }) => {
    const value = each === type ? write(text.slice(start, end)) : undefined
    return value === undefined ? [] : [{ value, start, end }]
  })
}

function masked(text: string, pattern: RegExp): FoundEntity[] {
  return text.includes('*') ? matches(text, pattern, (match) => match[0]) : []
}

function isMasked(value: string, pattern: RegExp): boolean {
  return value.match(pattern)?.[0] === value
}

/** +8613812345678, however it was spelled; digits alone where no country knows the number. */
function plainPhone(hit: string): string | undefined {
  const spoken = '零一二三四五六七八九'
  const digits = hit
    .normalize('NFKC')
    .replace(/[幺零一二三四五六七八九〇两]/g, (sign) => String({ 幺: 1, 〇: 0, 两: 2 }[sign] ?? spoken.indexOf(sign)))
  const plain = digits.replace(/[^\d+]/g, '')
  return parsePhoneNumberFromString(plain, plain.length === 10 && /^[2-9]/.test(plain) ? 'US' : 'CN')?.number ?? (plain || undefined)
}
