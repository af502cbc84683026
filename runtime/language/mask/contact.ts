import type { PersonalSpan, PersonalType } from './span.ts'

const email =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9_](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![A-Za-z0-9])/g
const plateLetters = 'A-HJ-NP-Za-hj-np-z'
const plate = new RegExp(
  `[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][${plateLetters}]\\s?[·.•-]?\\s?(?=[A-Za-z]*\\d)(?:[DFABCEGHJKdf][${plateLetters}0-9]\\d{4}|\\d{5}[DFABCEGHJKdf]|[${plateLetters}0-9]{5}|[${plateLetters}0-9]{4}[学警港澳挂试超])(?![A-Za-z0-9])`,
  'g',
)
const chat = '(?:微信|威信|薇信|微x|wei\\s?xin|we\\s?chat|(?<![A-Za-z])(?:wx|vx|v信|v)|[薇微])'
const says = '(?:\\s?(?:账号|号码|号|id|no\\.?|number))?\\s?(?:就?是|为|叫|改成|is|[:：=])?\\s?[:：]?\\s?'
const chatId = new RegExp(`${chat}(${says})([A-Za-z][\\w-]{4,19})(?![\\w.-]*@)(?![A-Za-z0-9_])`, 'gi')
const qq = new RegExp(`(?:(?<![A-Za-z])qq|扣扣|企鹅)${says}([1-9]\\d{4,11})(?!\\d|@)`, 'gi')

/** E-mail addresses. */
export function findEmails(text: string): PersonalSpan[] {
  return [...text.matchAll(email)].map((match) => span(match.index, match.index + match[0].length, 'email'))
}

/** Number plates of mainland China, green ones included. */
export function findPlates(text: string): PersonalSpan[] {
  return [...text.matchAll(plate)].map((match) => span(match.index, match.index + match[0].length, 'plate'))
}

/** WeChat and QQ accounts after a word that names the service. */
export function findSocial(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const match of text.matchAll(chatId)) {
    const [whole, says = '', id = ''] = match
    // an ordinary word after the service's name is no account: it has no digit, and nothing says "is" before it
    if (!/[\d_-]/.test(id) && (!/[号是为:：=]|id|is/i.test(says) || /^(?:not|pay|wrong|payment|the|your|please|here)$/i.test(id))) continue
    found.push(span(match.index + whole.length - id.length, match.index + whole.length, 'social'))
  }
  for (const match of text.matchAll(qq)) {
    const id = match[1] ?? ''
    found.push(span(match.index + match[0].length - id.length, match.index + match[0].length, 'social'))
  }
  return found
}

function span(start: number, end: number, type: PersonalType): PersonalSpan {
  return { start, end, type }
}
