import validator from 'validator'
import { isThing } from './cues.ts'
import type { PersonalSpan } from './span.ts'

const idCard = /(?<![A-Za-z0-9])[1-8]\d{5}[ -]?(?:19|20)\d{2}[ -]?[01]\d[ -]?[0-3]\d[ -]?\d{3}[ -]?[\dXx](?![A-Za-z0-9])/g
const oldIdCard = /(?<=身份证(?:号码?)?(?:是|为)?[:：]?\s?)[1-8]\d{5}\d{2}[01]\d[0-3]\d\d{3}(?!\d)/g
const idCue = /(?:身份证|证件)(?:号码?)?(?:是|为)?\s?[:：]?\s?$/
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const card = /(?<![A-Za-z0-9]|[\d-]-)\d{3,4}(?:[ -]?\d){9,15}(?![A-Za-z0-9]|-\d)/g
/** Issuers by prefix and length: UnionPay, old ICBC, Visa, Mastercard, American Express, Discover, JCB, Diners. */
const issuer =
  /^(?:62\d{14,17}|9558\d{15}|4\d{15}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|3(?:0[0-5]|[68]\d)\d{11})$/
const cardCue = /(?:银行卡|信用卡|储蓄卡|借记卡|卡|账号|账户|card|account)\D{0,10}$/i

/** Identity cards by region, date and check digit, or by the word before them. */
export function findIdCards(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const match of text.matchAll(idCard)) {
    const end = match.index + match[0].length
    const number = match[0].replace(/[ -]/g, '').toUpperCase()
    if (!provinces.has(number.slice(0, 2)) || !isDate(number.slice(6, 14)) || isThing(text, match.index, end)) continue
    // a mistyped identity number is personal all the same, once it is called one
    if (validator.isIdentityCard(number, 'zh-CN') || idCue.test(text.slice(Math.max(0, match.index - 12), match.index)))
      found.push({ start: match.index, end, type: 'id_card' })
  }
  for (const match of text.matchAll(oldIdCard)) {
    if (provinces.has(match[0].slice(0, 2)) && isDate(`19${match[0].slice(6, 12)}`))
      found.push({ start: match.index, end: match.index + match[0].length, type: 'id_card' })
  }
  return found
}

/** Bank cards by issuer, length and check digit. */
export function findBankCards(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const match of text.matchAll(card)) {
    const end = match.index + match[0].length
    const digits = match[0].replace(/\D/g, '')
    if (!validator.isLuhnNumber(digits)) continue
    const called = cardCue.test(text.slice(Math.max(0, match.index - 20), match.index))
    if (issuer.test(digits) ? called || !isThing(text, match.index, end) : called && digits.length >= 15)
      found.push({ start: match.index, end, type: 'bank_card' })
  }
  return found
}

/** @param digits YYYYMMDD */
function isDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year < 2030 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
