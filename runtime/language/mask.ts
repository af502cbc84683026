import validator from 'validator'

interface Rule {
  pattern: RegExp
  /** What stands in its place, or undefined when it is not personal after all. */
  cover(hit: string): string | undefined
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** In this order; what one rule covered the next does not see. Order and tracking numbers must survive. */
const rules: Rule[] = [
  {
    pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+/g,
    cover: (hit) => `${hit[0]}***${hit.slice(hit.indexOf('@'))}`,
  },
  {
    pattern: /(?<![A-Za-z0-9])\d{17}[\dXx](?![A-Za-z0-9])/g,
    cover: (hit) => (validator.isIdentityCard(hit.toUpperCase(), 'zh-CN') ? `${hit.slice(0, 3)}***********${hit.slice(-4)}` : undefined),
  },
  {
    pattern: /(?<![A-Za-z0-9-])[3-6]\d{3}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?(?![\d-])/g,
    cover: (hit) => (digitsOf(hit).length >= 15 && digitsOf(hit).length <= 19 && validator.isLuhnNumber(digitsOf(hit)) ? `${hit.slice(0, 4)} **** ${hit.slice(-4)}` : undefined),
  },
  {
    pattern: /(?<![A-Za-z0-9])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
    cover: (hit) => {
      const digits = digitsOf(hit).slice(-11)
      return `${digits.slice(0, 3)}****${digits.slice(-4)}`
    },
  },
]

/** The text with phone, ID card, bank card and e-mail covered. Changes nothing else; idempotent. */
export function mask(text: string): string {
  // most messages hold nothing that could be personal: one cheap look decides
  if (!/\d{7}|\d[ -]\d|@/.test(text)) return text
  let before: string
  let covered = text
  // what is left beside a covered hit may be one itself: until nothing changes
  do {
    before = covered
    for (const { pattern, cover } of rules) covered = covered.replace(pattern, (hit) => cover(hit) ?? hit)
  } while (covered !== before)
  return covered
}
