const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  两: 2,
  俩: 2,
  二: 2,
  仨: 3,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 }

/** Characters a Chinese number is written with, for use inside a pattern's brackets. */
export const numeralSet = '零〇一两俩二仨三四五六七八九十百千万半'

/** 12, 1.5, 十二, 两百五, 一万二, 3千5百, 半: as a number; undefined when it is none. */
export function readNumber(words: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words)
  if (words === '半') return 0.5
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastUnit = 0
  for (const [sign] of words.matchAll(/\d+(?:\.\d+)?|./gu)) {
    const unit = units[sign]
    const figure = digits[sign] ?? Number(sign)
    if (unit === undefined && !Number.isNaN(figure)) {
      // 一二三 is a row of digits, no number of things
      if (digit !== undefined && digit !== 0) return undefined
      digit = figure
      if (digit === 0) lastUnit = 0
    } else if (unit === 10_000) {
      total = (total + section + (digit ?? 0)) * unit
      section = 0
      digit = undefined
      lastUnit = unit
    } else if (unit) {
      section += (digit ?? 1) * unit
      digit = undefined
      lastUnit = unit
    } else return undefined
  }
  // 两百五 is 250, 一万二 is 12,000
  if (digit !== undefined && digit < 10 && lastUnit >= 100) digit *= lastUnit / 10
  return words === '' ? undefined : total + section + (digit ?? 0)
}
