import { digits, type EntityKind, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const figures = /(?<![\w.-])\d{1,9}(?:\.\d{1,4})?(?![\w-])[百千万]?/g
const spoken = new RegExp(`(?<![第\\d${numeralSet}])[${numeralSet.replace('半', '')}]{1,6}(?=[个件条只双套份])`, 'g')

export const number: EntityKind = {
  type: 'number',
  needs: [digits + numeralSet],
  find: (text) => [...matches(text, figures, (match) => readNumber(match[0])), ...matches(text, spoken, (match) => readNumber(match[0]))],
  valid: (value) => typeof value === 'number' && Number.isFinite(value),
}
