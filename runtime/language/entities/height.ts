import { digits, type EntityKind, isBetween, latin, matches } from './kind.ts'
import { readNumber } from './numerals.ts'

const centimetres = /(?<![\d.])(\d{2,3}(?:\.\d)?)\s?(?:cm|厘米|公分|centimet(?:er|re)s?)(?![a-z])/gi
const metres = /(?<![\d.])([12]\.\d{1,2})\s?(?:m|米|met(?:er|re)s?)(?![a-z])/gi
/** 一米六五, 1米75 */
const spoken = /(?<![\d.])([12一两])米([零一二三四五六七八九\d]{1,2})(?![\d米])/g
const named = /(?:身高|个子|净高|height|i'm|i am)\s?(?:是|有|大概|差不多|is)?\s?[:：]?\s?(1\d{2})(?![\d.]|\s?(?:斤|kg|公斤|元|块))/gi
const feet = /(?<![\d.])([4-6])\s?(?:'|ft|feet|foot)\s?(\d{1,2})?\s?(?:"|''|in(?:ches)?)?(?![\w])/gi
/** 165 55kg, 170/60: the first of two numbers, as people write both. */
const beside = /(?<![\d.])(1[3-9]\d|20\d)(?=\s?[/,，、 ]\s?\d{2,3}\s?(?:kg|公斤|斤|千克))/gi

export const height: EntityKind = {
  type: 'height_cm',
  needs: [`${digits}一两`, `米分高个斤克'${latin}`],
  find: (text) =>
    [
      ...matches(text, centimetres, (match) => Number(match[1])),
      ...matches(text, metres, (match) => Math.round(Number(match[1]) * 100)),
      ...matches(text, spoken, (match) => metresAnd(match[1] ?? '', match[2] ?? '')),
      ...matches(text, named, (match) => Number(match[1])),
      ...matches(text, feet, (match) => Math.round(Number(match[1]) * 30.48 + Number(match[2] ?? 0) * 2.54)),
      ...matches(text, beside, (match) => Number(match[1])),
    ].filter(({ value }) => height.valid(value)),
  valid: (value) => isBetween(value, 40, 250),
}

function metresAnd(whole: string, rest: string): number | undefined {
  const metre = readNumber(whole)
  const digits = [...rest].map((each) => readNumber(each))
  if (metre === undefined || digits.some((each) => each === undefined)) return undefined
  const [tens = 0, ones = 0] = digits as number[]
  return metre * 100 + tens * 10 + ones
}
