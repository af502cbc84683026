import validator from 'validator'
import { isThing } from './cues.ts'
import type { PersonalSpan } from './span.ts'

/** What people set digits apart with. */
const gap = '[ \\n\\t\\-.。、,，·_/—]{0,2}'
/** Tried at every figure: region, date and check digit say where an identity number begins. */
const idCard = new RegExp(`(?<![A-Za-z0-9])(?=([1-8](?:${gap}\\d){16}${gap}[\\dXx])(?![A-Za-z0-9]))`, 'g')
const plainGaps = /^\d{6}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[ -]?[\dX]$/
/** How people group the eighteen signs where no word says what they are. */
const idGroups = new Set(
  [
    '6 8 4',
    '6 12',
    '6 4 4 4',
    '4 4 4 4 2',
    '2 4 4 4 4',
    '3 3 4 4 4',
    '3 3 8 4',
    '3 4 4 4 3',
    '3 3 3 3 3 3',
    '6 6 6',
    '10 8',
    '14 4',
    '6 4 8',
  ].concat('1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'),
)
const oldIdCard = /(?<=身份证(?:号码?)?(?:是|为)?[:：]?\s?)[1-8]\d{5}\d{2}[01]\d[0-3]\d\d{3}(?!\d)/g
const idCue = /(?:身份证|证件)(?:号码?)?(?:是|为)?\s?[:：]?\s?$/
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const card = /(?<![A-Za-z0-9]|[\d-]-)\d{3,4}(?:[ -]?\d){9,15}(?![A-Za-z0-9]|-\d)/g
/** The same written in other ways: digit by digit, in groups with two spaces, dots, commas or line breaks between them. */
const looseCard = new RegExp(`(?<![A-Za-z0-9]|[\\d-]-)(\\d(?:${gap}\\d){12,18})(?![A-Za-z0-9]|-\\d)`, 'g')
const cardGroups = /^(?:1(?: 1)+|4 4 4(?: 4)?(?: [1-4])?|4 6 5|6 1[03])$/
/** Issuers by prefix and length: UnionPay, old ICBC, Visa, Mastercard, American Express, Discover, JCB, Diners. */
const issuer =
  /^(?:62\d{14,17}|9558\d{15}|4\d{15}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|3(?:0[0-5]|[68]\d)\d{11})$/
const cardCue = /(?:银行卡|信用卡|储蓄卡|借记卡|卡|账号|账户|card|account)\D{0,10}$/i
const sure = '(?:号码?|账号|number|no\\.?)?\\s?(?:是|为|is)?[\\s:：]{0,3}$'
/** Says so surely that it is a bank card that a mistyped one is covered too, and one whose groups commas part. */
const surelyCard = new RegExp(
  `(?:银行卡|信用卡|储蓄卡|借记卡|(?<![\\u4e00-\\u9fff])卡|(?<!会员|礼品|购物|充值|积分|提货|兑换|门禁|流量|手机|电话|优惠|物流|联网)卡(?=号)|(?:bank|credit|debit) ?card)${sure}`,
  'i',
)

/** Identity cards by region, date and check digit, or by the word before them. */
export function findIdCards(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const { index, 1: typed = '' } of text.matchAll(idCard)) {
    const end = index + typed.length
    const number = typed.replace(/[^\dXx]/g, '').toUpperCase()
    if (index < (found.at(-1)?.end ?? 0) || !provinces.has(number.slice(0, 2)) || !isDate(number.slice(6, 14)) || isThing(text, index, end))
      continue
    // a mistyped identity number is personal all the same, once it is called one
    const called = idCue.test(text.slice(Math.max(0, index - 12), index))
    if (called || (validator.isIdentityCard(number, 'zh-CN') && isGroupedAsOne(text, index, typed)))
      found.push({ start: index, end, type: 'id_card' })
  }
  for (const match of text.matchAll(oldIdCard)) {
    if (provinces.has(match[0].slice(0, 2)) && isDate(`19${match[0].slice(6, 12)}`))
      found.push({ start: match.index, end: match.index + match[0].length, type: 'id_card' })
  }
  return found
}

/** Dates and measures in a row are no identity number, whatever their last digit. */
function isGroupedAsOne(text: string, start: number, typed: string): boolean {
  if (plainGaps.test(typed.toUpperCase())) return true
  const groups = (typed.match(/[\dXx]+/g) ?? []).map((each) => each.length).join(' ')
  return idGroups.has(groups) && !/\d[^\dA-Za-z\u4e00-\u9fff]{1,2}$/.test(text.slice(Math.max(0, start - 3), start))
}

/** Bank cards by issuer, length and check digit, or by the word before them. */
export function findBankCards(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  const take = (start: number, typed: string, inGroups: boolean) => {
    const end = start + typed.length
    const digits = typed.replace(/\D/g, '')
    const before = text.slice(Math.max(0, start - 20), start)
    const called = cardCue.test(before)
    const surely = surelyCard.test(before)
    if (!inGroups && !surely) return
    const thing = isThing(text, start, end)
    const issued = issuer.test(digits)
    if (!validator.isLuhnNumber(digits) && !(issued && !thing && surely)) return
    if (issued ? called || !thing : called && digits.length >= 15) found.push({ start, end, type: 'bank_card' })
  }
  for (const match of text.matchAll(card)) take(match.index, match[0], true)
  for (const match of text.matchAll(looseCard)) {
    const typed = match[1] ?? ''
    const groups = (typed.match(/\d+/g) ?? []).map((each) => each.length).join(' ')
    // commas stand between prices as well
    if (cardGroups.test(groups)) take(match.index, typed, !/[,，、/]/.test(typed))
  }
  return found
}

/** @param digits YYYYMMDD */
function isDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year < 2030 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
