import { digits, type EntityKind, matches } from './kind.ts'

/** Carriers by their letters; plain digits only after a word for a parcel. */
const lettered =
  /(?<![A-Za-z0-9])(?:(?:SF|YT|ZTO|JD|JDVB|STO|YD|JT|DPK|EMS|HTKY|UC)\d{10,15}|1Z[A-Z0-9]{16}|[A-Z]{2}\d{9}[A-Z]{2})(?![A-Za-z0-9])/gi
const named = /(?:运单号?|快递单?号?|物流单?号?|tracking(?: number| no\.?)?)\s?(?:是|为|is|[:：])?\s?(\d{12,15})(?!\d)/gi

export const trackingNo: EntityKind = {
  type: 'tracking_no',
  needs: [digits],
  find: (text) => [
    ...matches(text, lettered, (match) => match[0].toUpperCase()),
    ...matches(text, named, (match) => match[1]).map(({ value, end }) => ({ value, start: end - String(value).length, end })),
  ],
  valid: (value) => typeof value === 'string' && /^[A-Z0-9]{10,20}$/.test(value),
}
