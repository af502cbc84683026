import { digits, type EntityKind, isBetween, latin, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const signed = /[¥￥$€£]\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?)/g
const counted = new RegExp(
  `(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,7}(?:\\.\\d{1,2})?万?|[${numeralSet}]{1,8})\\s?(元|块钱?|人民币|rmb|yuan|dollars?|usd)([一二三四五六七八九\\d](?![\\d个件条${numeralSet}]))?`,
  'gi',
)

export const money: EntityKind = {
  type: 'money',
  needs: [digits + numeralSet, `¥￥$€£元块人${latin}`],
  find: (text) => [
    ...matches(text, signed, (match) => Number(match[1]?.replaceAll(',', ''))),
    ...matches(text, counted, (match) => {
      const amount = readNumber((match[1] ?? '').replaceAll(',', ''))
      // 三块五 is 3.5
      const rest = match[3] === undefined ? 0 : readNumber(match[3])
      return amount === undefined || rest === undefined ? undefined : amount + rest / 10
    }),
  ],
  valid: (value) => isBetween(value, 0, 10_000_000),
}
