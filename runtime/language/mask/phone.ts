import { belongsToThing, isThing, saysPhone } from './cues.ts'
import type { PersonalSpan } from './span.ts'

const gap = '[ \\n\\t\\-.。…、,，·_/~—*|]'
/** Not inside a longer number or code; a word such as `tel` may stand right before. */
const open = '(?<![A-Za-z0-9]|\\d[.-])(?<!#)'
const worded = '(?<=(?:tel|phone|mobile|cell|call)|(?<![A-Za-z0-9]|\\d[.-]))'
const anyCase = (words: string) =>
  words
    .split('|')
    .flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
    .join('|')
/** Words with a capital that stand before the numbers of things. */
const notWho =
  'Order|Code|Item|Model|Lot|Batch|Imei|Ean|Isbn|Upc|Part|Art|Sku|Ref|Track|Tracking|Parcel|Member|Case|Ticket|Invoice|Serial|Product|Coupon|Number|Shunfeng|Yunda|Zhongtong|Yuantong|Shentong|Jitu|Jingdong|Ems|Dhl|Ups'
/** Before a mobile number: a word for a telephone or a chat account, who it belongs to, the number of a line in a list. */
const before = `(?<=(?:${anyCase('tel|phone|mobile|cell|call')})|(?<![A-Za-z])(?:${anyCase('vx|wx|v|wechat|weixin|whatsapp')})|(?<![A-Za-z])(?!(?:${notWho})(?![a-z]))[A-Z][a-z]{2,14}|(?:电话|手机|号码?)[Nn][Oo]\\.?|\\.(?:com|cn|net)|(?:^|[\\s,，;；])\\d{1,2}\\.|(?<![A-Za-z0-9]|\\d[.-]))`
const chatAfter = `(?:${anyCase('vx|wx|wechat|weixin')}|[Vv](?![A-Za-z0-9])|[Qq]{1,2}(?![A-Za-z0-9]))`
const close = '(?![A-Z0-9]|-\\d{3}|\\.\\d)'
const mobile = new RegExp(
  `(?=[\\d(+])${before}(?:\\(?(?:\\+|00)?86\\)?${gap}{0,2})?(1(?:${gap}{0,2}\\d){10})(?=${chatAfter}|(?![A-Za-z0-9]))(?!-\\d{3}|\\.\\d)`,
  'g',
)
const money = /^\s?(?:元|块(?:钱|$|[,，。]))/
/** 300 400 5000 are prices or pieces. */
const roundSums = /^[235679]00 \d00 \d\d00$/
/** How people group the eleven digits of a mobile number. */
const groupings = new Set(
  [
    '11',
    '3 4 4',
    '3 3 5',
    '4 3 4',
    '3 8',
    '7 4',
    '4 4 3',
    '5 6',
    '6 5',
    '3 2 2 2 2',
    '3 2 2 4',
    '3 3 3 2',
    '3 4 2 2',
    '3 5 3',
    '4 7',
    '8 3',
  ].concat('1 1 1 1 1 1 1 1 1 1 1', '3 2 3 3', '1 10', '2 3 3 3', '3 1 4 3', '2 2 2 2 2 1', '5 3 3'),
)
const landline = new RegExp(
  `${worded}(?:\\(?(?:\\+|00)86\\)?[ -]?)?(?:\\((?:0?10|0?2\\d|0?[3-9]\\d\\d)\\)|(?:010|02\\d|0[3-9]\\d\\d))[ —-]{0,2}[2-8]\\d{2,3}[ -]?\\d{4}(?:(?:转|-|ext\\.?|x)\\s?\\d{1,5})?${close}`,
  'gi',
)
const hotline = new RegExp(`${open}[48]00[ -]?(?:\\d{7}|\\d{3}[ -]\\d{4}|\\d{4}[ -]\\d{3}|\\d[ -]\\d{3}[ -]\\d{3})${close}`, 'g')
const hotlineFours = new RegExp(`${open}[48]00\\d-\\d{3}-\\d{3}${close}`, 'g')
const american = new RegExp(`${open}(?:\\+?1[-. ]?)?(?:\\([2-9]\\d{2}\\)[-. ]?|[2-9]\\d{2}[-. ])[2-9]\\d{2}[-. ]\\d{4}${close}`, 'g')
const british = new RegExp(`${open}0(?:7\\d{3}[ -]?\\d{3}[ -]?\\d{3}|20[ -]\\d{4}[ -]\\d{4})${close}`, 'g')
const bracketed = new RegExp(`${open}\\(1[3-9]\\d\\)[ -]?\\d{4}[ -]?\\d{4}${close}`, 'g')
const said = '(?:(?:double|triple)[ -])?(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)'
/** Digits one by one in English words. */
const saidRun = new RegExp(`\\b${said}(?:[ ,.-]{1,2}${said}){6,14}\\b`, 'gi')
const abroad = /(?<![A-Za-z0-9])(?:\+|00)(?!86)[1-9](?:[ .()-]{0,2}\d){6,16}\)?(?![A-Za-z0-9])/g
/** Taken only when the words before call it a telephone. */
const called = /(?<![A-Za-z0-9])(?:[2-9]\d{9}|[2-8]\d{6,7}|\d{4}[ -]\d{4}|\d{3}[ -]\d{4})(?!\d|[ -]\d|\s?[元块件个岁¥折天])/g

/** Telephones of China and abroad: mobile, landline, service lines, numbers that start with a country code. */
export function findPhones(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  const take = (start: number, end: number) => {
    if (!isThing(text, start, end)) found.push({ start, end, type: 'phone' })
  }
  for (const match of text.matchAll(mobile)) {
    const number = match[1] ?? ''
    const groups = number.match(/\d+/g) ?? []
    if (!/^1[3-9]/.test(groups.join('')) || !groupings.has(groups.length === 1 ? '11' : groups.map((each) => each.length).join(' ')))
      continue
    const end = match.index + match[0].length
    if (money.test(text.slice(end, end + 3)) && !saysPhone(text, match.index)) continue
    if (!belongsToThing(text, match.index, end)) found.push({ start: match.index, end, type: 'phone' })
  }
  for (const pattern of [landline, hotline, hotlineFours, american, british, bracketed])
    for (const match of text.matchAll(pattern))
      if (!roundSums.test(match[0]) || saysPhone(text, match.index)) take(match.index, match.index + match[0].length)
  if (/\+|00/.test(text))
    for (const match of text.matchAll(abroad)) {
      const digits = match[0].replace(/\D/g, '').length
      if ((match[0].startsWith('+') || saysPhone(text, match.index)) && digits >= 8 && digits <= 15)
        take(match.index, match.index + match[0].length)
    }
  for (const match of text.matchAll(saidRun)) {
    const digits = match[0].split(/[ ,.-]+/).reduce((sum, word) => sum + (/^double$/i.test(word) ? 1 : /^triple$/i.test(word) ? 2 : 1), 0)
    if (digits >= 10 || saysPhone(text, match.index)) take(match.index, match.index + match[0].length)
  }
  for (const match of text.matchAll(called)) if (saysPhone(text, match.index)) take(match.index, match.index + match[0].length)
  return found
}
