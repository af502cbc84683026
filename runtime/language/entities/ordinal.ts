import { type EntityKind, latin, matches } from './kind.ts'
import { numeralSet, readNumber } from './numerals.ts'

const numeral = `[${numeralSet.replace('半', '')}\\d]`
const counted = new RegExp(`(?<!倒数)第(${numeral}{1,6})(?!${numeral})(?:个|款|种|件|条|项|张|双|套)?(?!次|天|年|回|遍|时间)`, 'g')
const worded = /倒数第[一二三]个?|最后(?:一)?[个款种件项]|最下面那?个?|后面那?[个款]|前面那?[个款]|上面那?[个款]|最上面那?个?/g
const english =
  /\b(?:the )?(first|second|third|fourth|fifth|sixth|last|former|latter)(?: (?:one|option|item))?\b(?! (?:time|day|week|month|year|name|order))/gi
const words: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, last: -1, former: 1, latter: -1 }
const most = 9_999

/** Which of what was shown: 1 is the first, −1 the last. */
export const ordinal: EntityKind = {
  type: 'ordinal',
  needs: [`第后面${latin}`],
  find: (text) => [
    ...matches(text, counted, (match) => ranked(readNumber(match[1] ?? ''))),
    ...matches(text, worded, (match) => placed(match[0])),
    ...matches(text, english, (match) => words[(match[1] ?? '').toLowerCase()]),
  ],
  valid: (value) => typeof value === 'number' && Number.isInteger(value) && value !== 0 && Math.abs(value) <= most,
}

function ranked(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 && value <= most ? value : undefined
}

function placed(word: string): number {
  if (/前面|上面/.test(word)) return 1
  return word.includes('第二') ? -2 : word.includes('第三') ? -3 : -1
}
