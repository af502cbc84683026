import type { PersonalType } from './span.ts'

const administrative =
  /^(?:[\u4e00-\u9fff]{2,7}?(?:省|市|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,7}?(?:市|州|盟))?(?:[\u4e00-\u9fff]{1,4}?(?:新区|(?<![校小社园院厂])区|县|旗))?/

/**
 * What stands in the place of a hit: enough left for an agent to recognise it, never enough to use it.
 * Always fewer characters other than `*` than before.
 */
export function coverOf(hit: string, type: PersonalType): string {
  const cover = partly(hit, type)
  return openIn(cover) < openIn(hit) ? cover : '***'
}

const openIn = (text: string) => text.length - (text.match(/\*/g)?.length ?? 0)

function partly(hit: string, type: PersonalType): string {
  const digits = [...hit].filter((each) => /\p{N}/u.test(each))
  // without what stands between them
  const figures = [...hit].filter((each) => !/[\s\p{P}\p{Cf}\p{M}]/u.test(each))
  switch (type) {
    case 'email': {
      const at = hit.search(/[@＠]/)
      return at < 0 ? '***' : `${at > 1 ? hit[0] : ''}***${hit.slice(at)}`
    }
    case 'id_card':
      return `${figures.slice(0, 3).join('')}***********${figures.slice(-4).join('')}`
    case 'bank_card':
      return `${figures.slice(0, 4).join('')} **** ${figures.slice(-4).join('')}`
    case 'phone':
      return coverPhone(hit, digits)
    case 'plate':
      return `${hit.slice(0, 2)}*****`
    case 'social':
      return `${hit.slice(0, 2)}***`
    case 'address':
      return `${administrative.exec(hit)?.[0] ?? ''}***`
    case 'name':
      return /^[\u4e00-\u9fff]/.test(hit) ? `${hit[0]}${'*'.repeat(hit.length - 1)}` : `${hit[0]}***`
  }
}

function coverPhone(hit: string, digits: readonly string[]): string {
  // a number that is spoken out, or not eleven digits, keeps its end alone
  if (digits.length < 11 || !/^[+\d\s().,、_/~—*|·-]+$/.test(hit)) return `****${hit.slice(-2)}`
  const number = digits.join('').normalize('NFKC')
  const mobile = /^(?:(?:00)?86)?(1\d{10})$/.exec(number)?.[1]
  // +1 415… has eleven digits and is no mobile number of China
  return mobile && (number.length > 11 || !/^[+＋]/.test(hit))
    ? `${digits.slice(-11, -8).join('')}****${digits.slice(-4).join('')}`
    : `****${digits.slice(-4).join('')}`
}
