import { digits, type EntityKind, isBetween, latin, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const stars = /(?<![\d.])([1-5一二两三四五])\s?(?:颗?星|分|stars?)(?!钟|期|之|辨|半|享|装)|(?<![\d.])([1-5])\s?(?:\/|out of)\s?5(?!\d)/gi
const signs = /(?:⭐|★){1,5}/gu
const alone = /^\s*([1-5])\s*[分星]?\s*$/
const words: readonly [RegExp, number][] = [
  [/^(?:非常满意|很满意|excellent|very satisfied)$/i, 5],
  [/^(?:满意|satisfied|good)$/i, 4],
  [/^(?:一般|还行|average|okay-ish)$/i, 3],
  [/^(?:不满意|dissatisfied|bad)$/i, 2],
  [/^(?:非常不满意|很不满意|terrible|very dissatisfied)$/i, 1],
]

export const rating: EntityKind = {
  type: 'rating',
  needs: [`意般行⭐★${digits}${numeralSet}${latin}`],
  find(text) {
    const whole = text.trim()
    const said = alone.exec(whole)?.[1] ?? words.find(([pattern]) => pattern.test(whole))?.[1]
    if (said !== undefined) return [{ value: Number(said), start: 0, end: text.length }]
    return [
      ...matches(text, stars, (match) => readNumber(match[1] ?? match[2] ?? '')),
      ...matches(text, signs, (match) => [...match[0]].length),
    ]
  },
  valid: (value) => isBetween(value, 1, 5) && Number.isInteger(value),
}
