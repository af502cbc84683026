import { digits, type EntityKind, isBetween, latin, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'
import { measure } from './quantity.ts'

/** A minus makes it no price; between two amounts it is a range: 5-10元. */
const notNegative = '(?<!(?<![\\d元块])[-−]\\s?)'
const grouped = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?'
/** 3千, 3千5百, 1万2. */
const mixed = '(?:\\d{1,8}(?:\\.\\d{1,2})?[百千万]){1,3}\\d?'
const signed = new RegExp(`${notNegative}[¥￥$€£]\\s?(${grouped}|\\d{1,8}(?!\\d)(?:\\.\\d{1,2})?)`, 'g')
/** 三块五, 3块8毛5; in 100块3双 the 3 counts the next thing, in 9块9包邮 the 9 does not. */
const rest = `(?:([一二三四五六七八九\\d])[毛角]([一二三四五六七八九\\d](?!\\d))?|([一二三四五六七八九](?![${numeralSet}])|\\d(?![\\d.百千万两半]))(?!\\s?(?:${measure}|[折样天日月号年人次米斤公克码位种款期%a-z])))`
const counted = new RegExp(
  `(?<![\\d.${numeralSet}]|\\d,)${notNegative}(${grouped}|${mixed}|\\d{1,8}(?:\\.\\d{1,2})?|[${numeralSet}]{1,8})\\s?(?:元|块钱?|人民币|rmb|yuan|dollars?|usd)${rest}?`,
  'gi',
)
const most = 99_999_999.99

export const money: EntityKind = {
  type: 'money',
  needs: [digits + numeralSet, `¥￥$€£元块人${latin}`],
  find: (text) => [
    ...matches(text, signed, (match) => Number(match[1]?.replaceAll(',', ''))),
    ...matches(text, counted, (match) => {
      const amount = readNumber((match[1] ?? '').replaceAll(',', ''))
      const tenths = readNumber(match[2] ?? match[4] ?? '零')
      const hundredths = readNumber(match[3] ?? '零')
      if (amount === undefined || tenths === undefined || hundredths === undefined) return undefined
      const value = Math.round(amount * 100 + tenths * 10 + hundredths) / 100
      return value <= most ? value : undefined
    }),
  ],
  valid: (value) => isBetween(value, 0, most),
}
