import { digits, type EntityKind, type FoundEntity, matches } from './kind.ts'

const pattern = /(?<![A-Za-z0-9])D\d{8}-?\d{4}(?!\d)/gi
/** Shops number their orders in many ways: a code is one after the word or before it. */
const named =
  /(?:订单(?:编?号|号码)?|单号|\border(?: ?(?:no\.?|number|id|#))?)\s?(?:是|为|is|[:：#])?\s?([A-Z]{0,4}\d[\dA-Z]{4,20}(?:-[\dA-Z]{2,12})?)(?![A-Za-z0-9-])/gi
const before = /(?<![A-Za-z0-9-])([A-Z]{0,4}\d[\dA-Z]{6,20}(?:-[\dA-Z]{2,12})?)(?=\s?(?:的|这个|那个)?\s?(?:这个|那个)?订单)/gi
/** Twelve and more digits alone are nothing else that a shopper types: a phone has eleven, a card is masked. */
const alone = /^\s*(?:#\s?)?(\d{12,22})\s*$/

export const orderNo: EntityKind = {
  type: 'order_no',
  needs: [digits],
  find(text) {
    const found = matches(text, pattern, (match) => match[0].toUpperCase().replace(/^(D\d{8})-?(\d{4})$/, '$1-$2'))
    if (found.length > 0) return found
    const whole = alone.exec(text)?.[1]
    const more = [...matches(text, named, (match) => match[1]), ...matches(text, before, (match) => match[1])]
    const spots = whole === undefined ? more : [{ value: whole, start: text.indexOf(whole), end: text.indexOf(whole) + whole.length }]
    return spots.flatMap((each) => (isTracking(text, each) ? [] : [codeOf(text, each)]))
  },
  valid: (value) => typeof value === 'string' && /^[A-Z0-9][A-Z0-9-]{4,31}$/.test(value),
}

/** 快递单号 names a parcel, not an order. */
function isTracking(text: string, { start }: FoundEntity): boolean {
  return /(?:快递|运|物流)$/.test(text.slice(Math.max(0, start - 3), start))
}

/** The code alone, without the word before it. */
function codeOf(text: string, { value, start, end }: FoundEntity): FoundEntity {
  const at = text.lastIndexOf(String(value), end)
  return { value: String(value).toUpperCase(), start: at < start ? start : at, end: (at < start ? start : at) + String(value).length }
}
