import { type EntityKind, latin, matches } from './kind.ts'
import { readNumber } from './numerals.ts'

const chinese =
  /第([一二三四五六七八九十\d]{1,3})(?:个|款|种|件|条|项|张|双|套)?(?!次|天|年|回|遍|时间)|(倒数第[一二三]个?|最后(?:一)?[个款种件项]|最下面那?个?|后面那?[个款]|前面那?[个款]|上面那?[个款]|最上面那?个?)/g
const english =
  /\b(?:the )?(first|second|third|fourth|fifth|sixth|last|former|latter)(?: (?:one|option|item))?\b(?! (?:time|day|week|month|year|name|order))/gi
const words: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, last: -1, former: 1, latter: -1 }

/** Which of what was shown: 1 is the first, −1 the last. */
export const ordinal: EntityKind = {
  type: 'ordinal',
  needs: [`第后面${latin}`],
  find: (text) => [
    ...matches(text, chinese, (match) => (match[1] ? readNumber(match[1]) : placed(match[2] ?? ''))),
    ...matches(text, english, (match) => words[(match[1] ?? '').toLowerCase()]),
  ],
  valid: (value) => typeof value === 'number' && Number.isInteger(value) && value !== 0 && Math.abs(value) <= 99,
}

function placed(word: string): number {
  if (/前面|上面/.test(word)) return 1
  return word.includes('第二') ? -2 : word.includes('第三') ? -3 : -1
}
