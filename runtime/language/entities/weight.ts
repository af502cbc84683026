import { digits, type EntityKind, isBetween, latin, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const kilos = new RegExp(`(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,2})?|[${numeralSet}]{1,5})\\s?(?:kg|公斤|千克|kilos?|kilograms?)(?![a-z])`, 'gi')
/** Half a kilogram each. */
const jin = new RegExp(`(?<![\\d.公])(\\d{1,3}(?:\\.\\d)?|[${numeralSet}]{1,5})\\s?斤(半)?(?!装)`, 'g')
const pounds = /(?<![\d.])(\d{1,3}(?:\.\d)?)\s?(?:lbs?|pounds?|磅)(?![a-z])/gi
const named = /(?:体重|weight)\s?(?:是|有|大概|差不多|is)?\s?[:：]?\s?(\d{2,3}(?:\.\d)?)(?![\d.]|\s?(?:斤|kg|公斤|千克|lb|磅|cm|厘米))/gi

/** In kilograms. */
export const weight: EntityKind = {
  type: 'weight_kg',
  needs: [digits + numeralSet, `斤克磅重${latin}`],
  find: (text) =>
    [
      ...matches(text, kilos, (match) => readNumber(match[1] ?? '')),
      ...matches(text, jin, (match) => {
        const amount = readNumber(match[1] ?? '')
        return amount === undefined ? undefined : (amount + (match[2] ? 0.5 : 0)) / 2
      }),
      ...matches(text, pounds, (match) => Math.round(Number(match[1]) * 4.536) / 10),
      // a grown shopper who says 130 counts in jin, who says 65 in kilograms
      ...matches(text, named, (match) => (Number(match[1]) > 85 ? Number(match[1]) / 2 : Number(match[1]))),
    ].filter(({ value }) => weight.valid(value)),
  valid: (value) => isBetween(value, 0.1, 400),
}
