import { digits, type EntityKind, latin, matches } from './kind.ts'

const letters = /(?<![A-Za-z0-9])(?:[2-6]XL|X{0,4}[SL]|XXXXL|M|均|F)(?:码|号|\b)(?![A-Za-z0-9])/gi
const worded =
  /(?<![A-Za-z])(?:extra (?:large|small)|(?:size )(?:small|medium|large)|加大|大|中|小|特大)(?:码|号(?!码)|(?<=large|small|medium))/gi
/** Shoes: European 34–46, halves too. */
const shoes =
  /(?<![\d.])(3[4-9]|4[0-6])(?:\.5|半)?(?=\s?(?:码|号的|号鞋))(?:\s?码(?:半(?![价天年个]))?)?|(?:size|鞋码|尺码|脚)\s?(?:是|穿)?\s?(3[4-9]|4[0-6])(?:\.5|半)?(?!\d)/gi
const names: Record<string, string> = {
  加大: 'XL',
  大: 'L',
  中: 'M',
  小: 'S',
  特大: 'XXL',
  'extra large': 'XL',
  'extra small': 'XS',
  small: 'S',
  medium: 'M',
  large: 'L',
  均: 'F',
}

export const size: EntityKind = {
  type: 'size',
  needs: [`均码号${digits}${latin}`],
  find: (text) => [
    // "s" in "what's" is no size: small letters count only with 码, or with an x
    ...matches(text, letters, (match) =>
      /[a-z]/.test(match[0]) && !/[码号]|\d|^x/i.test(match[0]) ? undefined : plain(match[0].replace(/[码号]/, '')),
    ),
    ...matches(text, worded, (match) => names[match[0].replace(/[码号]|^size /gi, '').toLowerCase()]),
    ...matches(text, shoes, (match) => `${match[1] ?? match[2]}${/\.5|半/.test(match[0]) ? '.5' : ''}`),
  ],
  valid: (value) => typeof value === 'string' && /^(?:X{0,4}[SL]|[2-6]XL|M|F|(?:3[4-9]|4[0-6])(?:\.5)?)$/.test(value),
}

function plain(word: string): string {
  return word === '均' ? 'F' : word.toUpperCase()
}
