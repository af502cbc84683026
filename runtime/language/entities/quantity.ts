import { digits, type EntityKind, isBetween, latin, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

/** What things are counted by. */
export const measure = '个|件|条|只|双|套|份|盒|箱|瓶|包(?!邮)|袋|台|部|支|本|张|块(?!钱)|对|组|罐|桶|片|把|顶|副|斤装|打'
/** In 100块3双 the 块 is money: something else is counted after it. */
const price = `块(?=\\s?(?:\\d|[${numeralSet}]{1,3}(?:${measure})))`
const chinese = new RegExp(
  `(?<![第\\d.月星期周])(?<!第[\\d${numeralSet}]{1,5})(\\d{1,5}[百千万]?|[${numeralSet.replace('半', '')}]{1,5})\\s?(?:${measure})(?<!${price})(?!月|小时|星期|礼拜|工作日|年|问题|多月)`,
  'g',
)
const pair = /(?<![这那他她你我咱哥])[俩仨](?!个)/g
const english =
  /(?<![\w.$€£])(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a dozen)\s(?:of (?:them|these|those)|pcs?|pieces?|items?|pairs?|sets?|boxes|bottles|packs?|units?)\b/gi
const times = /(?<![\w.])[x×*]\s?(\d{1,4})(?!\d)|(?<![\w.])(\d{1,4})\s?[x×](?![\w])/gi
const most = 99_999
const words: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  'a couple of': 2,
  'a dozen': 12,
}

export const quantity: EntityKind = {
  type: 'quantity',
  needs: [digits + numeralSet + latin],
  find: (text) => [
    ...matches(text, chinese, (match) => whole(readNumber(match[1] ?? ''))),
    ...matches(text, pair, (match) => (match[0] === '俩' ? 2 : 3)),
    ...matches(text, english, (match) => words[(match[1] ?? '').toLowerCase()] ?? Number(match[1])),
    ...matches(text, times, (match) => Number(match[1] ?? match[2])),
  ],
  valid: (value) => isBetween(value, 1, most) && Number.isInteger(value),
}

function whole(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value > 0 && value <= most ? value : undefined
}
