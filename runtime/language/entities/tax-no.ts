import { digits, type EntityKind, matches } from './kind.ts'
import { numeralSet } from './numerals.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const code = /(?<![A-Za-z0-9])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![A-Za-z0-9])/gi
/** Older numbers have no check digit that covers them: only after the word. */
const older =
  /(?:税号|识别号|信用代码|tax (?:no|number|id))\s?(?:是|为|is|[:：.])?\s?([0-9A-Z]{15}|[0-9A-Z]{17}|[0-9A-Z]{20})(?![A-Za-z0-9])/gi

export const taxNo: EntityKind = {
  type: 'tax_no',
  needs: [`０１２３４５６７８９${digits}${numeralSet}`],
  find: (text) => [
    ...matches(text, code, (match) => (hasCheckDigit(match[0].toUpperCase()) ? match[0].toUpperCase() : undefined)),
    ...matches(text, older, (match) => match[1]?.toUpperCase()).map(({ value, end }) => ({
      value,
      start: end - String(value).length,
      end,
    })),
  ],
  valid: (value) =>
    typeof value === 'string' && (value.length === 18 ? hasCheckDigit(value) : /^(?:[0-9A-Z]{15}|[0-9A-Z]{17}|[0-9A-Z]{20})$/.test(value)),
}

/** Unified social credit code, GB 32100-2015: eighteen characters, the last one checks the others. */
function hasCheckDigit(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 17; at++) {
    const place = alphabet.indexOf(value[at] ?? '')
    if (place < 0) return false
    sum += place * (weights[at] as number)
  }
  return alphabet[(31 - (sum % 31)) % 31] === value[17]
}
